import {
  type CalendarQuery,
  calendarGroups,
  type FindingQuery,
  findingKinds,
  findingSeverities,
  findingStates,
  type InsightPageQuery,
  type InsightQuery,
  type OccurrenceQuery,
  occurrenceSchema,
  occurrenceStates,
  rollUpRules,
} from '@crossvault/core/insight';
import { jobPageLimits, parseSince, parseUntil } from '@crossvault/core/internal';
import type { GlobalFlags } from '../output/command-io.ts';
import { given, readText, readTexts, readWholeNumber, readWords } from './read-list-flags.ts';

/** Filters that all commands about expected runs and findings take. */
export interface CoveredFlags extends GlobalFlags {
  readonly connection?: readonly string[];
  readonly vendor?: readonly string[];
  readonly tenant?: readonly string[];
  readonly tag?: readonly string[];
  readonly item?: readonly string[];
  readonly plan?: readonly string[];
}

/** Which page of a list. */
export interface InsightPageFlags {
  readonly limit: string;
  readonly cursor?: string;
}

/** The options of `findings list`. */
export interface FindingFlags extends CoveredFlags, InsightPageFlags {
  readonly kind?: readonly string[];
  readonly severity?: readonly string[];
  readonly state?: readonly string[];
  readonly subject?: readonly string[];
  readonly since?: string;
}

/** The options of `occurrences list`. */
export interface OccurrenceFlags extends CoveredFlags, InsightPageFlags {
  readonly state?: readonly string[];
  readonly track?: readonly string[];
  readonly since: string;
  readonly until?: string;
}

/** The options of `calendar`; of `sla` those that it has. */
export interface CalendarFlags extends CoveredFlags, InsightPageFlags {
  readonly days: string;
  readonly ahead?: string;
  readonly rule?: string;
  readonly group: string;
}

/** The filters as a query. Throws `invalid-parameter`, which names the option and what is allowed. */
export const readCovered = (flags: Omit<CoveredFlags, keyof GlobalFlags>): InsightQuery => ({
  ...given(readTexts('connection', flags.connection), (connection) => ({ connection })),
  ...given(readTexts('vendor', flags.vendor), (vendor) => ({ vendor })),
  ...given(readTexts('tenant', flags.tenant), (tenant) => ({ tenant })),
  ...given(readTexts('tag', flags.tag), (tag) => ({ tag })),
  ...given(readTexts('item', flags.item), (item) => ({ item })),
  ...given(readTexts('plan', flags.plan), (plan) => ({ plan })),
});

export const readInsightPage = ({ limit, cursor }: InsightPageFlags): InsightPageQuery => ({
  limit: readWholeNumber('limit', limit, 1, jobPageLimits.most),
  cursor: readText('cursor', cursor) ?? null,
});

export function readFindingQuery(flags: FindingFlags, nowMs: number): FindingQuery {
  const since = flags.since === undefined ? undefined : parseSince(flags.since, nowMs);
  return {
    ...readCovered(flags),
    ...given(readWords('kind', flags.kind, findingKinds), (kind) => ({ kind })),
    ...given(readWords('severity', flags.severity, findingSeverities), (severity) => ({ severity })),
    ...given(readWords('state', flags.state, findingStates), (state) => ({ state })),
    ...given(readTexts('subject', flags.subject), (subject) => ({ subject })),
    ...given(since, (instant) => ({ since: instant })),
  };
}

export function readOccurrenceQuery(flags: OccurrenceFlags, nowMs: number): OccurrenceQuery {
  const until = flags.until === undefined ? undefined : parseUntil(flags.until, nowMs);
  return {
    ...readCovered(flags),
    ...given(readWords('state', flags.state, occurrenceStates), (state) => ({ state })),
    ...given(readWords('track', flags.track, occurrenceSchema.shape.track.options), (track) => ({ track })),
    since: flags.since === 'last-night' ? flags.since : parseSince(flags.since, nowMs),
    ...given(until, (instant) => ({ until: instant })),
  };
}

const mostDays = 400;
const mostDaysAhead = 31;

export function readCalendarQuery(flags: CalendarFlags): CalendarQuery {
  const [rule] = readWords('rule', flags.rule === undefined ? undefined : [flags.rule], rollUpRules) ?? [];
  const [group] = readWords('group', [flags.group], calendarGroups) ?? [];
  return {
    ...readCovered(flags),
    days: readWholeNumber('days', flags.days, 1, mostDays),
    ...given(flags.ahead, (ahead) => ({ ahead: readWholeNumber('ahead', ahead, 0, mostDaysAhead) })),
    ...given(rule, (word) => ({ rule: word })),
    ...given(group, (word) => ({ group: word })),
  };
}
