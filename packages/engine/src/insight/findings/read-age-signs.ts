import { isUnmet } from '../occurrence.ts';
import { type Sign, signOf } from './sign.ts';
import type { SubjectFacts } from './subject-facts.ts';

/** What the age of the newest good backup says. */
export function readAgeSigns(facts: SubjectFacts, nowMs: number): readonly Sign[] {
  return [readNever(facts), ...readObjective(facts, nowMs)];
}

/** That there never was a backup is known of a subject alone whose whole life is known, after its first run was due. */
function readNever({ id, occurrences, age, life }: SubjectFacts): Sign {
  if (age.dataAsOfMs !== null) return signOf('never-backed-up', id, 'no');
  const first = occurrences.find(isUnmet);
  const isLifeKnown = life.sinceMs !== null && life.sinceMs >= age.historyFromMs;
  return isLifeKnown && first !== undefined
    ? signOf('never-backed-up', id, 'yes', first.due.dueMs)
    : signOf('never-backed-up', id, 'not-known');
}

function readObjective({ id, age, life }: SubjectFacts, nowMs: number): readonly Sign[] {
  const { objectiveMs, nextEndMs } = age;
  if (objectiveMs === null) return [signOf('objective-breached', id, 'moot'), signOf('objective-at-risk', id, 'moot')];
  const isOlder = life.sinceMs === null || life.sinceMs < age.historyFromMs;
  // Where no good backup is known, the data is older than all that is known.
  const newestMs = age.dataAsOfMs ?? (isOlder ? age.historyFromMs : null);
  if (newestMs === null) {
    return [signOf('objective-breached', id, 'not-known'), signOf('objective-at-risk', id, 'not-known')];
  }
  const breachMs = newestMs + objectiveMs;
  // A breached objective is no longer at risk: the breach replaces that finding.
  if (nowMs > breachMs)
    return [signOf('objective-breached', id, 'yes', breachMs), signOf('objective-at-risk', id, 'moot')];
  if (age.dataAsOfMs === null) {
    return [signOf('objective-breached', id, 'not-known'), signOf('objective-at-risk', id, 'not-known')];
  }
  const isAtRisk = nextEndMs !== null && nextEndMs > breachMs;
  return [signOf('objective-breached', id, 'no'), signOf('objective-at-risk', id, isAtRisk ? 'yes' : 'no')];
}
