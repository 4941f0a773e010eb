import type { CallOptions, Connector, JobRecord, ListPage, ListQuery, SourceWarning } from '@crossvault/contract';
import { everything } from './read-lists.ts';

/** Everything that the lists of a connector told, and what they warned of. */
export interface FaultReading {
  readonly records: readonly JobRecord[];
  readonly warnings: readonly SourceWarning[];
  readonly pages: number;
}

/** Reads every list as the engine does: a token that comes again ends it. More pages than jobs is a loop. */
export async function readInTrouble(
  connector: Connector,
  call: CallOptions,
  size: number,
  query: ListQuery = everything,
): Promise<FaultReading> {
  const pages: ListPage[] = [];
  const warnings = new Set<SourceWarning>();
  for (const list of await connector.jobLists(call)) {
    const seen = new Set<string>();
    for (let token: string | null = null; ; ) {
      const page: ListPage = await connector.listJobs(list, query, { size, token }, call);
      pages.push(page);
      for (const warning of page.warnings) warnings.add(warning);
      token = page.next;
      if (token !== null && seen.has(token)) warnings.add('list-ended-early');
      if (token === null || seen.has(token)) break;
      seen.add(token);
      if (seen.size > 1000) throw new Error(`The list ${list.key} does not end.`);
    }
  }
  return { records: onceEach(pages), warnings: [...warnings], pages: pages.length };
}

/** A list that moved may show a job twice; the engine tells it once. */
function onceEach(pages: readonly ListPage[]): readonly JobRecord[] {
  return [...new Map(pages.flatMap(({ records }) => records.map((record) => [record.job.id, record]))).values()];
}
