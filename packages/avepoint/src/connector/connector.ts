import { jobNotFound, mismatchedAnswer, nullWhenAbsent, toJobContext, unreadableAnswer } from '@crossvault/client-kit';
import {
  type CallOptions,
  type Connector,
  type ConnectorContext,
  type CrossvaultError,
  isJsonObject,
  type JobContext,
  type JobKey,
  type JobList,
  type JobRecord,
  type ListPage,
  type ListQuery,
  type MapResult,
  type PageRequest,
  type Rejection,
} from '@crossvault/core';
import { createAvepointCalls } from '../client/client.ts';
import type { AvepointConfig } from '../config.ts';
import { isJobId, isSameId, type JobAddress, parseJobKey, toJobKey } from '../mapping/key.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { describeMisfit, unwrapJob } from '../mapping/unwrap.ts';
import { createJobTypeStamps } from './job-type-stamps.ts';
import { createPlanCalls } from './plans.ts';
import { firstPosition, parsePageToken, toPageToken } from './position.ts';
import { probeConnection } from './probe.ts';
import { largestPage, readRows } from './read-rows.ts';

export function createAvepointConnector(config: AvepointConfig, context: ConnectorContext): Connector {
  const client = createAvepointCalls(config, context);
  const { connection } = context;
  const source = { client, connection };
  const stamps = createJobTypeStamps(source, context.concurrency);
  const locations = config.locations.length === 0 ? [''] : config.locations;
  const lists: readonly JobList[] = locations.map((key) => ({
    key,
    order: 'none',
    nativeFilters: ['startedAfter', 'startedBefore'],
  }));
  const unstamped = (location: string): JobContext => toJobContext(context, location, { jobType: null });

  async function listJobs(list: JobList, query: ListQuery, page: PageRequest, call: CallOptions): Promise<ListPage> {
    const size = Math.max(1, Math.min(page.size, largestPage));
    const position = page.token === null ? firstPosition(size) : parsePageToken(page.token, connection);
    const span = { from: query.startedAfter, to: query.startedBefore };
    const read = await readRows(source, { location: list.key, jobType: 0, span }, position, call);
    const { records, rejected } = mapWithKnownStamps(list.key, read.rows);
    const stamped = await stampRecords(list.key, records, call);
    return {
      records: stamped.records,
      rejected,
      withoutRun: 0,
      next: read.next === null ? null : toPageToken(read.next),
      warnings: [...new Set([...read.warnings, ...stamped.warnings])],
    };
  }

  /** Maps the rows, with their types where these are known. Only jobs with a start have one. */
  function mapWithKnownStamps(location: string, rows: readonly unknown[]) {
    const page = unstamped(location);
    const records: JobRecord[] = [];
    const rejected: Rejection[] = [];
    const contextOf = rememberContexts(page);
    for (const row of rows) {
      const mapped = mapRow(row, page, contextOf(findStamp(location, row)));
      if (mapped.kind === 'job') records.push(mapped.record);
      else rejected.push(mapped.rejection);
    }
    return { records, rejected };
  }

  function findStamp(location: string, row: unknown): string | null {
    const id = isJsonObject(row) ? row['id'] : null;
    return typeof id === 'string' ? stamps.find(location, id) : null;
  }

  /** Maps records again with their type. The typed lists are read for types that are not known yet. */
  async function stampRecords(location: string, records: readonly JobRecord[], call: CallOptions) {
    const jobs = records.filter(({ context: { jobType } }) => jobType === null).map(({ job }) => job);
    if (jobs.length === 0) return { records, warnings: [] };
    const found = await stamps.stamp(location, jobs, call);
    const stamped = records.map((record): JobRecord => {
      if (record.context['jobType'] !== null) return record;
      const jobType = found.stamps.get(record.job.nativeId);
      if (jobType === undefined || record.job.startedAt === null) return record;
      const result = jobMapper.map(record.raw, { ...record.context, jobType });
      return result.kind === 'job' ? result.record : record;
    });
    return { records: stamped, warnings: found.warnings };
  }

  /** The unparsed answer for a job; null when the vendor does not have it. */
  async function readAnswer({ location, jobId }: JobAddress, call: CallOptions): Promise<unknown> {
    if (location !== '' && !locations.includes(location)) return null;
    const answer = await nullWhenAbsent(client.getJob(jobId, location === '' ? null : location, call));
    return answer === null ? null : unwrapJob(answer, connection);
  }

  async function findJobs(nativeId: string, call: CallOptions): Promise<readonly JobKey[]> {
    const found: JobKey[] = [];
    for (const location of isJobId(nativeId) ? locations : []) {
      const answer = await readAnswer({ location, jobId: nativeId }, call);
      const jobId = isJsonObject(answer) ? answer['id'] : undefined;
      if (typeof jobId === 'string' && isSameId(jobId, nativeId)) found.push(toJobKey(location, jobId));
    }
    return found;
  }

  async function getJob(key: JobKey, call: CallOptions): Promise<JobRecord> {
    const address = parseJobKey(key);
    const answer = address === null ? null : await readAnswer(address, call);
    if (address === null || answer === null) throw notFound(key, connection);
    const result = jobMapper.map({ get: answer }, unstamped(address.location));
    if (result.kind === 'rejected') {
      throw unreadableAnswer(connection, describeMisfit('a job without a readable id'));
    }
    if (!isSameId(result.record.job.nativeId, address.jobId)) {
      throw mismatchedAnswer(connection, 'job', address.jobId, result.record.job.nativeId);
    }
    const { records } = await stampRecords(address.location, [result.record], call);
    return records[0] ?? result.record;
  }

  return Object.freeze({
    vendor: 'avepoint',
    history: 'complete',
    addresses: client.addresses,
    condition: client.condition,
    jobLists: async () => lists,
    listJobs,
    findJobs,
    getJob,
    explainJob: jobMapper.explain,
    mapJob: jobMapper.map,
    mapperVersion: jobMapper.version,
    runTiming: { startGraceMs: 3_600_000, reportLagMs: 900_000, unlistedTracks: [] },
    plans: createPlanCalls({ client, locations }, context),
    probe: (call) => probeConnection({ client, locations }, context, call),
    close: async () => undefined,
  } satisfies Connector);
}

/** The context of a page for each type: rows of one type share it. */
function rememberContexts(page: JobContext): (jobType: string | null) => JobContext {
  const contexts = new Map<string, JobContext>();
  return (jobType) => {
    if (jobType === null) return page;
    const context = contexts.get(jobType) ?? { ...page, jobType };
    contexts.set(jobType, context);
    return context;
  };
}

function mapRow(row: unknown, unstamped: JobContext, stamped: JobContext): MapResult {
  const raw = { list: row };
  const result = jobMapper.map(raw, stamped);
  const isUndated = result.kind === 'job' && result.record.job.startedAt === null;
  return isUndated && stamped !== unstamped ? jobMapper.map(raw, unstamped) : result;
}

function notFound(key: JobKey, connection: string): CrossvaultError {
  const [location = '', jobId = ''] = key;
  return jobNotFound(connection, location === '' ? `job ${jobId}` : `job ${jobId} in the location ${location}`);
}
