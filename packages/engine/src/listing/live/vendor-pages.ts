import type { Deadline, JobRecord, ListPage, ListQuery, PageRequest, SourceWarning } from '@crossvault/core';
import type { Source } from '../../connections/source.ts';
import type { Criteria, ListPlan } from '../list-plan.ts';
import type { HeldLists } from './held-lists.ts';

/** Requests one page of a list from the vendor. */
export type AskPage = (plan: ListPlan, page: PageRequest) => Promise<ListPage>;

/** The inputs of every stream of one source for a page. */
export interface Reading {
  readonly source: Source;
  readonly criteria: Criteria;
  readonly deadline: Deadline;
  readonly askPage: AskPage;
  readonly nowMs: number;
  /** Jobs on the page. */
  readonly limit: number;
  readonly held: HeldLists;
  /** Whether a list that is held from the page before may be used. */
  readonly mayUseHeld: boolean;
}

/** A vendor's filter may be coarser than ours, by days; beyond this it does not filter. */
const filterSlackMs = 2 * 86_400_000;
/** No list is this long: a vendor that returns more pages repeats itself. */
const pageLimit = 100_000;

/** Reads a list page by page; a token that comes again ends it with `list-ended-early`. */
export async function* readPages<Plan>(
  askPage: (plan: Plan, page: PageRequest) => Promise<ListPage>,
  plan: Plan,
  size: number,
): AsyncGenerator<ListPage> {
  const seen = new Set<string>();
  let token: string | null = null;
  for (;;) {
    const page: ListPage = await askPage(plan, { size, token });
    token = page.next;
    const lost = token !== null && (seen.has(token) || seen.size >= pageLimit);
    yield lost ? { ...page, next: null, warnings: [...page.warnings, 'list-ended-early'] } : page;
    if (token === null || lost) return;
    seen.add(token);
  }
}

/** Warns when the vendor returned a job that the filter which it was handed excludes. */
export function ignoresFilter(record: JobRecord, query: ListQuery): SourceWarning | null {
  const { job } = record;
  const start = job.startedAt === null ? null : Date.parse(job.startedAt);
  const early = start !== null && query.startedAfter !== null && start < Date.parse(query.startedAfter) - filterSlackMs;
  const late =
    start !== null && query.startedBefore !== null && start > Date.parse(query.startedBefore) + filterSlackMs;
  const other = query.status !== null && job.provenance['status'] === undefined && !query.status.includes(job.status);
  return early || late || other ? 'filter-ignored' : null;
}

/** Returns whether a record is out of order in a newest-first list: newer than one before it. */
export function createOrderWatch(plan: Pick<ListPlan, 'list'>): (record: JobRecord) => boolean {
  let oldest: string | null = null;
  return ({ job }) => {
    if (plan.list.order === 'none') return false;
    if (job.startedAt === null) return oldest !== null;
    if (oldest !== null && job.startedAt > oldest) return true;
    oldest = job.startedAt;
    return false;
  };
}
