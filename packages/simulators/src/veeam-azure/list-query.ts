import type { FieldErrors } from './problems.ts';
import {
  errorsOf,
  NOTHING,
  type Query,
  readInteger,
  readingOr,
  readText,
  readTime,
  readUuid,
  readWords,
} from './query-values.ts';
import type { SessionView } from './session-view.ts';
import type { VersionManner } from './versions.ts';
import { FILTER_WORDS } from './words.ts';

type Parsed<Value> = { readonly query: Value } | { readonly errors: FieldErrors };

type PageQuery = {
  readonly offset: number;
  /** -1: everything behind the offset. */
  readonly limit: number;
};

type ListQuery = PageQuery & { matches(view: SessionView): boolean };

const isOneOf = (words: readonly string[] | null, word: unknown): boolean =>
  words === null || (typeof word === 'string' && words.includes(word));

const isSame = (asked: string | null, id: unknown): boolean =>
  asked === null || (typeof id === 'string' && id.toLowerCase() === asked.toLowerCase());

const isWithin = (startMicros: number | null, fromMicros: number | null, toMicros: number | null): boolean => {
  if (fromMicros === null && toMicros === null) return true;
  if (startMicros === null) return false;
  return startMicros >= (fromMicros ?? startMicros) && startMicros <= (toMicros ?? startMicros);
};

/** What `Grouped` groups is not documented for sessions: here it changes nothing. */
const DISPLAYS = ['Full', 'Grouped'];

const PAGE_NAMES = { first: ['offset', 'limit'], later: ['Offset', 'Limit'] } as const;

/** The reference page knows no parameters; others of the first version use the two, in lower case. */
export const parsePageQuery = (query: Query, manner: VersionManner, defaultLimit: number): Parsed<PageQuery> => {
  const [offsetName, limitName] = PAGE_NAMES[manner.isFirst ? 'first' : 'later'];
  const offset = readInteger(query, offsetName, 0, 0);
  const limit = readInteger(query, limitName, -1, defaultLimit);
  const errors = errorsOf({ [offsetName]: offset, [limitName]: limit });
  return errors === null ? { query: { offset: readingOr(offset, 0), limit: readingOr(limit, 0) } } : { errors };
};

const readFilters = (query: Query, manner: VersionManner) => ({
  Status: readWords(query, 'Status', FILTER_WORDS[manner.filterWords].statuses),
  Types: readWords(query, 'Types', FILTER_WORDS[manner.filterWords].types),
  PolicyId: readUuid(query, 'PolicyId'),
  VmId: manner.resourceFilter === 'VmId' ? readUuid(query, 'VmId') : NOTHING,
  ResourceId: manner.resourceFilter === 'ResourceId' ? readText(query, 'ResourceId') : NOTHING,
  Filter: manner.takesText ? readText(query, 'Filter') : NOTHING,
  Display: manner.takesDisplay ? readWords(query, 'Display', DISPLAYS) : NOTHING,
  FromUtc: readTime(query, 'FromUtc', manner.hasStrictTimes),
  ToUtc: readTime(query, 'ToUtc', manner.hasStrictTimes),
});

/** Parameters that the version does not know are ignored; the first version filters nothing. */
export const parseListQuery = (
  query: Query,
  manner: VersionManner,
  defaultLimit = manner.defaultLimit,
): Parsed<ListQuery> => {
  const page = parsePageQuery(query, manner, defaultLimit);
  if (manner.isFirst) return 'errors' in page ? page : { query: { ...page.query, matches: () => true } };
  const readings = readFilters(query, manner);
  const errors = errorsOf(readings);
  if (errors !== null || 'errors' in page) {
    return { errors: { ...('errors' in page ? page.errors : {}), ...errors } };
  }
  const statuses = readingOr(readings.Status, null);
  const types = readingOr(readings.Types, null);
  const policyId = readingOr(readings.PolicyId, null);
  const resourceId = readingOr(readings.VmId, null) ?? readingOr(readings.ResourceId, null);
  const text = readingOr(readings.Filter, null)?.toLowerCase() ?? '';
  const fromMicros = readingOr(readings.FromUtc, null);
  const toMicros = readingOr(readings.ToUtc, null);
  return {
    query: {
      ...page.query,
      matches: (view) =>
        isOneOf(statuses, view.status) &&
        isOneOf(types, view.type) &&
        isSame(policyId, view.policyId) &&
        isSame(resourceId, view.resourceId) &&
        view.text.toLowerCase().includes(text) &&
        isWithin(view.startMicros, fromMicros, toMicros),
    },
  };
};
