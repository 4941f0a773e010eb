import {
  type Acknowledgement,
  type Finding,
  type FindingCause,
  type FindingChange,
  findingIdOf,
  type Silence,
} from './finding.ts';
import { readParts, readSubjectSigns } from './read-signs.ts';
import type { Sign } from './sign.ts';
import type { PartFacts, SubjectFacts } from './subject-facts.ts';
import { turnFinding } from './turn-finding.ts';

/** What findings follow from. */
export interface FindingFacts {
  readonly nowMs: number;
  /** Those to evaluate: findings of others stay as they are. */
  readonly subjects: readonly SubjectFacts[];
  /** All parts of the connection. */
  readonly parts: readonly PartFacts[];
  /** Those before, of any subjects. */
  readonly findings: readonly Finding[];
  /** Oldest first. */
  readonly acknowledgements: readonly (Acknowledgement & { readonly findingId: string })[];
  /** Null for the subject or the cause: all of them. */
  readonly silences: readonly (Silence & {
    readonly subjectId: string | null;
    readonly cause: FindingCause | null;
  })[];
  /** Causes that are evaluated for the first time: all on the first evaluation of a connection or a store. */
  readonly firstCauses: readonly FindingCause[] | 'all';
  /** From how many bad occurrences in a row on a failure is one that repeats. @default 3 */
  readonly repeatedAt?: number;
}

/** What an evaluation found. */
export interface FindingsAfter {
  /** Those that are new or differ from before. Findings that are not among them stay as they are. */
  readonly changed: readonly Finding[];
  readonly changes: readonly FindingChange[];
}

/** The findings of subjects and of parts. Pure: the same facts give the same findings, and what came out changes nothing when it goes in. */
export function evaluateFindings(facts: FindingFacts): FindingsAfter {
  const before = new Map(facts.findings.map((finding) => [finding.id, finding]));
  const acknowledgements = Map.groupBy(facts.acknowledgements, ({ findingId }) => findingId);
  const parts = readParts(facts.parts);
  const subjectSigns = facts.subjects.flatMap((subject) =>
    readSubjectSigns(subject, parts.isBlind(subject.partId), facts.nowMs),
  );
  const changed: Finding[] = [];
  const changes: FindingChange[] = [];
  for (const sign of [...parts.signs, ...subjectSigns]) {
    const id = findingIdOf(sign.cause, sign.subjectId);
    const known = before.get(id) ?? null;
    const turn = turnFinding(known, sign, {
      nowMs: facts.nowMs,
      acknowledgements: (acknowledgements.get(id) ?? []).map(({ findingId: _, ...acknowledgement }) => acknowledgement),
      silence: silenceOf(sign, facts),
      isFirst: facts.firstCauses === 'all' || facts.firstCauses.includes(sign.cause),
      repeatedAt: facts.repeatedAt ?? 3,
    });
    if (turn === null || turn.finding === known) continue;
    changed.push(turn.finding);
    changes.push(...turn.changes);
  }
  return { changed, changes };
}

/** Of several the one that lasts longest. */
function silenceOf(sign: Sign, { silences, nowMs }: FindingFacts): Silence | null {
  const [longest] = silences
    .filter(
      ({ subjectId, cause, fromMs, untilMs }) =>
        (subjectId === null || subjectId === sign.subjectId) &&
        (cause === null || cause === sign.cause) &&
        fromMs <= nowMs &&
        nowMs < untilMs,
    )
    .toSorted((one, other) => other.untilMs - one.untilMs);
  if (longest === undefined) return null;
  const { by, why, fromMs, untilMs } = longest;
  return { by, why, fromMs, untilMs };
}
