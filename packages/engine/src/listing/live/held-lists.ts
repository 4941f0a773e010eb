import type { Clock, JobRecord, Rejection, SourceWarning } from '@crossvault/core';

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
