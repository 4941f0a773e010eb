import { CrossvaultError, type JobList } from '@crossvault/contract';
import { readGap } from './backfill.ts';
import { readIncrement } from './increment.ts';
import { createListDesk } from './list-desk.ts';
import { type ListState, readListState } from './list-state.ts';
import { type AskedTimes, followOpenJobs } from './open-jobs.ts';
import { backoffMs, pace } from './pace.ts';
import { sampledWaitMs } from './sampled-runs.ts';
import { dueSweep, sweepStep } from './sweep.ts';
import { endsSync, instantOf, type SyncParts } from './sync-parts.ts';

/** What one process knows of a list beside what is stored: nothing that must not be forgotten. */
export interface ListMemory {
  readonly asked: AskedTimes;
  /** When its next turn is due; a list that was never read is due. */
  dueMs: number;
  /** Failed turns in a row. */
  failures: number;
  /** When the last turn began that read all that was new; null before the first. */
  wholeAt: string | null;
  problem: CrossvaultError | null;
  state: ListState | null;
  sweptAtMs: number;
}

export const newListMemory = (): ListMemory => ({
  asked: new Map(),
  dueMs: Number.NEGATIVE_INFINITY,
  failures: 0,
  wholeAt: null,
  problem: null,
  state: null,
  sweptAtMs: Number.NEGATIVE_INFINITY,
});

const leastBetweenSweepsMs = 60_000;

/** One turn of one list: what is new, what is open, and one step of what lies further back. Never rejects for the vendor's faults. */
export async function takeTurn(parts: SyncParts, list: JobList, stored: unknown, memory: ListMemory): Promise<void> {
  const { clock, connector } = parts;
  const startedAt = instantOf(parts);
  const desk = createListDesk(parts, list, readListState(stored, startedAt));
  const isSampled = connector.history === 'sampled';
  try {
    const sweep = desk.state.gap === null && !isSampled ? dueSweep(desk.state, clock.now()) : null;
    const maySweep = sweep !== null && Math.abs(clock.now() - memory.sweptAtMs) >= leastBetweenSweepsMs;
    // A list without order has no short increment: while its newest window is gone over, that is the increment.
    const isSwept = maySweep && desk.list.order === 'none' && (desk.state.sweeps[sweep.name]?.done ?? true);
    if (!isSwept) await readIncrement(desk);
    if (maySweep) {
      memory.sweptAtMs = clock.now();
      await sweepStep(desk, sweep);
    }
    const openWaitMs = await followOpenJobs(desk, memory.asked);
    memory.wholeAt = startedAt;
    await readGap(desk);
    memory.failures = 0;
    memory.problem = null;
    const idleMs = isSampled ? sampledWaitMs(desk.state) : pace.idleMs;
    memory.dueMs = clock.now() + (desk.state.gap === null ? Math.min(openWaitMs ?? idleMs, idleMs) : 0);
  } catch (error) {
    if (parts.signal.aborted) throw parts.signal.reason;
    const problem = CrossvaultError.from(error);
    if (endsSync(problem)) throw problem;
    memory.failures += 1;
    memory.problem = problem;
    memory.dueMs = clock.now() + Math.max(backoffMs(memory.failures), (problem.retryAfterSeconds ?? 0) * 1000);
  } finally {
    memory.state = desk.state;
  }
}
