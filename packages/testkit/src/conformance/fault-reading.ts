import type { CallOptions, Connector, JobRecord, ListPage, ListQuery, SourceWarning } from '@crossvault/core';
import { everything } from '../read-lists.ts';

/** All records and warnings of a connector's lists. */
export interface FaultReading {
  readonly records: readonly JobRecord[];
  readonly warnings: readonly SourceWarning[];
  readonly pages: number;
}

/** Reads every list as the engine does. */
export async function readInTrouble(
  connector: Connector,
  call: CallOptions,
  size: number,
  query: ListQuery = everything,
): Promise<FaultReading> {
  const pages: ListPage[] = [];
  for (const list of await connector.jobLists(call)) {
    for await (const page of readPages((token) => connector.listJobs(list, query, { size, token }, call)))
      pages.push(page);
  }
  const warnings = new Set(pages.flatMap((page) => page.warnings));
  return { records: onceEach(pages), warnings: [...warnings], pages: pages.length };
}

/** The pages of a list. A token that comes again ends it; so many of them are a loop. */
async function* readPages(ask: (token: string | null) => Promise<ListPage>): AsyncGenerator<ListPage> {
  const seen = new Set<string>();
  for (let token: string | null = null; seen.size < 1000; ) {
    const page: ListPage = await ask(token);
    token = page.next;
    const repeats = token !== null && seen.has(token);
    yield repeats ? { ...page, warnings: [...page.warnings, 'list-ended-early'] } : page;
    if (token === null || repeats) return;
    seen.add(token);
  }
  throw new Error('The list does not end.');
}

/** A list that moved may contain a job twice; the engine returns it once. */
function onceEach(pages: readonly ListPage[]): readonly JobRecord[] {
  return [...new Map(pages.flatMap(({ records }) => records.map((record) => [record.job.id, record]))).values()];
}
