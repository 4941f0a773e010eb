import type { StoredOccurrence, StoredSubject } from '@crossvault/core/store';
import type { MonthSpan } from './month-events.ts';
import type { MonthPlan } from './month-plan.ts';
import type { KindScore, Mismatch } from './month-result.ts';
import { type DueRun, isRight, scoreRun } from './score-run.ts';
import type { Verdicts } from './verdicts.ts';

const hourMs = 3_600_000;
/** What was due shortly before the end may not be known yet. */
const settlingMs = 14 * hourMs;
/** On the first day schedules are read for the first time. */
const firstDayMs = 24 * hourMs;

export interface Comparison {
  readonly kinds: readonly KindScore[];
  readonly mismatches: readonly Mismatch[];
}

const newScore = ({ vendor, kind, basis }: MonthPlan): KindScore => ({
  vendor,
  kind,
  basis,
  subjects: 0,
  due: 0,
  right: 0,
  wrong: 0,
  excused: 0,
  unknown: {},
  neverStarted: 0,
  unknownMissed: 0,
  missedFound: 0,
  falselyMissed: 0,
  failed: 0,
  failedFound: 0,
  falselyFailed: 0,
  longestDelayMs: 0,
  openings: 0,
  episodes: 0,
});

const fold = (text: string | null): string => (text ?? '').toLowerCase();

function isSubjectOf({ vendor, wish }: MonthPlan, item: string | null, subject: StoredSubject): boolean {
  if (subject.vendor !== vendor) return false;
  if (item !== null) return subject.kind === 'item' && fold(subject.name) === fold(item);
  return fold(subject.kind === 'plan' ? subject.name : (subject.plan?.name ?? null)) === fold(wish.name);
}

const isJudged = (dueMs: number, { fromMs, untilMs }: MonthSpan): boolean =>
  dueMs > fromMs + firstDayMs && dueMs < untilMs - settlingMs;

/** Of a run for two tracks that did not succeed the first half did, and the last one bears the result. */
const isFirstHalf = ({ outcome, item, dueAt }: DueRun, next: DueRun | undefined): boolean =>
  ['failed', 'cancelled', 'warning'].includes(outcome) && next?.dueAt === dueAt && next.item === item;

/** Compares what was found with what the simulators did. It expands no schedule itself: all due times are theirs. */
export function compareMonth(
  plans: readonly MonthPlan[],
  truth: readonly DueRun[],
  verdicts: Verdicts,
  span: MonthSpan,
): Comparison {
  const scores = new Map<string, KindScore>();
  const mismatches: Mismatch[] = [];
  for (const plan of plans) {
    const key = JSON.stringify([plan.vendor, plan.kind, plan.basis]);
    const score = scores.get(key) ?? newScore(plan);
    scores.set(key, score);
    const own = truth.filter((each) => each.vendor === plan.vendor && each.plan === plan.wish.name);
    const judged = own.filter(
      (due, index) => isJudged(Date.parse(due.dueAt), span) && !isFirstHalf(due, own[index + 1]),
    );
    for (const [item, dues] of Map.groupBy(judged, (each) => each.item)) {
      const subject = verdicts.subjects.find(
        (each) => isSubjectOf(plan, item, each) && verdicts.occurrences.has(each.id),
      );
      score.subjects += 1;
      const found = verdicts.occurrences.get(subject?.id ?? '') ?? [];
      const openedMs = verdicts.missedOpenedMs.get(subject?.id ?? '') ?? [];
      mismatches.push(...compareSubject({ plan, item, dues, found, openedMs, span }, score));
    }
  }
  return { kinds: [...scores.values()], mismatches };
}

interface Compared {
  readonly plan: MonthPlan;
  readonly item: string | null;
  /** Of the item, or of the plan. */
  readonly dues: readonly DueRun[];
  readonly found: readonly StoredOccurrence[];
  readonly openedMs: readonly number[];
  readonly span: MonthSpan;
}

function compareSubject(compared: Compared, score: KindScore): Mismatch[] {
  const { plan, item, dues, found, openedMs, span } = compared;
  const taken = new Set<StoredOccurrence>();
  const mismatches: Mismatch[] = [];
  for (const due of dues) {
    const verdict = findVerdict(plan, due, found, taken);
    if (verdict !== null) taken.add(verdict);
    scoreRun(score, due, verdict);
    score.longestDelayMs = Math.max(score.longestDelayMs, delayOf(due, verdict, openedMs));
    if (!isRight(due, verdict)) mismatches.push(toMismatch(plan, due, verdict));
  }
  score.episodes += countEpisodes(dues);
  score.openings += openedMs.filter((atMs) => isJudged(atMs, span)).length;
  for (const { state, dueMs } of found.filter((each) => !taken.has(each))) {
    if (state !== 'missed' || !isJudged(dueMs, span)) continue;
    score.falselyMissed += 1;
    const dueAt = new Date(dueMs).toISOString();
    mismatches.push({ plan: plan.wish.name, item, dueAt, outcome: 'not due', verdict: state, planted: [] });
  }
  return mismatches;
}

function toMismatch(plan: MonthPlan, due: DueRun, verdict: StoredOccurrence | null): Mismatch {
  const { dueAt, outcome, item, planted } = due;
  const said = verdict === null ? 'nothing' : `${verdict.state} ${verdict.reason ?? ''}`.trim();
  return { plan: plan.wish.name, item, dueAt, outcome, verdict: said, planted: [...planted] };
}

/** By its due time; where due times are inferred the nearest that no other run has. */
function findVerdict(
  { basis, everyHours }: MonthPlan,
  { dueAt, track }: DueRun,
  found: readonly StoredOccurrence[],
  taken: ReadonlySet<StoredOccurrence>,
): StoredOccurrence | null {
  const dueMs = Date.parse(dueAt);
  const inferredMs = Math.min(everyHours / 2, 10) * hourMs;
  const mostMs = basis === 'schedule' ? 0 : basis === 'next-run' ? 60_000 : inferredMs;
  const distance = (each: StoredOccurrence): number => Math.abs(each.dueMs - dueMs);
  const near = found.filter((each) => distance(each) <= mostMs && !taken.has(each) && each.track === track);
  return near.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}

/** From the end of the grace to the opening of the finding. 0 where the finding was open before. */
function delayOf({ outcome }: DueRun, verdict: StoredOccurrence | null, openedMs: readonly number[]): number {
  if (outcome !== 'missed' || verdict?.state !== 'missed') return 0;
  const opened = openedMs.find((atMs) => atMs > verdict.dueMs) ?? verdict.startByMs;
  const delayMs = opened - verdict.startByMs;
  return delayMs < 24 * hourMs ? Math.max(0, delayMs) : 0;
}

/** Runs one after the other that never started, or too late: one finding. */
function countEpisodes(dues: readonly DueRun[]): number {
  const isMissing = (due: DueRun | undefined): boolean =>
    due !== undefined && (due.outcome === 'missed' || due.planted.includes('late'));
  return dues.filter((due, index) => isMissing(due) && !isMissing(dues[index - 1])).length;
}
