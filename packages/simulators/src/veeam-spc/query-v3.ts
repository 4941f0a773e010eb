import { parseFilterV3 } from './filter-v3.ts';
import { QueryProblem } from './query.ts';

/** What a console answers at most, unless it was set up otherwise. */
const MAX_PAGE_SIZE = 500;

const parseCount = (name: string, text: string | null, fallback: number, least: number): number => {
  if (text === null) return fallback;
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  throw new QueryProblem(name, `The value '${text}' is not valid for ${name}.`);
};

/** A page of a list in its envelope. More than the console's maximum is cut to it; `sort`, `select` and `expand` do nothing. */
export const answerList = (
  rows: readonly unknown[],
  parameters: URLSearchParams,
  defaultLimit: number,
): { readonly data: readonly unknown[]; readonly meta: unknown; readonly errors: null } => {
  const kept = rows.filter(parseFilterV3(parameters.get('filter')));
  const limit = Math.min(MAX_PAGE_SIZE, parseCount('limit', parameters.get('limit'), defaultLimit, 1));
  const offset = parseCount('offset', parameters.get('offset'), 0, 0);
  const data = kept.slice(offset, offset + limit);
  return { meta: { pagingInfo: { total: kept.length, count: data.length, offset } }, data, errors: null };
};
