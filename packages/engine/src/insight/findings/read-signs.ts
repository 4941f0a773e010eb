import type { FindingCause } from './finding.ts';
import { readAgeSigns } from './read-age-signs.ts';
import { readRunSigns } from './read-run-signs.ts';
import { type Sign, signOf } from './sign.ts';
import type { PartFacts, SubjectFacts } from './subject-facts.ts';

const longDisabledMs = 7 * 24 * 3_600_000;

/** They rest on what was not seen: of a source that cannot be read they say nothing. */
const absences: ReadonlySet<FindingCause> = new Set([
  'missed',
  'objective-breached',
  'objective-at-risk',
  'overrunning',
  'never-backed-up',
]);
/** A plan that is switched off makes no runs that these could be about. */
const runCauses: ReadonlySet<FindingCause> = new Set([
  'failed',
  'missed',
  'objective-at-risk',
  'overrunning',
  'nothing-protected',
]);

/** What the facts say about each cause that a subject can have. */
export function readSubjectSigns(facts: SubjectFacts, isBlind: boolean, nowMs: number): readonly Sign[] {
  const { id, life } = facts;
  const isDisabled = life.disabledSinceMs !== null;
  const signs = [
    ...readRunSigns(facts),
    ...readAgeSigns(facts, nowMs),
    signOf('disabled-too-long', id, isLongDisabled(life, nowMs) ? 'yes' : 'no', life.disabledSinceMs),
    signOf('unprotected', id, life.unprotectedSinceMs === null ? 'no' : 'yes', life.unprotectedSinceMs),
  ];
  const isNever = signs.some(({ cause, holds }) => cause === 'never-backed-up' && holds === 'yes');
  return signs.map((sign) => {
    if (life.retiredMs !== null && life.retiredMs <= nowMs) return signOf(sign.cause, id, 'moot');
    if (isDisabled && runCauses.has(sign.cause)) return signOf(sign.cause, id, 'moot');
    const isUnseen = isBlind && sign.holds === 'yes' && absences.has(sign.cause);
    // A machine that never had a backup is one finding, not two.
    return isUnseen || (isNever && sign.cause === 'missed') ? signOf(sign.cause, id, 'not-known') : sign;
  });
}

const isLongDisabled = (
  { disabledSinceMs: sinceMs, isDisabledByPlan = false }: SubjectFacts['life'],
  nowMs: number,
): boolean => !isDisabledByPlan && sinceMs !== null && nowMs - sinceMs >= longDisabledMs;

/** The parts of a connection, and which of them cannot be read: a part cannot where the one to which it belongs cannot. */
export function readParts(parts: readonly PartFacts[]) {
  const byId = new Map(parts.map((part) => [part.id, part]));
  const isBlind = (id: string | null): boolean => {
    const part = id === null ? undefined : byId.get(id);
    return part !== undefined && (part.blindSinceMs !== null || isBlind(part.withinId));
  };
  const signs = parts.map(({ id, withinId, blindSinceMs, retiredMs }) => {
    if (retiredMs !== null) return signOf('source-blind', id, 'moot');
    if (isBlind(withinId)) return signOf('source-blind', id, 'not-known');
    return signOf('source-blind', id, blindSinceMs === null ? 'no' : 'yes', blindSinceMs);
  });
  return { isBlind, signs };
}
