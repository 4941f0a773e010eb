import type { LinkedRuns } from '@crossvault/core/store';
import { intervalOf } from './rhythm.ts';

/** A run may come so much before its time, and so much after it, without being another one. */
const earlyMs = 5 * 60_000;
const graceMs = 60 * 60_000;

export interface ExpectationFacts {
  readonly runs: LinkedRuns;
  /** When the vendor says that it runs next; null when it does not. */
  readonly nextAt: string | null;
  /** The newest such instant that has passed. */
  readonly dueAt: string | null;
  /** False where nothing is to run: it is switched off, or no longer protected. */
  readonly isExpected: boolean;
  readonly nowMs: number;
  /** Up to when everything that ran is known; null when unknown: then no run counts as missed. */
  readonly knownUntilMs: number | null;
}

export interface Expectation {
  /** The next run, where there is reason to expect one. */
  readonly nextAt: string | null;
  readonly missed: boolean | null;
  /** It follows from what ran so far, not from what the vendor says. */
  readonly isInferred: boolean;
}

/** What is to run next, and whether what was to run last did. By the vendor's own word, else by the rhythm of what ran. */
export function expect(facts: ExpectationFacts): Expectation {
  const { nextAt, isExpected, nowMs, knownUntilMs } = facts;
  const starts = facts.runs.recent.flatMap(({ startedAt }) => (startedAt === null ? [] : Date.parse(startedAt)));
  if (!isExpected) return { nextAt, missed: false, isInferred: false };
  const toMissed = (dueMs: number, patienceMs: number): boolean | null => {
    if (starts.some((start) => start >= dueMs - earlyMs)) return false;
    return knownUntilMs === null ? null : knownUntilMs > dueMs + patienceMs;
  };
  const interval = intervalOf(starts);
  const [last] = starts;
  const rhythm = interval === null || last === undefined ? null : { interval, last };
  const dueMs = newestPassed([facts.dueAt, nextAt], nowMs);
  const isFuture = nextAt !== null && Date.parse(nextAt) > nowMs;
  if (dueMs !== null || isFuture) {
    const missed = dueMs === null ? null : toMissed(dueMs, graceMs);
    return { nextAt: isFuture ? nextAt : null, missed, isInferred: false };
  }
  if (rhythm === null) return { nextAt: null, missed: null, isInferred: false };
  const due = rhythm.last + rhythm.interval;
  const missed = knownUntilMs === null ? null : knownUntilMs > due + Math.max(graceMs, rhythm.interval / 2);
  const rounds = Math.max(1, Math.ceil((nowMs - rhythm.last) / rhythm.interval));
  return { nextAt: new Date(rhythm.last + rounds * rhythm.interval).toISOString(), missed, isInferred: true };
}

function newestPassed(instants: readonly (string | null)[], nowMs: number): number | null {
  const passed = instants.flatMap((each) => (each === null ? [] : Date.parse(each))).filter((each) => each <= nowMs);
  return passed.length === 0 ? null : Math.max(...passed);
}
