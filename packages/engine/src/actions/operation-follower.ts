import { CrossvaultError, isOver, isSettled, type Operation } from '@crossvault/core';
import type { StoredOperation } from '@crossvault/core/store';
import { toStoreMissing } from '../changes/history.ts';
import type { ActingCalls } from './action-calls.ts';
import type { ActingParts } from './action-parts.ts';
import { seekNow } from './operation-state.ts';
import type { Step } from './operation-step.ts';

/** How long a process may hold an operation for one look. */
const holdMs = 90_000;
/** Operations that are looked at concurrently. */
const looksAtOnce = 8;
/** How often to look for operations that another process left behind. */
const idleMs = 10_000;
/** How often a waiting call checks whether another process has continued the operation. */
const watchMs = 1_000;

/** Follows operations to their end. Processes with the same store share the work: one at a time holds an operation. */
export interface Follower {
  /** Follows due operations until the engine closes, also those that other processes began. */
  start(): void;
  /** Follows due operations until none is left. */
  wake(): void;
  /** Follows one operation as far as the caller waits for. Throws `operation-not-found`. */
  readonly operation: ActingCalls['operation'];
  stop(): Promise<void>;
}

function isFarEnough(operation: Operation, phase: StoredOperation['phase'], until: 'operation' | 'jobs'): boolean {
  // A change that was done at once and made no job is settled before its target is read. Lists show it after that.
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

  /** Takes due operations, or the one with this id, and looks at each. Returns how many there were. */
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
    // Bounded, so that a clock that is set back does not lengthen the wait.
    return Math.min(Math.max(Date.parse(next) - (await ledger.nowMs()), 0), idleMs);
  }

  async function pauseFor(milliseconds: number): Promise<void> {
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
        await pauseFor(wait ?? 0);
      } catch (error) {
        const { code, message } = CrossvaultError.from(error);
        logger.warn({ code }, message);
        await pauseFor(idleMs);
      }
    }
    running = null;
  }

  const wake = (): void => {
    isWoken = true;
    pause.abort();
    running ??= run();
  };

  /** Makes operations due at once whose sending process has died. */
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
      message: `No operation has the id "${id.slice(0, 80)}".`,
    });
  }

  /** Looks once more at an unknown operation for a waiting caller: the vendor may show it by now. */
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
        .catch((error: unknown) => logger.warn({ error }, 'Operations of a process that died could not be listed.'))
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
