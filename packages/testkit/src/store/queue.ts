import type { WorkInHand, WorkKind, WorkQueue } from '@crossvault/core/store';
import { afterEach, describe, expect, test, vi } from 'vitest';

const kind: WorkKind = { name: 'sync-connection', leaseMs: 30_000, attempts: 3, backoffMs: 1 };
const item = (key: string, payload: unknown = null) => ({ key, payload, waitMs: 0 });

/** Resolves when it has been called so often. */
function createCounter(times: number) {
  let resolve: () => void = () => undefined;
  let count = 0;
  const reached = new Promise<void>((done) => {
    resolve = done;
  });
  return {
    reached,
    count() {
      count += 1;
      if (count === times) resolve();
    },
  };
}

export interface QueueSuite {
  readonly name: string;
  /** Returns an empty queue, which the suite closes. */
  readonly open: () => Promise<WorkQueue>;
}

/** What the core says of a queue of work, executed with one call. */
export function describeQueue({ name, open }: QueueSuite): void {
  describe(name, () => {
    const opened: WorkQueue[] = [];
    const openQueue = async (): Promise<WorkQueue> => {
      const queue = await open();
      opened.push(queue);
      return queue;
    };
    afterEach(async () => {
      for (const queue of opened.splice(0)) await queue.close();
    });

    test('does each item once, and takes no second one of a key while one waits', async () => {
      const queue = await openQueue();
      expect(await queue.enqueue(kind, item('a', { deep: ['ü'] }))).toBe(true);
      expect(await queue.enqueue(kind, item('a', { other: true }))).toBe(false);
      expect(await queue.enqueue(kind, item('b'))).toBe(true);
      expect(await queue.enqueue({ ...kind, name: 'other-work' }, item('a'))).toBe(true);
      expect(await queue.size(kind)).toEqual({ waiting: 2, inHand: 0 });
      const seen: WorkInHand[] = [];
      const both = createCounter(2);
      const worker = await queue.work(kind, 2, async (work) => {
        seen.push(work);
        both.count();
      });
      await both.reached;
      await worker.stop();
      expect(new Map(seen.map(({ key, payload }) => [key, payload]))).toEqual(
        new Map<string, unknown>([
          ['a', { deep: ['ü'] }],
          ['b', null],
        ]),
      );
      expect(await queue.size(kind)).toEqual({ waiting: 0, inHand: 0 });
    });

    test('tries a failing item again, so often as its kind says', async () => {
      const queue = await openQueue();
      await queue.enqueue({ ...kind, attempts: 2 }, item('a'));
      const attempts: number[] = [];
      const twice = createCounter(2);
      const worker = await queue.work({ ...kind, attempts: 2 }, 1, async ({ attempt }) => {
        attempts.push(attempt);
        twice.count();
        throw new Error('It fails.');
      });
      await twice.reached;
      await vi.waitFor(async () => expect(await queue.size(kind)).toEqual({ waiting: 0, inHand: 0 }), {
        timeout: 20_000,
      });
      await worker.stop();
      expect(attempts).toEqual([1, 2]);
    });

    test('lets another one wait while one is in hand, and never hands out two of a key', async () => {
      const queue = await openQueue();
      await queue.enqueue(kind, item('a'));
      let inHand = 0;
      let most = 0;
      const twice = createCounter(2);
      const worker = await queue.work(kind, 2, async () => {
        inHand += 1;
        most = Math.max(most, inHand);
        if (inHand === 1 && most === 1) await queue.enqueue(kind, item('a'));
        await new Promise((done) => setImmediate(done));
        inHand -= 1;
        twice.count();
      });
      await twice.reached;
      await worker.stop();
      expect(most).toBe(1);
    });

    test('waits with an item until its time', async () => {
      const queue = await open();
      await queue.enqueue(kind, { ...item('later'), waitMs: 86_400_000 });
      await queue.enqueue(kind, item('now'));
      const keys: string[] = [];
      const once = createCounter(1);
      const worker = await queue.work(kind, 1, async ({ key }) => {
        keys.push(key);
        once.count();
      });
      await once.reached;
      await worker.stop();
      expect(keys).toEqual(['now']);
      expect(await queue.size(kind)).toEqual({ waiting: 1, inHand: 0 });
    });

    test('keeps work that its worker was stopped in, for the next one', async () => {
      const queue = await openQueue();
      await queue.enqueue(kind, item('a'));
      const begun = createCounter(1);
      const worker = await queue.work(kind, 1, ({ signal }) => {
        begun.count();
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('Stopped.'))));
      });
      await begun.reached;
      await worker.stop();
      const done = createCounter(1);
      const next = await queue.work(kind, 1, async ({ attempt }) => {
        expect(attempt).toBe(1);
        done.count();
      });
      await done.reached;
      await next.stop();
    });
  });
}
