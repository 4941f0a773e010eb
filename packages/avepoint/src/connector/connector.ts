import { jobNotFound, mismatchedAnswer, nullWhenAbsent, unreadableAnswer } from '@crossvault/client-kit';
import {
  type CallOptions,
  type Connector,
  type ConnectorContext,
  type CrossvaultError,
  isJsonObject,
  type JobKey,
  type JobList,
  type JobRecord,
  type ListPage,
  type ListQuery,
  type PageRequest,
} from '@crossvault/core';
import { createAvepointCalls } from '../client/client.ts';
import type { AvepointConfig } from '../config.ts';
import { isJobId, isSameId, type JobAddress, parseJobKey, toJobKey } from '../mapping/key.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { describeMisfit, unwrapJob } from '../mapping/unwrap.ts';
import { createPlanCalls } from './plans.ts';
import { firstPosition, parsePageToken, toPageToken } from './position.ts';
import { probeConnection } from './probe.ts';
import { largestPage, readRows } from './read-rows.ts';
import { createStampedRows } from './stamped-rows.ts';

export function createAvepointConnector(config: AvepointConfig, context: ConnectorContext): Connector {
  const client = createAvepointCalls(config, context);
  const { connection } = context;
  const source = { client, connection };
  const stamped = createStampedRows(source, context);
  const locations = config.locations.length === 0 ? [''] : config.locations;
  const lists: readonly JobList[] = locations.map((key) => ({
    key,
    order: 'none',
    nativeFilters: ['startedAfter', 'startedBefore'],
  }));

  async function listJobs(list: JobList, query: ListQuery, page: PageRequest, call: CallOptions): Promise<ListPage> {
    const size = Math.max(1, Math.min(page.size, largestPage));
    const position = page.token === null ? firstPosition(size) : parsePageToken(page.token, connection);
    const span = { from: query.startedAfter, to: query.startedBefore };
    const read = await readRows(source, { location: list.key, jobType: 0, span }, position, call);
    const mapped = stamped.map(list.key, read.rows);
    const { records, warnings } = await stamped.stamp(list.key, mapped.records, call);
    return {
      records,
      rejected: mapped.rejected,
      withoutRun: 0,
      next: read.next === null ? null : toPageToken(read.next),
      warnings: [...new Set([...read.warnings, ...warnings])],
    };
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
    const result = jobMapper.map({ get: answer }, stamped.unstamped(address.location));
    if (result.kind === 'rejected') {
      throw unreadableAnswer(connection, describeMisfit('a job without a readable id'));
    }
    if (!isSameId(result.record.job.nativeId, address.jobId)) {
      throw mismatchedAnswer(connection, 'job', address.jobId, result.record.job.nativeId);
    }
    const { records } = await stamped.stamp(address.location, [result.record], call);
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

function notFound(key: JobKey, connection: string): CrossvaultError {
  const [location = '', jobId = ''] = key;
  return jobNotFound(connection, location === '' ? `job ${jobId}` : `job ${jobId} in the location ${location}`);
}
