import type { CallOptions, SourceReport } from '@crossvault/core';
import {
  type FindingKind,
  type FindingSeverity,
  type InsightQuery,
  type OccurrenceCounts,
  severityOf,
  type Today,
} from '@crossvault/core/insight';
import type { BusinessDay } from '../days/business-days.ts';
import { countOccurrences } from '../days/occurrence-counts.ts';
import type { AnswerParts } from './answer-parts.ts';
import { toInstant, toInstantOrNull } from './answer-parts.ts';
import { isNarrow, readSubjects } from './answer-subjects.ts';
import { businessDaysOf } from './asked-times.ts';
import { cover } from './covered-answer.ts';
import { toFindingView, toOccurrenceView } from './views.ts';

const dayMs = 24 * 3_600_000;
const shownFindings = 10;
const shownNext = 10;
const countedStates = ['met', 'failed', 'missed', 'cancelled', 'skipped', 'excused', 'unknown', 'pending'] as const;

/** Answers whether last night's backups are good. */
export async function readToday(parts: AnswerParts, query: InsightQuery, call: CallOptions): Promise<Today> {
  const { clock, settings } = parts;
  const store = parts.history.store.during(call.signal);
  const covered = await cover(parts, query, call);
  const nowMs = clock.now();
  const day = businessDaysOf(settings).lastNight(nowMs);
  const { filter } = covered;
  const connections = filter.connections ?? [];
  const ids = isNarrow(filter) ? (await store.subjects(filter, {}, call)).map(({ id }) => id) : undefined;
  const ofSubjects = ids === undefined ? {} : { among: ids };
  const states = ['open', 'acknowledged'] as const;
  const [tallies, kinds, first, next, subjects] = await Promise.all([
    store.countOccurrences(filter, day.fromMs, day.untilMs, call),
    store.countFindings({ connections, states, ...ofSubjects }, call),
    store.listFindings({ connections, states, ...ofSubjects, sinceMs: null, after: null, limit: shownFindings }, call),
    store.listOccurrences(
      {
        filter,
        fromMs: nowMs,
        untilMs: nowMs + dayMs,
        nowMs,
        states: ['upcoming'],
        order: 'oldest-first',
        after: null,
        limit: shownNext,
      },
      call,
    ),
    store.countSubjects({ ...filter, areExpected: true }, call),
  ]);
  const counts = countOccurrences(tallies);
  const subjectOf = await readSubjects(
    parts,
    [...first, ...next].map(({ subject }) => subject),
    call,
  );
  const bySeverity = countBySeverity(kinds);
  const search = toSearch(query);
  const { reports, complete, evaluatedMs } = covered;
  return {
    day: {
      date: day.date,
      from: toInstant(day.fromMs),
      until: toInstant(day.untilMs),
      timeZone: settings.timeZone,
    },
    verdict: judge(counts, bySeverity, complete),
    text: write(counts, reports),
    unit: 'expected runs',
    counts,
    links: linksOf(day, search),
    subjects,
    findings: {
      bySeverity: {
        critical: { count: bySeverity.critical, link: `/v1/findings?${search}severity=critical` },
        warning: { count: bySeverity.warning, link: `/v1/findings?${search}severity=warning` },
      },
      byKind: Object.fromEntries(
        [...kinds].map(([kind, count]) => [kind, { count, link: `/v1/findings?${search}kind=${kind}` }]),
      ),
      first: first.flatMap((finding) => toFindingView(finding, subjectOf(finding.subject)) ?? []),
    },
    next: next.map((occurrence) => toOccurrenceView(occurrence, subjectOf(occurrence.subject), nowMs)),
    evaluatedAt: toInstantOrNull(evaluatedMs),
    complete,
    sources: [...reports],
  };
}

function countBySeverity(kinds: ReadonlyMap<FindingKind, number>): Record<FindingSeverity, number> {
  const counts = { critical: 0, warning: 0 };
  for (const [kind, count] of kinds) counts[severityOf(kind)] += count;
  return counts;
}

/** Never good where something is not known. */
function judge(
  counts: OccurrenceCounts,
  findings: Record<FindingSeverity, number>,
  complete: boolean,
): Today['verdict'] {
  const unmet = counts.failed + counts.missed - counts.recovered;
  if (findings.critical > 0 || unmet > 0) return 'bad';
  if (!complete || counts.unknown > 0) return 'unknown';
  return findings.warning > 0 || counts.warnings > 0 || counts.cancelled + counts.skipped > 0 ? 'attention' : 'good';
}

const phrase: readonly (readonly [keyof OccurrenceCounts, string])[] = [
  ['missed', 'missed'],
  ['failed', 'failed'],
  ['cancelled', 'cancelled'],
  ['skipped', 'skipped'],
  ['excused', 'excused'],
  ['unknown', 'unknown'],
  ['pending', 'not over yet'],
];

function write(counts: OccurrenceCounts, reports: readonly SourceReport[]): string {
  const known = counts.expected - counts.excused;
  const parts = phrase.flatMap(([name, text]) => ((counts[name] ?? 0) > 0 ? [`${counts[name]} ${text}`] : []));
  const runs = `${counts.met} of ${known} expected ${known === 1 ? 'run' : 'runs'} met`;
  const behind = reports.filter(({ status }) => status === 'stale' || status === 'failed');
  const blind = behind.map(
    ({ connection, asOf }) => `${connection} ${asOf === null ? 'was never read' : `was last read at ${asOf}`}`,
  );
  return `${[runs, ...parts].join(', ')}${blind.length === 0 ? '' : `; ${blind.join('; ')}`}.`;
}

/** The filters of the question, for the links of its answer. */
function toSearch(query: InsightQuery): string {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries(query)) if (values !== undefined) search.set(name, values.join(','));
  const text = search.toString();
  return text === '' ? '' : `${text}&`;
}

function linksOf(day: BusinessDay, search: string): Record<string, string> {
  const span = `since=${toInstant(day.fromMs)}&until=${toInstant(day.untilMs)}`;
  const states: Readonly<Record<(typeof countedStates)[number], string>> = {
    met: 'met,met-late,met-with-warning',
    failed: 'failed',
    missed: 'missed',
    cancelled: 'cancelled',
    skipped: 'skipped',
    excused: 'excused',
    unknown: 'unknown',
    pending: 'upcoming,due,running',
  };
  return Object.fromEntries([
    ['expected', `/v1/occurrences?${search}${span}`],
    ...countedStates.map((name) => [name, `/v1/occurrences?${search}${span}&state=${states[name]}`]),
  ]);
}
