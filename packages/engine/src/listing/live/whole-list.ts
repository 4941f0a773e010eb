import type { Clock, JobRecord, Rejection, SourceWarning } from '@crossvault/core';
import type { ListPlan } from '../list-plan.ts';
import { type AskPage, ignoresFilter, readPages } from './vendor-pages.ts';

/** A list that was read whole. */
export interface WholeList {
  readonly records: readonly JobRecord[];
  readonly rejected: readonly Rejection[];
  readonly withoutRun: number;
  readonly warnings: readonly SourceWarning[];
  /** Records that stood where the promised order forbids. */
  readonly misplaced: ReadonlySet<string>;
  /** When the reading began, by the wall clock: what it says is as of then. */
  readonly readAtMs: number;
}

/** Whole lists, held between the pages of a reading. Bounded, and never needed for a right answer. */
export interface HeldLists {
  get(key: string): WholeList | undefined;
  put(key: string, list: WholeList): void;
}

/** How long a list is held: long enough for the next page, too short to be taken for the truth. */
const heldForMs = 60_000;
/** How many records are held over all lists. */
export const heldRecords = 20_000;

export function createHeldLists({ monotonicMs }: Pick<Clock, 'monotonicMs'>): HeldLists {
  const lists = new Map<string, { readonly list: WholeList; readonly sinceMs: number }>();
  const drop = (): void => {
    let records = 0;
    for (const [key, { list, sinceMs }] of [...lists].reverse()) {
      records += list.records.length;
      if (records > heldRecords || monotonicMs() - sinceMs > heldForMs) lists.delete(key);
    }
  };
  return {
    get(key) {
      drop();
      return lists.get(key)?.list;
    },
    put(key, list) {
      lists.delete(key);
      lists.set(key, { list, sinceMs: monotonicMs() });
      drop();
    },
  };
}

const pageSize = 500;

/** What of a whole list is kept while it is read: it decides, so that memory follows the page and not the list. */
export interface Keeper {
  /** Ids of the records that came out of order, kept or not. */
  readonly misplaced: ReadonlySet<string>;
  add(record: JobRecord, isMisplaced: boolean): void;
  records(): readonly JobRecord[];
}

/** Reads a list to its end, each record once, and finds out which records stand out of the promised order. */
export async function readWhole(askPage: AskPage, plan: ListPlan, nowMs: number, keeper: Keeper): Promise<WholeList> {
  const ids = new Set<string>();
  const rejected: Rejection[] = [];
  const warnings = new Set<SourceWarning>();
  const order = createOrderWatch(plan);
  let withoutRun = 0;
  for await (const page of readPages(askPage, plan, pageSize)) {
    withoutRun += page.withoutRun;
    rejected.push(...page.rejected);
    for (const warning of page.warnings) warnings.add(warning);
    for (const record of page.records) {
      if (ids.has(record.job.id)) continue;
      ids.add(record.job.id);
      const ignored = ignoresFilter(record, plan.query);
      if (ignored !== null) warnings.add(ignored);
      keeper.add(record, order(record));
    }
  }
  const { misplaced } = keeper;
  if (misplaced.size > 0) warnings.add('order-broken');
  return { records: keeper.records(), rejected, withoutRun, warnings: [...warnings], misplaced, readAtMs: nowMs };
}

/** Tells of each record whether it stands where a newest-first list would not have it: newer than one before it. */
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
