import { CrossvaultError, type ErrorCode, type SourceReport } from '@crossvault/core';
import {
  type Calendar,
  type CalendarQuery,
  dayLetters,
  type FindingExplanation,
  type FindingQuery,
  type FindingView,
  type InsightPageQuery,
  type InsightQuery,
  type OccurrenceQuery,
  type OccurrenceView,
  type Override,
  type OverrideRequest,
  type Sla,
  type Subject,
  type Today,
} from '@crossvault/core/insight';
import { countOccurrences, makeSource } from './made-insight.ts';

/** What {@link createFakeInsight} answers from. A test changes it as it goes. */
export interface FakeJudgement {
  findings: FindingView[];
  occurrences: OccurrenceView[];
  overrides: Override[];
  sources: SourceReport[];
  /** Replaces parts of the answer of `today`. */
  today: Partial<Today>;
  /** Replaces parts of every explanation. */
  explanation: Partial<FindingExplanation>;
  /** The dates of a calendar, all of which have the same letters. */
  days: string[];
  /** Thrown by every call while it is set. */
  refusal: CrossvaultError | null;
  /** Every call, with what it was given. */
  readonly asked: { readonly call: string; readonly given: readonly unknown[] }[];
}

export const createFakeJudgement = (overrides: Partial<FakeJudgement> = {}): FakeJudgement => ({
  findings: [],
  occurrences: [],
  overrides: [],
  sources: ['a', 'b'].map((name) => makeSource(name)),
  today: {},
  explanation: {},
  days: ['2026-01-14'],
  refusal: null,
  asked: [],
  ...overrides,
});

/** The calls about expected runs and findings, over a made-up judgement. They filter by connection, kind, state and subject alone. */
export function createFakeInsight(judgement: FakeJudgement) {
  const note = (call: string, ...given: readonly unknown[]): void => {
    judgement.asked.push({ call, given });
    if (judgement.refusal !== null) throw judgement.refusal;
  };
  const sees = (query: Pick<InsightQuery, 'connection'>, connection: string): boolean =>
    query.connection?.includes(connection) ?? true;
  const about = <Thing extends { readonly subject: Subject }>(
    things: readonly Thing[],
    query: Pick<InsightQuery, 'connection'>,
  ): Thing[] => things.filter(({ subject }) => sees(query, subject.connection));
  const envelope = (query: Pick<InsightQuery, 'connection'>) => {
    const sources = judgement.sources.filter(({ connection }) => sees(query, connection));
    return { page: { next: null }, complete: sources.every(({ status }) => status === 'ok'), sources };
  };
  const find = <Thing extends { readonly id: string }>(
    things: readonly Thing[],
    id: string,
    code: ErrorCode,
  ): Thing => {
    const found = things.find((thing) => thing.id === id);
    if (found !== undefined) return found;
    throw new CrossvaultError({ code, message: `Unknown id "${id}".` });
  };
  const findingsOf = (query: FindingQuery): FindingView[] =>
    about(judgement.findings, query).filter(
      ({ kind, state, severity, subject }) =>
        (query.kind?.includes(kind) ?? true) &&
        (query.severity?.includes(severity) ?? true) &&
        (query.state ?? ['open', 'acknowledged']).includes(state) &&
        (query.subject?.some((text) => [subject.id, subject.name?.toLowerCase()].includes(text.toLowerCase())) ?? true),
    );
  const rowsOf = (query: Pick<InsightQuery, 'connection'>) =>
    [...Map.groupBy(about(judgement.occurrences, query), ({ subject }) => subject.id)].map(([id, [first, ...more]]) => {
      const own = first === undefined ? [] : [first, ...more];
      const subject = first?.subject ?? null;
      return { id, name: subject?.name ?? null, subject, own };
    });

  function override(kind: Override['kind'], id: string, request: OverrideRequest): FindingView {
    note(`${kind}Finding`, id, request);
    const finding = find(judgement.findings, id, 'finding-not-found');
    const { by, why, until } = request;
    const said = { by, why, until };
    const changed: FindingView =
      kind === 'acknowledge'
        ? { ...finding, state: 'acknowledged', acknowledgement: said }
        : { ...finding, silence: kind === 'mute' ? said : finding.silence };
    judgement.findings = judgement.findings.map((each) => (each === finding ? changed : each));
    return changed;
  }

  return {
    async today(query: InsightQuery = {}): Promise<Today> {
      note('today', query);
      const findings = findingsOf(query);
      const { complete, sources } = envelope(query);
      const counted = (those: readonly FindingView[]) => ({ count: those.length, link: '/v1/findings' });
      const bad = findings.some(({ severity }) => severity === 'critical');
      const good = findings.length === 0 ? (complete ? 'good' : 'unknown') : 'attention';
      return {
        day: {
          date: '2026-01-14',
          from: '2026-01-14T12:00:00.000Z',
          until: '2026-01-15T12:00:00.000Z',
          timeZone: 'UTC',
        },
        verdict: bad ? 'bad' : good,
        text: 'A made-up sentence.',
        unit: 'expected runs',
        counts: countOccurrences(about(judgement.occurrences, query)),
        links: {},
        subjects: rowsOf(query).length,
        findings: {
          bySeverity: {
            critical: counted(findings.filter(({ severity }) => severity === 'critical')),
            warning: counted(findings.filter(({ severity }) => severity === 'warning')),
          },
          byKind: Object.fromEntries(
            [...Map.groupBy(findings, ({ kind }) => kind)].map(([kind, those]) => [kind, counted(those)]),
          ),
          first: findings.slice(0, 10),
        },
        next: about(judgement.occurrences, query).filter(({ state }) => state === 'upcoming'),
        evaluatedAt: '2026-01-15T12:00:00.000Z',
        complete,
        sources,
        ...judgement.today,
      };
    },
    async findings(query: FindingQuery, page: InsightPageQuery) {
      note('findings', query, page);
      return { data: findingsOf(query), ...envelope(query) };
    },
    async finding(id: string) {
      note('finding', id);
      return find(judgement.findings, id, 'finding-not-found');
    },
    async explainFinding(id: string): Promise<FindingExplanation> {
      note('explainFinding', id);
      return {
        finding: find(judgement.findings, id, 'finding-not-found'),
        text: ['It was due at midnight, and no run started.'],
        schedule: null,
        objective: null,
        coverage: [{ from: null, until: '2026-01-15T11:58:00.000Z' }],
        occurrences: [],
        jobs: [],
        changes: [],
        ...judgement.explanation,
      };
    },
    acknowledgeFinding: async (id: string, request: OverrideRequest) => override('acknowledge', id, request),
    muteFinding: async (id: string, request: OverrideRequest) => override('mute', id, request),
    excuseFinding: async (id: string, request: OverrideRequest) => override('excuse', id, request),
    async overrides(query: Pick<InsightQuery, 'connection'> = {}) {
      note('overrides', query);
      const visible = about(judgement.findings, query).map(({ id }) => id);
      return judgement.overrides.filter(({ finding }) => finding === null || visible.includes(finding));
    },
    async occurrences(query: OccurrenceQuery, page: InsightPageQuery) {
      note('occurrences', query, page);
      const data = about(judgement.occurrences, query).filter(({ state }) => query.state?.includes(state) ?? true);
      return { data, ...envelope(query) };
    },
    async occurrence(id: string) {
      note('occurrence', id);
      return find(judgement.occurrences, id, 'occurrence-not-found');
    },
    async calendar(query: CalendarQuery, page: InsightPageQuery): Promise<Calendar> {
      note('calendar', query, page);
      const { days } = judgement;
      return {
        rule: query.rule ?? 'worst',
        group: query.group ?? 'subject',
        days,
        timeZone: 'UTC',
        letters: Object.fromEntries(Object.entries(dayLetters).map(([state, letter]) => [letter, state])),
        data: rowsOf(query).map(({ own, ...row }) => ({
          ...row,
          days: days.map((_day, index) => dayLetters[own[index % own.length]?.state ?? 'unknown']).join(''),
          mixed: '.'.repeat(days.length),
          counts: countOccurrences(own),
        })),
        ...envelope(query),
      };
    },
    async sla(query: Omit<CalendarQuery, 'rule' | 'ahead'>, page: InsightPageQuery): Promise<Sla> {
      note('sla', query, page);
      return {
        from: '2025-12-16T12:00:00.000Z',
        until: '2026-01-15T12:00:00.000Z',
        total: countOccurrences(about(judgement.occurrences, query)),
        group: query.group ?? 'subject',
        data: rowsOf(query).map(({ own, ...row }) => ({
          ...row,
          counts: countOccurrences(own),
          objectiveSeconds: 90_000,
          objectiveFrom: 'inferred',
          dataAsOf: '2026-01-14T01:00:00.000Z',
        })),
        ...envelope(query),
      };
    },
  };
}
