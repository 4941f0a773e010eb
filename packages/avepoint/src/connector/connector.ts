import {
  type CallOptions,
  type Connector,
  type ConnectorContext,
  CrossvaultError,
  isJsonObject,
  type JobContext,
  type JobKey,
  type JobList,
  type JobRaw,
  type JobRecord,
  type ListPage,
  type ListQuery,
  type MapResult,
  type PageRequest,
  type Rejection,
} from '@crossvault/contract';
import { createAvepointTokens } from '../client/auth.ts';
import { createAvepointClient } from '../client/client.ts';
import type { AvepointConfig } from '../config.ts';
import { createJobTypeStamps } from './job-type-stamps.ts';
import { isJobId, isSameId, type JobAddress, readJobKey, toJobKey } from './key.ts';
import { jobMapper } from './map-job.ts';
import { firstPosition, parsePageToken, toPageToken } from './position.ts';
import { probe } from './probe.ts';
import { largestPage, readRows } from './read-rows.ts';
import { unreadableAnswer, unwrapJob } from './unwrap.ts';

export function createAvepointConnector(config: AvepointConfig, context: ConnectorContext): Connector {
  const { connection } = context;
  const tokens = createAvepointTokens(config);
  const client = createAvepointClient(config, context, tokens);
  const source = { client, connection };
  const stamps = createJobTypeStamps(source, context.concurrency);
  const locations = config.locations.length === 0 ? [''] : config.locations;
  const lists = locations.map(
    (key): JobList => ({ key, order: 'none', nativeFilters: ['startedAfter', 'startedBefore'] }),
  );

  /** Maps answers of one location; the kinds come from the typed lists, which are asked for what is not yet known. */
  async function mapAnswers(location: string, answers: readonly JobRaw[], call: CallOptions) {
    const observedAt = new Date(context.clock.now()).toISOString();
    const read = answers.map((raw) => jobMapper.map(raw, { connection, list: location, observedAt, jobType: null }));
    const found = await stamps.stamp(location, read.flatMap(jobOf), call);
    const records = read.flatMap(recordOf).map((record): JobRecord => {
      const jobType = found.stamps.get(record.job.nativeId);
      if (jobType === undefined || record.job.startedAt === null) return record;
      const [stamped = record] = recordOf(jobMapper.map(record.raw, { ...record.context, jobType }));
      return stamped;
    });
    return { records, rejected: read.flatMap(rejectionOf), warnings: found.warnings };
  }

  /** The job's answer as it came; null when the vendor does not know it. */
  async function readAnswer({ location, jobId }: JobAddress, call: CallOptions): Promise<unknown> {
    try {
      return unwrapJob(await client.getJob(jobId, location === '' ? null : location, call), connection);
    } catch (error) {
      if (CrossvaultError.isInstance(error) && error.code === 'source-not-found') return null;
      throw error;
    }
  }

  return Object.freeze({
    vendor: 'avepoint',
    history: 'complete' as const,
    jobLists: async () => lists,

    async listJobs(list: JobList, query: ListQuery, page: PageRequest, call: CallOptions): Promise<ListPage> {
      const size = Math.max(1, Math.min(page.size, largestPage));
      const position = page.token === null ? firstPosition(size) : parsePageToken(page.token);
      const span = { from: query.startedAfter, to: query.startedBefore };
      const { rows, next, warnings } = await readRows(source, { location: list.key, jobType: 0, span }, position, call);
      const mapped = await mapAnswers(
        list.key,
        rows.map((row) => ({ list: row })),
        call,
      );
      return {
        records: mapped.records,
        rejected: mapped.rejected,
        withoutRun: 0,
        next: next === null ? null : toPageToken(next),
        warnings: [...new Set([...warnings, ...mapped.warnings])],
      };
    },

    async findJobs(nativeId: string, call: CallOptions): Promise<readonly JobKey[]> {
      const keys: JobKey[] = [];
      for (const location of isJobId(nativeId) ? locations : []) {
        const answer = await readAnswer({ location, jobId: nativeId }, call);
        const jobId = isJsonObject(answer) ? answer['id'] : undefined;
        if (typeof jobId === 'string' && isSameId(jobId, nativeId)) keys.push(toJobKey({ location, jobId }));
      }
      return keys;
    },

    async getJob(key: JobKey, call: CallOptions): Promise<JobRecord> {
      const address = readJobKey(key, config.locations);
      const answer = address === null ? null : await readAnswer(address, call);
      if (address === null || answer === null) throw notFound(key, connection);
      const { records } = await mapAnswers(address.location, [{ get: answer }], call);
      const [record] = records;
      if (record === undefined) throw unreadableAnswer('a job without a readable id', connection);
      if (!isSameId(record.job.nativeId, address.jobId)) throw unreadableAnswer('another job', connection);
      return record;
    },

    explainJob: (raw: JobRaw, jobContext: JobContext) => jobMapper.explain(raw, jobContext),
    probe: (call: CallOptions) => probe({ source, locations, tokens, clock: context.clock }, call),
    close: async () => undefined,
  });
}

const recordOf = (result: MapResult): JobRecord[] => (result.kind === 'job' ? [result.record] : []);
const jobOf = (result: MapResult) => recordOf(result).map((record) => record.job);
const rejectionOf = (result: MapResult): Rejection[] => (result.kind === 'rejected' ? [result.rejection] : []);

function notFound(key: JobKey, connection: string): CrossvaultError {
  const [location = '', jobId = ''] = key;
  const where = location === '' ? '' : ` in the location ${location}`;
  return new CrossvaultError({
    code: 'job-not-found',
    message: `The connection ${connection} has no job ${jobId}${where}.`,
    source: connection,
  });
}
