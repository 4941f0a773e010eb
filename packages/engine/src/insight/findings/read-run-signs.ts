import { isGood, keyOf, type Occurrence, type Run } from '../occurrence.ts';
import { streakOf } from '../streaks.ts';
import type { Holds, Sign } from './sign.ts';
import type { SubjectFacts } from './subject-facts.ts';

/** An occurrence, or a run of a subject that has no schedule. */
interface Result {
  readonly key: string;
  readonly atMs: number;
  /** A bad one that a run by hand made good is met here: it ends streaks. */
  readonly state: Occurrence['state'];
  readonly isOverNothing: boolean;
  /** Whether it runs again after an attempt that ended badly. */
  readonly isTriedAgain: boolean;
}

type RunCause = 'failed' | 'missed' | 'nothing-protected' | 'overrunning';

/** What the runs of a subject say. Each track has its own streak: a good snapshot makes no failed backup good. */
export function readRunSigns(facts: SubjectFacts): readonly Sign[] {
  const tracks = resultsOf(facts);
  const overrunning = facts.occurrences.filter(({ isOverrunning }) => isOverrunning);
  return [
    readStreaks('failed', facts, tracks),
    readStreaks('missed', facts, tracks),
    combine('nothing-protected', facts, tracks.flatMap(readOverNothing)),
    combine(
      'overrunning',
      facts,
      overrunning.map((occurrence) => ({
        holds: 'yes',
        sinceMs: occurrence.endByMs,
        evidence: [keyOf(facts.id, occurrence)],
      })),
      'no',
    ),
  ];
}

/** Newest first, by track. */
function resultsOf({ id, occurrences, runs, life }: SubjectFacts): readonly (readonly Result[])[] {
  const fromMs = life.activeSinceMs ?? Number.NEGATIVE_INFINITY;
  const isActive = ({ atMs }: Result): boolean => atMs >= fromMs;
  if (occurrences.length === 0) return [runs.map(resultOfRun).filter(isActive).reverse()];
  const tracks = Map.groupBy(occurrences, ({ due }) => due.track);
  return [...tracks.values()].map((track) =>
    track
      .map((occurrence) => resultOfOccurrence(id, occurrence))
      .filter(isActive)
      .reverse(),
  );
}

const resultOfOccurrence = (subjectId: string, occurrence: Occurrence): Result => ({
  key: keyOf(subjectId, occurrence),
  atMs: occurrence.due.dueMs,
  state: occurrence.isRecovered ? 'met' : occurrence.state,
  isOverNothing: occurrence.reason === 'nothing-protected' && !occurrence.isRecovered,
  isTriedAgain: occurrence.state === 'running' && occurrence.attempts.length > 1,
});

const resultOfRun = (run: Run): Result => ({
  key: run.id,
  atMs: run.startedMs,
  state: stateOfRun(run),
  isOverNothing: (run.status === 'succeeded' || run.status === 'warning') && run.madeNothing,
  isTriedAgain: false,
});

function stateOfRun(run: Run): Occurrence['state'] {
  if (isGood(run)) return 'met';
  switch (run.status) {
    case 'failed':
    case 'cancelled':
    case 'unknown':
      return run.status;
    case 'succeeded':
    case 'warning':
    case 'skipped':
      return 'skipped';
    default:
      return 'running';
  }
}

interface Reading {
  readonly holds: Holds;
  readonly sinceMs?: number | null;
  readonly streak?: number;
  readonly evidence?: readonly string[];
}

/** A bad streak of which one run failed, or was missed. It lasts until a good run ends it, whatever else comes between. */
function readStreaks(cause: 'failed' | 'missed', facts: SubjectFacts, tracks: readonly (readonly Result[])[]): Sign {
  const readings = tracks.flatMap((results): readonly Reading[] => {
    const streak = results[0]?.isTriedAgain === true ? null : streakOf(results);
    // A track of which nothing bad was ever known is left out.
    if (streak === null) return results.some(({ state }) => state === cause) ? [{ holds: 'not-known' }] : [];
    if (streak.kind === 'good') return [{ holds: 'no' }];
    const bad = results.filter(({ state }) => state === 'failed' || state === 'missed').slice(0, streak.count);
    const own = bad.filter(({ state }) => state === cause);
    if (own.length === 0) return [{ holds: streak.isCutByUnknown ? 'not-known' : 'no' }];
    const sinceMs = own.at(-1)?.atMs ?? null;
    return [{ holds: 'yes', sinceMs, streak: streak.count, evidence: own.map(({ key }) => key) }];
  });
  return combine(cause, facts, readings);
}

/** The newest run that says whether there was something to protect. */
function readOverNothing(results: readonly Result[]): readonly Reading[] {
  const telling = results.find(({ state, isOverNothing }) => isOverNothing || state.startsWith('met'));
  if (telling === undefined) return [];
  if (!telling.isOverNothing) return [{ holds: 'no' }];
  return [{ holds: 'yes', sinceMs: telling.atMs, evidence: [telling.key] }];
}

/** The subject has what one of its tracks has. */
function combine(
  cause: RunCause,
  { id }: SubjectFacts,
  readings: readonly Reading[],
  without: Holds = 'not-known',
): Sign {
  const held = readings.filter(({ holds }) => holds === 'yes');
  const [longest] = held.toSorted((one, other) => (other.streak ?? 0) - (one.streak ?? 0));
  const isUnclear = readings.some(({ holds }) => holds === 'not-known');
  const otherwise = isUnclear ? 'not-known' : (readings[0]?.holds ?? without);
  return {
    cause,
    subjectId: id,
    holds: longest?.holds ?? otherwise,
    sinceMs: longest?.sinceMs ?? null,
    streak: longest?.streak ?? 0,
    evidence: held.flatMap(({ evidence = [] }) => evidence),
  };
}
