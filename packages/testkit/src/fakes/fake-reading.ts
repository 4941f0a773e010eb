import type { CallOptions, Connector, Job, JobQuery, JobRecord, PageQuery, SourceReport } from '@crossvault/core';
import { createFakeConnector, type FakeVendor, makeJob } from './fake-connector.ts';

/** A call without a deadline. */
export const patientCall: CallOptions = { signal: new AbortController().signal };

export const firstPage: PageQuery = { sort: '-startedAt', limit: 50, cursor: null, strict: false, fresh: false };

/** A connection to a made-up vendor, as an engine takes it. */
export interface FakeConnection {
  readonly name: string;
  readonly vendor: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly deadlineMs: number;
  readonly concurrency: number;
  readonly connector: Connector;
  readonly checkEndpoint: null;
  readonly fault: null;
}

export function fakeConnections(vendors: Readonly<Record<string, FakeVendor>>): readonly FakeConnection[] {
  return Object.entries(vendors).map(([name, vendor]) => ({
    name,
    vendor: 'fake',
    title: 'Fake',
    tags: [],
    deadlineMs: 30_000,
    concurrency: 4,
    connector: createFakeConnector(name, vendor),
    checkEndpoint: null,
    fault: null,
  }));
}

/** So many minutes after midnight of 10 January 2026. */
export const minuteAt = (minute: number): string =>
  new Date(Date.parse('2026-01-10T00:00:00.000Z') + minute * 60_000).toISOString();

/** Jobs of five minutes that start at these minutes, named after their connection and place. */
export const jobsAt = (connection: string, minutes: readonly number[]): Job[] =>
  minutes.map((minute, index) =>
    makeJob(connection, `${connection}-${index}`, { startedAt: minuteAt(minute), endedAt: minuteAt(minute + 5) }),
  );

/** A page of an answer, as far as a test looks at it. */
export interface ReadPage {
  readonly records: readonly Pick<JobRecord, 'job'>[];
  readonly next: string | null;
  readonly complete: boolean;
  readonly sources: readonly SourceReport[];
}

/** Reads on until there is no next page, or the cursor no longer moves. */
export async function readAllPages(
  list: (query: JobQuery, page: PageQuery, call: CallOptions) => Promise<ReadPage>,
  query: JobQuery,
  limit: number,
  between?: (pages: number) => void,
): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: ReadPage = await list(query, { ...firstPage, limit, cursor }, patientCall);
    pages.push(page);
    if (page.next === null || page.next === cursor) return pages;
    cursor = page.next;
    between?.(pages.length);
  }
}

export const nativeIdsOf = (pages: readonly Pick<ReadPage, 'records'>[]): string[] =>
  pages.flatMap(({ records }) => records.map(({ job }) => job.nativeId));

/** Native ids in the order that an answer has: no start first, then newest first, then by our id. */
export const inAnswerOrder = (jobs: readonly Job[]): string[] =>
  jobs
    .toSorted((a, b) => {
      if (a.startedAt === b.startedAt) return a.id < b.id ? -1 : 1;
      if (a.startedAt === null) return -1;
      return b.startedAt === null || a.startedAt < b.startedAt ? 1 : -1;
    })
    .map(({ nativeId }) => nativeId);
