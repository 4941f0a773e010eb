import { isDeepStrictEqual } from 'node:util';
import type { OccurrenceKey, StoredOccurrence } from '@crossvault/core/store';
import type { Occurrence, Run } from '../occurrence.ts';

const dayMs = 24 * 3_600_000;
/** Occurrences that are not frozen are judged again for so long. */
export const judgedAgainMs = 35 * dayMs;
/** From then on a verdict that rests on what was read is never judged again. */
export const frozenAfterMs = 3 * dayMs;

const unsettled: ReadonlySet<Occurrence['state']> = new Set(['upcoming', 'due', 'running']);

/** Whether an occurrence has ended, as far as is known. */
export const isSettled = ({ state }: Pick<Occurrence, 'state'>): boolean => !unsettled.has(state);

/** An occurrence as it is stored. Of its runs the parts that only a verdict needs are not. */
export const fromStored = (stored: StoredOccurrence): Occurrence => ({
  due: {
    track: stored.track,
    dueMs: stored.dueMs,
    lastDueMs: stored.dueMs,
    offsetMs: stored.offsetMs,
    isCertain: true,
  },
  versionId: stored.version,
  startByMs: stored.startByMs,
  endByMs: stored.endByMs,
  state: stored.state,
  reason: stored.reason,
  attempts: stored.attempts.map(
    (attempt): Run => ({ ...attempt, kind: 'backup', trigger: 'unknown', isOurs: false, madeNothing: false }),
  ),
  isProvisional: stored.isProvisional,
  isOverrunning: stored.isOverrunning,
  isRecovered: stored.isRecovered,
});

interface Owner {
  readonly connection: string;
  readonly subject: string;
}

function toStored({ connection, subject }: Owner, occurrence: Occurrence, nowMs: number): StoredOccurrence {
  const { due, state, isProvisional } = occurrence;
  // What was not seen may still be read; what is known is settled.
  const patienceMs = state === 'unknown' ? judgedAgainMs : frozenAfterMs;
  return {
    connection,
    subject,
    dueMs: due.dueMs,
    track: due.track,
    version: occurrence.versionId,
    offsetMs: due.offsetMs,
    startByMs: occurrence.startByMs,
    endByMs: occurrence.endByMs,
    state,
    reason: occurrence.reason,
    attempts: occurrence.attempts.map(({ id, status, startedMs, endedMs }) => ({ id, status, startedMs, endedMs })),
    isProvisional,
    isOverrunning: occurrence.isOverrunning,
    isRecovered: occurrence.isRecovered,
    isFrozen: isSettled(occurrence) && !isProvisional && nowMs - due.dueMs > patienceMs,
  };
}

const keyOf = ({ dueMs, track, version }: OccurrenceKey): string => JSON.stringify([dueMs, track, version]);

interface MergeRange {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly nowMs: number;
  /** Ids of the jobs that are stored. */
  readonly runs: ReadonlySet<string>;
}

/**
 * What an evaluation changes of what is stored. A verdict stands where the jobs on which it rests are stored no longer: what was known
 * of a run is not forgotten because its job was deleted for its age.
 */
export function mergeOccurrences(
  owner: Owner,
  judged: readonly Occurrence[],
  stored: readonly StoredOccurrence[],
  { fromMs, untilMs, nowMs, runs }: MergeRange,
) {
  const before = new Map(stored.map((each) => [keyOf(each), each]));
  const kept: Occurrence[] = [];
  const changed: StoredOccurrence[] = [];
  const rests = ({ attempts }: StoredOccurrence): boolean => attempts.some(({ id }) => !runs.has(id));
  for (const occurrence of judged) {
    const next = toStored(owner, occurrence, nowMs);
    const known = before.get(keyOf(next));
    before.delete(keyOf(next));
    if (known?.isFrozen === true) continue;
    const stands = known !== undefined && next.attempts.length === 0 && rests(known);
    kept.push(stands ? fromStored(known) : occurrence);
    if (stands ? !known.isFrozen : !isDeepStrictEqual(known, next)) {
      changed.push(stands ? { ...known, isFrozen: true } : next);
    }
  }
  const left = [...before.values()].filter(
    ({ isFrozen, dueMs }) => !isFrozen && dueMs >= fromMs && (dueMs < untilMs || dueMs > nowMs),
  );
  const removed: OccurrenceKey[] = left
    .filter((each) => !rests(each) || each.attempts.length === 0)
    .map(({ subject, dueMs, track, version }) => ({ subject, dueMs, track, version }));
  kept.push(...left.filter((each) => each.attempts.length > 0 && rests(each)).map(fromStored));
  return { kept, changed, removed };
}
