import { isUnderWay } from '@crossvault/core/store';
import { type DueRun, isChanging } from './due-runs.ts';
import type { JudgedSubject } from './judged-subject.ts';
import type { Occurrence, Run, Span } from './occurrence.ts';
import { isCovered } from './spans.ts';

/** What the verdict on an occurrence without a run follows from. */
export interface SilenceFacts {
  readonly dueRun: DueRun;
  readonly subject: JudgedSubject;
  /** Merged. */
  readonly coverage: readonly Span[];
  readonly startByMs: number;
  /** From then on a run belongs to the next occurrence. */
  readonly nextMs: number;
  /** The run of the track that started last before; null: none is known. */
  readonly before: Run | null;
  readonly nowMs: number;
}

type Verdict = Pick<Occurrence, 'state' | 'reason'>;
const unknown = (reason: Occurrence['reason']): Verdict => ({ state: 'unknown', reason });
const excused = (reason: Occurrence['reason']): Verdict => ({ state: 'excused', reason });

/** No job is known that was made for the occurrence. It is missed only where one would be known. */
export function judgeSilence(facts: SilenceFacts): Verdict {
  const { dueRun, subject, coverage, startByMs, nextMs, nowMs } = facts;
  const { due } = dueRun;
  if (nowMs < due.dueMs) return { state: 'upcoming', reason: null };
  const settledMs = startByMs + subject.graces.reportLagMs;
  if (subject.pointsMs.some((pointMs) => pointMs >= due.dueMs && pointMs < nextMs))
    return { state: 'met', reason: null };
  if (isStillRunning(facts)) return excused('still-running');
  if (nowMs < settledMs) return { state: 'due', reason: null };
  if (subject.retiredMs !== null && subject.retiredMs < startByMs) return excused('retired');
  if (dueRun.isBeforeKnown) return unknown('schedule-not-known');
  if (isChanging(dueRun, startByMs)) return excused('schedule-changed');
  if (subject.unlisted.includes(due.track)) return unknown('not-observable');
  if (!isCovered(coverage, { fromMs: due.dueMs, untilMs: settledMs })) return unknown('blind');
  if (!subject.isLinked) return unknown('not-linked');
  return due.isCertain ? { state: 'missed', reason: null } : unknown('clock-change');
}

/** Vendors do not start a run of a plan while the one before it is going. One that has not ended went on for as long as its list was read. */
function isStillRunning({ before, dueRun, coverage, nowMs }: SilenceFacts): boolean {
  if (before === null || before.startedMs >= dueRun.due.dueMs) return false;
  const seenMs = Math.min(nowMs, coverage.at(-1)?.untilMs ?? before.startedMs);
  return (before.endedMs ?? (isUnderWay(before) ? seenMs : before.startedMs)) > dueRun.due.lastDueMs;
}
