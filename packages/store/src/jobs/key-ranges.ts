import type { JobCriteria, Position } from '@crossvault/core/store';
import { type Condition, column } from './conditions.ts';
import { fragment } from './fragment.ts';
import { toMs } from './job-row.ts';

export type Times = Pick<JobCriteria, 'since' | 'startedAfter' | 'startedBefore'>;

/** A part of the order of the list. The parts are read one after the other, each by conditions that an index can follow. */
export interface KeyRange {
  /** Whether its jobs have a start, by which they are ordered. */
  readonly hasStart: boolean;
  readonly conditions: readonly Condition[];
  /** Whether its conditions find a few jobs by their numbers, so that no other index is to be followed. */
  readonly isFew: boolean;
}

/** The key ranges that are not yet passed, from the position on. They share no job. */
export const keyRanges = (times: Times, after: Position | null, descending: boolean): readonly KeyRange[] =>
  rangesOf(times, descending).flatMap((range) => {
    const behind = positionCondition(range, after, descending);
    return behind === null ? [] : [{ ...range, conditions: [...range.conditions, ...behind] }];
  });

/** The condition for jobs after a position; null when this key range has none. */
function positionCondition(
  { hasStart }: KeyRange,
  after: Position | null,
  descending: boolean,
): readonly Condition[] | null {
  if (after === null) return [];
  if (after.startedAt === null) return hasStart ? [] : [fragment`jobs.id > ${after.id}`];
  if (!hasStart) return null;
  const ms = toMs(after.startedAt);
  return descending
    ? [fragment`jobs.started_ms <= ${ms}`, fragment`(jobs.started_ms < ${ms} or jobs.id > ${after.id})`]
    : [fragment`jobs.started_ms >= ${ms}`, fragment`(jobs.started_ms > ${ms} or jobs.id > ${after.id})`];
}

const orNever = (bound: string | null): number | null => (bound === null ? null : toMs(bound));

/** Jobs without a start, then jobs with one; long-running jobs that match `since` have a range of their own. */
function rangesOf({ since, startedAfter, startedBefore }: Times, descending: boolean): readonly KeyRange[] {
  const [sinceMs, afterMs, beforeMs] = [orNever(since), orNever(startedAfter), orNever(startedBefore)];
  const [started, ended] = [column('started_ms'), column('ended_ms')];
  const isOpenOrEndedSince = (bound: number): Condition => fragment`(${ended} is null or ${ended} >= ${bound})`;
  const noStart: KeyRange = {
    hasStart: false,
    isFew: false,
    conditions: [
      fragment`${started} is null`,
      ...(afterMs === null ? [] : [isOpenOrEndedSince(afterMs)]),
      ...(sinceMs === null ? [] : [fragment`(${column('ended')} = 0 or ${isOpenOrEndedSince(sinceMs)})`]),
    ],
  };
  const within = (from: number | null, to: number | null, more: readonly Condition[] = []): KeyRange => ({
    hasStart: true,
    isFew: more.length > 0,
    conditions: [
      fragment`${started} is not null`,
      ...(from === null ? [] : [fragment`${started} >= ${from}`]),
      ...(to === null ? [] : [fragment`${started} < ${to}`]),
      ...more,
    ],
  });
  if (sinceMs === null || (afterMs !== null && afterMs >= sinceMs)) return [noStart, within(afterMs, beforeMs)];
  const early = beforeMs === null ? sinceMs : Math.min(sinceMs, beforeMs);
  const stillMeant = fragment`jobs.seq in (select seq from jobs where ended = 0 and (ended = 0 or read_whole = 0)
    union all select seq from jobs where ended_ms >= ${sinceMs} and started_ms < ${early})`;
  const late = within(sinceMs, beforeMs);
  const straddling = within(afterMs, early, [stillMeant]);
  return descending ? [noStart, late, straddling] : [noStart, straddling, late];
}
