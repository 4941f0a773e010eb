import { judgeOccurrences } from '../../judge-occurrences.ts';
import type { Run } from '../../occurrence.ts';
import { at, hourMs, subjectOf } from '../../testing/make-subject.ts';
import { evaluateFindings, type FindingFacts } from '../evaluate-findings.ts';
import type { Finding, FindingChange } from '../finding.ts';
import type { PartFacts, SubjectFacts } from '../subject-facts.ts';

export const part = (more: Partial<PartFacts> = {}): PartFacts => ({
  id: 'vault',
  withinId: null,
  blindSinceMs: null,
  retiredMs: null,
  ...more,
});

type SubjectChange = Partial<Omit<SubjectFacts, 'age' | 'life'>> & {
  readonly age?: Partial<SubjectFacts['age']>;
  readonly life?: Partial<SubjectFacts['life']>;
};

/** A subject about which nothing is to be said. */
export const factsOf = ({ age, life, ...more }: SubjectChange = {}): SubjectFacts => ({
  id: 's',
  partId: 'vault',
  occurrences: [],
  runs: [],
  ...more,
  age: { dataAsOfMs: at('1 22:00'), historyFromMs: 0, objectiveMs: null, nextEndMs: null, ...age },
  life: {
    sinceMs: null,
    activeSinceMs: null,
    disabledSinceMs: null,
    unprotectedSinceMs: null,
    retiredMs: null,
    ...life,
  },
});

/** The facts of a subject that is due at 22:00 from the second on, by its runs and the time. */
export const scheduled = (now: string, runs: readonly Run[], more: SubjectChange = {}): SubjectFacts =>
  factsOf({
    occurrences: judgeOccurrences(subjectOf({ runs }), { fromMs: at('2 12:00'), untilMs: at(now), nowMs: at(now) }),
    runs,
    ...more,
  });

export type WatchedFacts = Partial<Omit<FindingFacts, 'nowMs' | 'findings' | 'subjects'>>;

/** Says what changed, with what is not announced in brackets. */
const describeChange = (findings: readonly Finding[], change: FindingChange): string => {
  const kind = findings.find(({ id }) => id === change.findingId)?.kind ?? '';
  const text = `${kind} ${change.kind}${change.isInitial ? ' initial' : ''}`;
  return change.isAnnounced ? text : `(${text})`;
};

/** Evaluates again and again, as a sync does. */
export function watchFindings() {
  const kept = new Map<string, Finding>();
  const changes: FindingChange[] = [];
  return {
    findings: (): readonly Finding[] => [...kept.values()],
    changes: (): readonly FindingChange[] => changes,
    /** What is true now. */
    open: (): readonly string[] =>
      [...kept.values()].flatMap(({ kind, state }) => (state === 'open' || state === 'acknowledged' ? [kind] : [])),
    turn(now: string, subjects: SubjectFacts | readonly SubjectFacts[], more: WatchedFacts = {}): readonly string[] {
      const found = evaluateFindings({
        nowMs: at(now),
        subjects: [subjects].flat(),
        parts: [part()],
        findings: [...kept.values()],
        acknowledgements: [],
        silences: [],
        firstCauses: [],
        ...more,
      });
      for (const finding of found.changed) kept.set(finding.id, finding);
      changes.push(...found.changes);
      return found.changes.map((change) => describeChange([...kept.values()], change));
    },
  };
}

/** A subject without a schedule whose newest run ended so. */
export const ended = (status: 'failed' | 'succeeded', id = 's'): SubjectFacts =>
  factsOf({
    id,
    runs: [
      {
        id: `${id} ${status}`,
        kind: 'backup',
        status,
        startedMs: at('2 22:00'),
        endedMs: at('2 22:00') + hourMs,
        trigger: 'unknown',
        isOurs: false,
        madeNothing: false,
      },
    ],
  });
