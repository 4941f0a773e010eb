import type { CallOptions, JobQuery, PageQuery } from '@crossvault/core';
import { type Engine, type Listing, SourcesError } from '@crossvault/engine';

/**
 * Page after page to the end, one at a time. An unchanged cursor is an end too: the remaining jobs are at
 * sources that do not answer. Jobs that were read are kept when all of them fail in the end.
 */
export async function* readListings(
  engine: Pick<Engine, 'listJobs'>,
  query: JobQuery,
  page: PageQuery,
  call: CallOptions,
): AsyncGenerator<Listing> {
  let before = await engine.listJobs(query, page, call);
  let { cursor } = page;
  yield before;
  while (before.next !== null && before.next !== cursor) {
    cursor = before.next;
    before = await readOn(engine, query, { ...page, cursor }, call, before);
    yield before;
  }
}

async function readOn(
  engine: Pick<Engine, 'listJobs'>,
  query: JobQuery,
  page: PageQuery,
  call: CallOptions,
  before: Listing,
): Promise<Listing> {
  try {
    return await engine.listJobs(query, page, call);
  } catch (error) {
    if (page.strict || !(error instanceof SourcesError)) throw error;
    return { records: [], next: page.cursor, window: before.window, complete: false, sources: error.sources };
  }
}
