import { CrossvaultError, type JobList } from '@crossvault/core';
import { readGap, readIncrement } from './increment.ts';
import { createListSession, type ListSession } from './list-session.ts';
import { type ListState, readListState } from './list-state.ts';
import { sampledWaitMs } from './sampled-runs.ts';
import { type AskedTimes, followOpenJobs } from './single-jobs.ts';
import { beginsAtNewest, dueSweep, sweepStep } from './sweep.ts';
import { endsSync, instantOf, type SyncParts } from './sync-parts.ts';
import { backoffMs, believed, laterOf, syncTiming } from './sync-timing.ts';

/** The memory of one process about a list, besides the stored state. It can be lost without harm. */
export interface ListMemory {
  readonly asked: AskedTimes;
  /** When its next turn is due, by the monotonic clock; a list that was never read is due. */
  dueMs: number;
  /** Failed turns in a row. */
  failures: number;
  /** When the last turn began that read all that was new; null before the first. */
  wholeAt: string | null;
  problem: CrossvaultError | null;
  state: ListState | null;
  /** When the last step of a pass began, by the monotonic clock. */
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

/**
 * One turn of one list: new jobs, open jobs, and one step of a pass over older ones. Rejects when the lease or the
 * store is lost, and never for the vendor's faults: those are kept in the memory, and delay the next turn.
 */
export async function takeTurn(parts: SyncParts, list: JobList, stored: unknown, memory: ListMemory): Promise<void> {
  const startedAt = instantOf(parts);
  const session = createListSession(parts, list, readListState(stored, startedAt));
  try {
    const sentBefore = parts.connector.condition().requests.sent;
    await readOrSweep(session, memory);
    const costMs = (parts.connector.condition().requests.sent - sentBefore) * syncTiming.perRequestMs;
    await readGap(session);
    const openWaitMs = await followOpenJobs(session, memory.asked);
    memory.wholeAt = laterOf(believed(memory.wholeAt, parts.clock.now()), startedAt);
    memory.failures = 0;
    memory.problem = null;
    memory.dueMs = parts.clock.monotonicMs() + waitAfter(session, openWaitMs, costMs);
  } catch (error) {
    if (parts.signal.aborted) throw parts.signal.reason;
    const problem = CrossvaultError.from(error);
    if (endsSync(problem)) throw problem;
    memory.failures += 1;
    memory.problem = problem;
    memory.dueMs = parts.clock.monotonicMs() + waitAfterFailure(memory.failures, problem);
  } finally {
    memory.state = session.state;
  }
}

/** The increment, and a step of the pass that is due. Of a list without order the newest window of a pass is the increment. */
async function readOrSweep(session: ListSession, memory: ListMemory): Promise<void> {
  const { clock, connector } = session.parts;
  const isReady = session.state.gap === null && connector.history === 'complete';
  const sweep = isReady ? dueSweep(session.state, clock.now()) : null;
  const maySweep = sweep !== null && clock.monotonicMs() - memory.sweptAtMs >= leastBetweenSweepsMs;
  const isNewest = maySweep && session.list.order === 'none' && beginsAtNewest(session.state, sweep);
  if (!isNewest) await readIncrement(session);
  if (!maySweep) return;
  memory.sweptAtMs = clock.monotonicMs();
  await sweepStep(session, sweep);
}

/** The vendor's client enforces a longer Retry-After: a turn before it sends no request. */
const waitAfterFailure = (failures: number, { retryAfterSeconds }: CrossvaultError): number =>
  Math.min(Math.max(backoffMs(failures), (retryAfterSeconds ?? 0) * 1000), syncTiming.longestBackoffMs);

/** While a job is open the list is read often, unless that costs many requests. */
function waitAfter({ parts, state }: ListSession, openWaitMs: number | null, costMs: number): number {
  if (state.gap !== null) return 0;
  const idleMs = parts.connector.history === 'sampled' ? sampledWaitMs(state) : syncTiming.idleMs;
  return Math.max(Math.min(openWaitMs ?? idleMs, idleMs), Math.min(costMs, syncTiming.idleMs));
}
