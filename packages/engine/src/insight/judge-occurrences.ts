import { type DueRun, dueRuns, isChanging } from './due-runs.ts';
import { createDurations, createLateness, durationLimit, startGrace } from './graces.ts';
import { judgeSilence, type SilenceFacts } from './judge-silence.ts';
import type { JudgedRange, JudgedSubject } from './judged-subject.ts';
import { isByHand, isGood, isOfTrack, isUnmet, keyOf, type Occurrence, type Run, type Span } from './occurrence.ts';
import { mergeSpans } from './spans.ts';

const halfHourMs = 1_800_000;
const dayMs = 24 * 2 * halfHourMs;

/** The occurrences of a subject whose due time lies in the range. Pure: the same facts give the same occurrences. */
export function judgeOccurrences(subject: JudgedSubject, range: JudgedRange): readonly Occurrence[] {
  const coverage = mergeSpans(subject.coverage);
  const found: Occurrence[] = [];
  const tracks = findDues(subject, range);
  for (const [track, dues] of tracks) {
    const runs = subject.runs.filter((run) => isOfTrack(run, track));
    found.push(...judgeTrack({ subject, range, coverage, runs }, dues));
  }
  return tracks.size < 2 ? found : found.sort((one, other) => one.due.dueMs - other.due.dueMs);
}

/**
 * The first run of the range has one before, and the last one a next one; from those before, lateness and durations are learned.
 * Where none is due so soon, a run of the last one is awaited no longer.
 */
const beyondMs = 40 * dayMs;

function findDues({ versions, sinceMs, retiredMs }: JudgedSubject, { fromMs, untilMs }: Span) {
  const from = Math.max(fromMs - beyondMs, sinceMs ?? Number.NEGATIVE_INFINITY);
  return dueRuns(versions, from, Math.min(untilMs + beyondMs, retiredMs ?? Number.POSITIVE_INFINITY));
}

interface TrackFacts {
  readonly subject: JudgedSubject;
  readonly range: JudgedRange;
  readonly coverage: readonly Span[];
  /** Of this track. */
  readonly runs: readonly Run[];
}

/** A run may start so much before its time: what starts later than that belongs to it. */
const earlyOf = (gapMs: number): number => Math.min(halfHourMs, gapMs / 4);

function judgeTrack({ subject, range, coverage, runs }: TrackFacts, dues: readonly DueRun[]): Occurrence[] {
  const found: Occurrence[] = [];
  const lateness = createLateness();
  const durations = createDurations();
  const takeRuns = createRunTaker(runs);
  const { defaultStartMs: defaultMs, configuredStartMs: configuredMs } = subject.graces;
  for (const [position, dueRun] of dues.entries()) {
    const { due } = dueRun;
    if (due.dueMs >= range.untilMs) break;
    const window = windowOf(dues, position);
    const { taken, before } = takeRuns(window);
    const attempts = taken.some(isByHand) ? taken.filter((run) => !isByHand(run)) : taken;
    if (due.dueMs >= range.fromMs) {
      const latenessMs = lateness.percentile();
      const graceMs = startGrace({ defaultMs, configuredMs, latenessMs, gapMs: window.gapMs });
      const startByMs = due.lastDueMs + graceMs;
      const facts = { dueRun, subject, coverage, nextMs: window.untilMs, nowMs: range.nowMs, startByMs, before };
      const occurrence = judgeOne(facts, attempts, taken, durationLimit(durations.percentile()));
      found.push(withExcuse(occurrence, subject, dueRun));
    }
    const [first] = attempts;
    if (first !== undefined) lateness.add(Math.max(0, first.startedMs - due.lastDueMs));
    for (const { startedMs, endedMs } of attempts) if (endedMs !== null) durations.add(endedMs - startedMs);
  }
  return found;
}

const noRuns: readonly Run[] = [];

/** Takes runs window by window, with the run that started last before each. */
function createRunTaker(runs: readonly Run[]) {
  let index = 0;
  const skip = (untilMs: number): void => {
    while (index < runs.length && (runs[index]?.startedMs ?? 0) < untilMs) index += 1;
  };
  return ({ fromMs, untilMs }: Span): { readonly taken: readonly Run[]; readonly before: Run | null } => {
    skip(fromMs);
    const start = index;
    skip(untilMs);
    return { taken: start === index ? noRuns : runs.slice(start, index), before: runs[start - 1] ?? null };
  };
}

/** Runs that start within it belong to the occurrence. The gap is the time to the next one by the same version of the schedule. */
function windowOf(dues: readonly DueRun[], position: number): Span & { readonly gapMs: number } {
  const [before, current, next] = [dues[position - 1], dues[position], dues[position + 1]];
  const dueMs = current?.due.dueMs ?? 0;
  const toNextMs = next === undefined ? beyondMs : next.due.dueMs - dueMs;
  const sinceMs = before === undefined ? toNextMs : dueMs - before.due.dueMs;
  const periodMs = current?.periodMs ?? 0;
  const isSameVersion = next === undefined || next.versionId === current?.versionId;
  const gapMs = isSameVersion ? toNextMs : Math.max(sinceMs, toNextMs, dayMs);
  return {
    fromMs: dueMs - earlyOf(sinceMs),
    untilMs: dueMs + Math.min(toNextMs - earlyOf(toNextMs), periodMs),
    gapMs: Math.min(gapMs, periodMs),
  };
}

type Verdict = Pick<Occurrence, 'state' | 'reason'>;

function judgeOne(
  facts: SilenceFacts,
  attempts: readonly Run[],
  window: readonly Run[],
  limitMs: number | null,
): Occurrence {
  const { dueRun, startByMs, nowMs, nextMs } = facts;
  const last = attempts.at(-1);
  const verdict = last === undefined ? judgeSilence(facts) : judgeRun(attempts, last, facts);
  const endByMs = last === undefined || limitMs === null ? null : last.startedMs + limitMs;
  return {
    due: dueRun.due,
    versionId: dueRun.versionId,
    startByMs,
    endByMs,
    state: verdict.state,
    reason: verdict.reason,
    attempts,
    isProvisional: verdict.state === 'missed' && nowMs < nextMs,
    isOverrunning: verdict.state === 'running' && endByMs !== null && nowMs > endByMs,
    isRecovered: isUnmet(verdict) && window.some((run) => isByHand(run) && isGood(run) && isAfter(run, last, dueRun)),
  };
}

const isAfter = ({ startedMs }: Run, last: Run | undefined, { due }: DueRun): boolean =>
  startedMs >= (last?.startedMs ?? due.dueMs);

/** The vendor's retries are one occurrence: the first start says whether it was in time, the last result how it ended. */
function judgeRun(attempts: readonly Run[], last: Run, { dueRun, startByMs }: SilenceFacts): Verdict {
  const isLate = (attempts[0]?.startedMs ?? 0) > startByMs && !isChanging(dueRun, startByMs) && !dueRun.isBeforeKnown;
  switch (last.status) {
    case 'succeeded':
    case 'warning':
      if (last.madeNothing) return { state: 'skipped', reason: 'nothing-protected' };
      if (last.status === 'warning') return { state: 'met-with-warning', reason: null };
      return { state: isLate ? 'met-late' : 'met', reason: null };
    case 'failed':
    case 'cancelled':
    case 'skipped':
      return { state: last.status, reason: null };
    case 'unknown':
      return { state: 'unknown', reason: 'result-unknown' };
    default:
      return { state: 'running', reason: null };
  }
}

/** What ended badly, or cannot be known, is excused; what is met stays met. */
function withExcuse(occurrence: Occurrence, { id, excuses }: JudgedSubject, { due }: DueRun): Occurrence {
  if (excuses.length === 0 || !(isUnmet(occurrence) || occurrence.state === 'unknown')) return occurrence;
  const isExcused = excuses.some((excuse) =>
    'key' in excuse ? excuse.key === keyOf(id, occurrence) : due.dueMs >= excuse.fromMs && due.dueMs < excuse.untilMs,
  );
  return isExcused ? { ...occurrence, state: 'excused', reason: 'override', isProvisional: false } : occurrence;
}
