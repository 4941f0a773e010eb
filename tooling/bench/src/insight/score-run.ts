import type { StoredOccurrence } from '@crossvault/core/store';
import type { Simulators } from '@crossvault/simulators';
import type { KindScore } from './month-result.ts';

/** A run that was due, and what became of it, by the simulators. */
export type DueRun = ReturnType<Simulators['schedule']>['occurrences'][number];

/** The verdicts that say what became of a run. */
const verdictsOf: Readonly<Record<string, readonly string[]>> = {
  succeeded: ['met', 'met-late'],
  warning: ['met-with-warning'],
  failed: ['failed'],
  // A console has no word for a run that was stopped.
  cancelled: ['cancelled', 'failed'],
  missed: ['missed'],
  skipped: ['excused', 'skipped'],
};

/** Whether a verdict says what became of a run. */
export const isRight = ({ outcome }: DueRun, verdict: StoredOccurrence | null): boolean =>
  verdict !== null && (verdictsOf[outcome] ?? []).includes(verdict.state);

function addVerdict(score: KindScore, due: DueRun, verdict: StoredOccurrence | null): void {
  if (verdict === null || verdict.state === 'unknown') {
    const reason = verdict === null ? 'not expected' : (verdict.reason ?? '');
    score.unknown[reason] = (score.unknown[reason] ?? 0) + 1;
  } else if (isRight(due, verdict)) score.right += 1;
  else if (verdict.state === 'excused') score.excused += 1;
  else score.wrong += 1;
}

function addMissed(score: KindScore, { outcome }: DueRun, verdict: StoredOccurrence | null): void {
  if (outcome !== 'missed') {
    if (verdict?.state === 'missed') score.falselyMissed += 1;
    return;
  }
  score.neverStarted += 1;
  if (verdict?.state === 'missed') score.missedFound += 1;
  if (verdict?.state === 'unknown') score.unknownMissed += 1;
}

function addFailed(score: KindScore, { outcome }: DueRun, verdict: StoredOccurrence | null): void {
  const isCalledFailed = verdict?.state === 'failed';
  if (outcome === 'failed') {
    score.failed += 1;
    if (isCalledFailed) score.failedFound += 1;
  } else if (isCalledFailed && outcome !== 'cancelled') score.falselyFailed += 1;
}

/** Counts a run and the verdict on it; null: it was not expected. */
export function scoreRun(score: KindScore, due: DueRun, verdict: StoredOccurrence | null): void {
  score.due += 1;
  addVerdict(score, due, verdict);
  addMissed(score, due, verdict);
  addFailed(score, due, verdict);
}
