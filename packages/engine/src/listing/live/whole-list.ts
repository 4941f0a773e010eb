import type { Clock, JobRecord, Rejection, SourceWarning } from '@crossvault/core';
import type { ListPlan } from '../list-plan.ts';
import { type AskPage, ignoresFilter, readPages } from './vendor-pages.ts';

/** A list that was read whole. */
export interface WholeList {
  readonly records: readonly JobRecord[];
  readonly rejected: readonly Rejection[];
  readonly withoutRun: number;
  readonly warnings: readonly SourceWarning[];
  /** Ids of records that were out of the declared order. */
  readonly misplaced: ReadonlySet<string>;
  /** When the reading began, by the wall clock. */
  readonly readAtMs: number;
}

/** Whole lists, held between the pages of a reading. A bounded cache. */
export interface HeldLists {
  get(key: string): WholeList | undefined;
  put(key: string, list: WholeList): void;
}

/** How long a list is held: long enough for the next page. */
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

/** Decides which records of a list are kept while it is read, so that memory is bounded by the page and not by the list. */
export interface Keeper {
  /** Ids of the records that came out of order, kept or not. */
  readonly misplaced: ReadonlySet<string>;
  add(record: JobRecord, isMisplaced: boolean): void;
  records(): readonly JobRecord[];
}

/** Reads a list to its end, each record once, and finds the records that are out of the declared order. */
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
