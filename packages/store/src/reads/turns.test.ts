import { expect, onTestFinished, test, vi } from 'vitest';
import { createTurns } from './turns.ts';

const limits = { longestMs: 30_000, toBusy: () => new Error('busy') };

/** Work that ends when the test says so. */
function createWork() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    run: (name: string) => () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    },
    end: (name: string) => ends.get(name)?.(),
  };
}

/** A request whose answer no test awaits. It is refused as busy when its time is over. */
const forget = (request: Promise<unknown>): void => void request.catch(() => undefined);

/** All that can begin by itself has begun. */
async function settle(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await new Promise((resolve) => setImmediate(resolve));
}

const patient = (caller: string) => ({ caller, signal: new AbortController().signal });

test('of a hundred requests of a caller who goes away only the one under way is worked off', async () => {
  const work = createWork();
  const turns = createTurns({ ...limits, slots: 2, each: 1 });
  const leaving = new AbortController();
  const all = Array.from({ length: 100 }, (_, index) =>
    turns.take({ caller: 'many', signal: leaving.signal }, work.run(`many ${index}`)),
  );
  const settled = Promise.allSettled(all);
  await settle();
  expect(work.begun).toEqual(['many 0']);
  leaving.abort(new Error('gone'));
  expect((await settled).map(({ status }) => status)).toEqual(all.map(() => 'rejected'));
  work.end('many 0');
  await settle();
  expect(work.begun).toEqual(['many 0']);
});

test('another caller finds a slot at once, however many requests the first one has', async () => {
  const work = createWork();
  const turns = createTurns({ ...limits, slots: 2, each: 1 });
  for (let index = 0; index < 100; index += 1) forget(turns.take(patient('many'), work.run(`many ${index}`)));
  await settle();
  const few = turns.take(patient('few'), work.run('few'));
  await settle();
  expect(work.begun).toEqual(['many 0', 'few']);
  work.end('few');
  expect(await few).toBe('few');
});

test('callers are served in turn where there is one slot for all', async () => {
  const work = createWork();
  const turns = createTurns({ ...limits, slots: 1, each: 1 });
  for (const name of ['a1', 'a2', 'a3', 'b1', 'b2']) forget(turns.take(patient(name.charAt(0)), work.run(name)));
  for (let round = 0; round < 5; round += 1) {
    await settle();
    work.end(work.begun.at(-1) ?? '');
  }
  expect(work.begun).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
});

test('work that fails gives its slot to the next, and tells its caller alone', async () => {
  const turns = createTurns({ ...limits, slots: 1, each: 1 });
  const failing = turns.take(patient('a'), () => Promise.reject(new Error('no')));
  const next = turns.take(patient('a'), async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});

test('a caller who is gone already begins nothing', async () => {
  const work = createWork();
  const turns = createTurns({ ...limits, slots: 1, each: 1 });
  await expect(turns.take({ signal: AbortSignal.abort(new Error('gone')) }, work.run('never'))).rejects.toThrow('gone');
  expect(work.begun).toEqual([]);
});

test('work that waits for its turn has one time for the wait and the work; what begins at once has none', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const work = createWork();
  const turns = createTurns({ ...limits, slots: 2, each: 1 });
  const ended: string[] = [];
  const take = (name: string) =>
    turns
      .take(patient('a'), (signal) => {
        signal.addEventListener('abort', () => ended.push(`${name} is broken off`));
        return work.run(name)();
      })
      .catch((error: Error) => ended.push(`${name}: ${error.message}`));
  const [first] = ['first', 'second', 'third'].map(take);
  await settle();
  vi.advanceTimersByTime(29_000);
  work.end('first');
  await first;
  await settle();
  expect([work.begun, ended]).toEqual([['first', 'second'], []]);
  vi.advanceTimersByTime(1_000);
  await settle();
  expect(ended.toSorted()).toEqual(['second is broken off', 'second: busy', 'third: busy']);
  work.end('second');
  await settle();
  expect(work.begun).toEqual(['first', 'second']);
});
