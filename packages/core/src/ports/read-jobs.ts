import { comparePositions, positionOf } from '../model/cursor.ts';
import type { Job, JobStatus } from '../model/job.ts';
import { type JobCriteria, jobPageLimits, matchesCriteria, parseSince } from '../model/query.ts';
import type { Connector, JobList, ListPage, ListQuery } from './connector.ts';
import type { Clock } from './connector-context.ts';

/** Which jobs {@link readJobs} reads. Every member may be left out. */
export interface ReadJobsOptions {
  /** Jobs that started, ended or were open since then: a span back from now such as `24h` or `7d`, or an instant with a zone. @default all jobs */
  readonly since?: string;
  /** Jobs with one of these statuses. @default any status */
  readonly status?: readonly JobStatus[];
  /** Ends the reading; the iteration then rejects with the signal's reason or a CrossvaultError. @default never aborted */
  readonly signal?: AbortSignal;
  /** The clock from which a span counts back. @default the clock of this machine */
  readonly clock?: Pick<Clock, 'now'>;
  /** Called with every page before its jobs are returned. It has the rejected records and the warnings, which are no jobs. @default they are ignored */
  readonly onPage?: (page: ListPage, list: JobList) => void;
}

/** The part of a connector that lists jobs. */
export type JobLister = Pick<Connector, 'jobLists' | 'listJobs'>;

/**
 * Vendors are asked for jobs that started this long before `since`, so that a job that began before it and ended after it is
 * found.
 */
export const sinceMarginMs = 7 * 86_400_000;

/**
 * Reads the jobs of one connector over all of its lists, newest first within a list: pages are requested as the caller
 * iterates. A list without an order is read to its end and sorted first. Use the engine for several connections, for one
 * order over all lists, or for pages that a caller can come back to.
 *
 * Throws CrossvaultError: `invalid-parameter` for a `since` that cannot be read, and what the connector throws.
 */
export async function* readJobs(
  connector: JobLister,
  options: ReadJobsOptions = {},
): AsyncGenerator<Job, void, undefined> {
  const { signal = new AbortController().signal, clock = Date, status } = options;
  const since = options.since === undefined ? null : parseSince(options.since, clock.now());
  const startedAfter = since === null ? null : new Date(Date.parse(since) - sinceMarginMs).toISOString();
  const query: ListQuery = { startedAfter, startedBefore: null, status: status ?? null };
  const criteria: JobCriteria = {
    query: status === undefined ? {} : { status },
    since,
    startedAfter: null,
    startedBefore: null,
    words: [],
  };
  for (const list of await connector.jobLists({ signal })) {
    const pages = readPages(connector, list, query, signal, options.onPage);
    yield* list.order === 'newest-first' ? takeMatches(pages, criteria) : sortMatches(pages, criteria);
  }
}

/** The jobs of each page of a list. An ordered list ends with the first page on which every job started before the query's bound. */
async function* readPages(
  connector: JobLister,
  list: JobList,
  query: ListQuery,
  signal: AbortSignal,
  onPage: ReadJobsOptions['onPage'],
): AsyncGenerator<readonly Job[], void, undefined> {
  const can = new Set(list.nativeFilters);
  const asked: ListQuery = {
    startedAfter: can.has('startedAfter') ? query.startedAfter : null,
    startedBefore: null,
    status: can.has('status') ? query.status : null,
  };
  let token: string | null = null;
  do {
    signal.throwIfAborted();
    const page: ListPage = await connector.listJobs(list, asked, { size: jobPageLimits.usual, token }, { signal });
    onPage?.(page, list);
    const jobs = page.records.map(({ job }) => job);
    yield jobs;
    const isPast = list.order === 'newest-first' && jobs.length > 0 && jobs.every((job) => isBefore(job, query));
    token = isPast ? null : page.next;
  } while (token !== null);
}

const isBefore = ({ startedAt }: Job, { startedAfter }: ListQuery): boolean =>
  startedAfter !== null && startedAt !== null && startedAt < startedAfter;

/** A list that grows while it is read may report a job on two pages. */
async function* takeMatches(pages: AsyncIterable<readonly Job[]>, criteria: JobCriteria) {
  const returned = new Set<string>();
  for await (const jobs of pages) {
    for (const job of jobs) {
      if (returned.has(job.id) || !matchesCriteria(job, criteria)) continue;
      returned.add(job.id);
      yield job;
    }
  }
}

async function* sortMatches(pages: AsyncIterable<readonly Job[]>, criteria: JobCriteria) {
  const found: Job[] = [];
  for await (const job of takeMatches(pages, criteria)) found.push(job);
  yield* found.toSorted((one, other) => comparePositions('-startedAt', positionOf(one), positionOf(other)));
}
