import { type CallOptions, CrossvaultError, joinSentences, type SourceWarning } from '@crossvault/core';
import type { AvepointCalls, JobsQuery } from '../client/client.ts';
import { unwrapList } from '../mapping/unwrap.ts';
import { type Span, toListFilter } from './list-filter.ts';
import { readNextLink } from './next-link.ts';
import { advance, type Position } from './position.ts';

/** Maximum rows of a page. Not documented for this list; the vendor's MSP lists accept no more. */
export const largestPage = 100;

/** Where rows are read, and the connection's name for errors. */
export interface RowsSource {
  readonly client: Pick<AvepointCalls, 'listUrl' | 'listJobs' | 'followJobs'>;
  readonly connection: string;
}

/** Parameters of a list other than the page. */
export interface RowsQuery {
  /** '': it is not sent, and the list is that of the whole tenant. */
  readonly location: string;
  /** 0: jobs of every type. */
  readonly jobType: NonNullable<JobsQuery['jobType']>;
  /** Only jobs on objects of this type; absent: on any. */
  readonly objectType?: NonNullable<JobsQuery['objectType']>;
  readonly span: Span;
}

export interface RowsPage {
  readonly rows: readonly unknown[];
  readonly total: number | null;
  readonly next: Position | null;
  readonly warnings: readonly SourceWarning[];
}

/** Reads one page of a list unparsed, and finds the next one. */
export async function readRows(
  source: RowsSource,
  query: RowsQuery,
  position: Position,
  call: CallOptions,
): Promise<RowsPage> {
  const { client, connection } = source;
  const { link, index, size } = position;
  const asked = link === null ? client.listJobs(toJobsQuery(query, index, size), call) : client.followJobs(link, call);
  const answer = await asked.catch((error: unknown) => {
    throw explainNotFound(error, connection);
  });
  const page = unwrapList(answer, connection);
  const step = advance(position, page, readNextLink(page.nextLink, client.listUrl));
  return { rows: page.rows, total: page.total, ...step };
}

function toJobsQuery(
  { location, jobType, objectType, span }: RowsQuery,
  pageIndex: number,
  pageSize: number,
): JobsQuery {
  const object = objectType === undefined ? {} : { objectType };
  return { ...toListFilter(span), jobType, ...object, ...(location === '' ? {} : { location }), pageIndex, pageSize };
}

/** The answers to a wrong region, a missing scope and a missing licence are not documented; practitioners got 404 for each. */
function explainNotFound(error: unknown, connection: string): unknown {
  if (!CrossvaultError.isInstance(error) || error.code !== 'source-not-found') return error;
  return new CrossvaultError({
    ...error,
    code: error.code,
    message: joinSentences(
      error.message,
      'AvePoint has no list of jobs there. One of three reasons: the region (or baseUrl) is not that of the tenant, the token lacks the scope microsoft365backup.jobInfo.read.all, or the tenant has no licence for Cloud Backup for Microsoft 365.',
    ),
    source: connection,
    cause: error,
  });
}
