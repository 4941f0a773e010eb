import { CrossvaultError, isOver, isSettled, type Operation, type StoredOperation } from '@crossvault/core';
import type { ActingCalls } from './action-calls.ts';
import type { ActingParts } from './action-parts.ts';
import { seekNow } from './operation-state.ts';
import type { Step } from './operation-step.ts';
import { toStoreMissing } from './require-store.ts';

/** Whoever has taken an operation has so long to look at it. */
const holdMs = 90_000;
/** So many are looked at at once. */
const looksAtOnce = 8;
/** How often one looks for operations that another process has left. */
const idleMs = 10_000;
/** How often whoever waits looks whether somebody else has gone on. */
const watchMs = 1_000;

/** Follows operations to their end, with every other process that has the same store: each is taken by one at a time. */
export interface Follower {
  /** Follows whatever is due until it is stopped, also what others have left. */
  start(): void;
  /** Follows what is due until nothing is. */
  wake(): void;
  /** Follows one as far as is waited for. Throws `operation-not-found`. */
  readonly operation: ActingCalls['operation'];
  stop(): Promise<void>;
}

function isFarEnough(operation: Operation, phase: StoredOperation['phase'], until: 'operation' | 'jobs'): boolean {
  // What was done at once and made no job is settled before its target was read: lists show it after that.
  if (phase === 'jobs' && operation.jobs.length === 0) return false;
  return until === 'jobs' ? isOver(operation) : isSettled(operation);
}

export function createFollower(parts: ActingParts, step: Step): Follower {
  const { sources, ledger, clock, logger, closing } = parts;
  const connections = sources.map(({ connection }) => connection.name);
  let pause = new AbortController();
  let running: Promise<void> | null = null;
  let isStarted = false;
  let isWoken = false;

  /** Takes what is due, all of it or one operation, and looks at it. Gives how many there were. */
  async function lookAtDue(id: string | null): Promise<number> {
    const nowMs = await ledger.nowMs();
    const [now = '', holdUntil = ''] = [nowMs, nowMs + holdMs].map((ms) => new Date(ms).toISOString());
    const due = await ledger.takeDueOperations({ connections, id, now, holdUntil, limit: looksAtOnce });
    await Promise.all(due.map(step));
    return due.length;
  }

  async function waitMs(): Promise<number | null> {
    const next = await ledger.nextDueAt(connections);
    if (next === null) return isStarted ? idleMs : null;
    // A clock that is set back meanwhile must not make it longer: it is looked at again before long.
    return Math.min(Math.max(Date.parse(next) - (await ledger.nowMs()), 0), idleMs);
  }

  async function rest(milliseconds: number): Promise<void> {
    if (isWoken) return;
    pause = new AbortController();
    await clock.sleep(milliseconds, { signal: AbortSignal.any([closing, pause.signal]) }).catch(() => undefined);
  }

  async function run(): Promise<void> {
    while (!closing.aborted) {
      isWoken = false;
      try {
        if ((await lookAtDue(null)) > 0) continue;
        const wait = await waitMs();
        if (wait === null && !isWoken) break;
        await rest(wait ?? 0);
      } catch (error) {
        const { code, message } = CrossvaultError.from(error);
        logger.warn({ code }, message);
        await rest(idleMs);
      }
    }
    running = null;
  }

  const wake = (): void => {
    isWoken = true;
    pause.abort();
    running ??= run();
  };

  /** What a process was sending when it died is looked for at once, not when its time is over. */
  async function findAbandoned(): Promise<void> {
    const open = await ledger.listOperations({
      before: null,
      limit: 500,
      connections,
      statuses: ['accepted'],
      targets: null,
    });
    for (const { operation } of open) {
      const stored = await ledger.getOperation(operation.id);
      if (stored?.phase !== 'sending' || !parts.hasDied(stored.sender)) continue;
      await ledger.putOperation({ ...stored, dueAt: new Date(await ledger.nowMs()).toISOString() });
    }
  }

  async function readStored(id: string): Promise<StoredOperation> {
    const stored = await ledger.getOperation(id);
    if (stored !== null) return stored;
    if (parts.absentStore !== null) throw toStoreMissing(parts.absentStore);
    throw new CrossvaultError({
      code: 'operation-not-found',
      message: `There is no operation "${id.slice(0, 80)}".`,
    });
  }

  /** An unknown operation that is waited for is looked at once more: the vendor may show it by now. */
  async function seekUnknown(stored: StoredOperation): Promise<Operation> {
    const { id } = stored.operation;
    const sought = seekNow(stored, await ledger.nowMs());
    if (sought === null) return stored.operation;
    if (await ledger.putOperation(sought)) await lookAtDue(id);
    return (await readStored(id)).operation;
  }

  return {
    wake,
    start() {
      isStarted = true;
      findAbandoned()
        .catch((error: unknown) => logger.warn({ error }, 'What was being sent could not be looked for.'))
        .finally(wake);
    },
    async operation(id, { waitMs: patienceMs, until }, { signal }) {
      const endMs = clock.monotonicMs() + patienceMs;
      for (let isFirst = true; ; isFirst = false) {
        const stored = await readStored(id);
        const operation = isFirst && patienceMs > 0 ? await seekUnknown(stored) : stored.operation;
        const leftMs = endMs - clock.monotonicMs();
        if (leftMs <= 0 || isFarEnough(operation, stored.phase, until)) return operation;
        if ((await lookAtDue(id)) > 0) continue;
        await clock.sleep(Math.min(leftMs, watchMs), { signal }).catch(() => {
          throw CrossvaultError.from(signal.reason);
        });
      }
    },
    async stop() {
      await running;
    },
  };
}
