import { randomUUID } from 'node:crypto';
import type { Clock, Worker, WorkInHand, WorkKind, WorkQueue } from '@crossvault/contract';
import type { TakenWork } from './work-table.ts';
import type { CallWriter } from './writing-thread.ts';

/** Another process may have added something: a worker looks at least so often. */
const pollMs = 1000;

export interface TableQueueParts {
  readonly call: CallWriter;
  readonly clock: Clock;
  readonly size: (kind: string) => ReturnType<WorkQueue['size']>;
}

type Handle = (work: WorkInHand) => Promise<void>;

/** A queue in a table of the store, worked off in this process. */
export function createTableQueue({ call, clock, size }: TableQueueParts): WorkQueue {
  const workers = new Set<Worker>();
  const wakers = new Map<string, Set<() => void>>();
  const wake = (kind: string): void => {
    for (const each of wakers.get(kind) ?? []) each();
  };

  return {
    size: ({ name }) => size(name),
    async enqueue({ name }, item) {
      const added = await call('enqueueWork', [name, item]);
      if (added) wake(name);
      return added;
    },
    async work(kind, concurrency, handle) {
      const worker = startWorker({ call, clock }, kind, concurrency, handle, (waker) => {
        const own = wakers.get(kind.name) ?? new Set();
        wakers.set(kind.name, own.add(waker));
        return () => own.delete(waker);
      });
      workers.add(worker);
      return worker;
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.stop()));
    },
  };
}

function startWorker(
  { call, clock }: Pick<TableQueueParts, 'call' | 'clock'>,
  { name, leaseMs, attempts, backoffMs }: WorkKind,
  concurrency: number,
  handle: Handle,
  onWake: (waker: () => void) => () => void,
): Worker {
  const owner = randomUUID();
  const stopping = new AbortController();
  const { signal } = stopping;

  async function take(): Promise<void> {
    while (!signal.aborted) {
      const sleep = new AbortController();
      const forget = onWake(() => sleep.abort());
      try {
        const { work, nextMs } = await call('takeWork', [name, owner, leaseMs]);
        if (work !== null) await doWork(work);
        else await rest(clock, nextMs, AbortSignal.any([sleep.signal, signal]));
      } catch {
        // The store is busy or gone for a moment; what was in hand comes back when its lease lapses.
        await rest(clock, null, signal);
      } finally {
        forget();
      }
    }
  }

  async function doWork({ position, key, payload, attempt }: TakenWork): Promise<void> {
    const done = new AbortController();
    const held = hold(position, done.signal);
    try {
      await handle({ key, payload, attempt, signal });
      await call('finishWork', [position, owner]);
    } catch {
      const waitMs = signal.aborted ? null : backoffMs * 2 ** (attempt - 1);
      await call('returnWork', [position, owner, attempts, waitMs]);
    } finally {
      done.abort();
      await held;
    }
  }

  async function hold(position: number, until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      await clock.sleep(leaseMs / 3, { signal: until }).catch(() => undefined);
      if (!until.aborted) await call('holdWork', [position, owner, leaseMs]).catch(() => undefined);
    }
  }

  const loops = Array.from({ length: concurrency }, take);
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

/** Until something is due, or another process may have added something, or somebody wakes it. */
async function rest(clock: Clock, nextMs: number | null, signal: AbortSignal): Promise<void> {
  const waitMs = nextMs === null ? pollMs : Math.min(pollMs, Math.max(0, nextMs - clock.now()));
  await clock.sleep(waitMs, { signal }).catch(() => undefined);
}
