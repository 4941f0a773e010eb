import type { CallOptions, Connector, JobList, JobRecord, ListPage, ListQuery } from '@crossvault/core';

export const everything: ListQuery = { startedAfter: null, startedBefore: null, status: null };

export interface ReadList {
  readonly list: JobList;
  readonly records: readonly JobRecord[];
  readonly pages: readonly ListPage[];
}

/** Reads every list of a connector to its end; a list that does not end is an error. */
export async function readLists(
  connector: Connector,
  call: CallOptions,
  query: ListQuery = everything,
  size = 100,
): Promise<readonly ReadList[]> {
  const read: ReadList[] = [];
  for (const list of await connector.jobLists(call)) {
    const pages: ListPage[] = [];
    let token: string | null = null;
    do {
      const page: ListPage = await connector.listJobs(list, query, { size, token }, call);
      pages.push(page);
      token = page.next;
      if (pages.length > 10_000) throw new Error(`The list ${list.key} does not end.`);
    } while (token !== null);
    read.push({ list, pages, records: pages.flatMap(({ records }) => records) });
  }
  return read;
}

export const recordsOf = (lists: readonly ReadList[]): readonly JobRecord[] => lists.flatMap(({ records }) => records);
