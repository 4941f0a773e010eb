import { jobNotFound, mismatchedAnswer, nullWhenAbsent, toJobContext } from '@crossvault/client-kit';
import {
  type CallOptions,
  type Connector,
  type ConnectorContext,
  CrossvaultError,
  type JobKey,
  type JobList,
  type JobRecord,
  type ListPage,
  type ListQuery,
  type PageRequest,
  type ServiceAddress,
} from '@crossvault/core';
import { createAzureBackupCalls, jobsPath } from '../client/client.ts';
import type { CloudEndpoints } from '../client/clouds.ts';
import type { JobSource } from '../client/job-source.ts';
import type { AzureBackupConfig } from '../config.ts';
import { isGuid, isJobId, parseJobKey } from '../mapping/key.ts';
import { mapperOf, mapperVersion } from '../mapping/mappers.ts';
import { createActing } from './acting.ts';
import { gather } from './gather.ts';
import { toListFilter } from './list-filter.ts';
import { brokenOff, toListPage } from './list-page.ts';
import { createOperations } from './operations.ts';
import { firstPosition, parsePageToken } from './position.ts';
import { probeConnection } from './probe.ts';
import { createSources, keyOf } from './sources.ts';

export function createAzureBackupConnector(config: AzureBackupConfig, context: ConnectorContext): Connector {
  const client = createAzureBackupCalls(config, context);
  const sources = createSources(config, client, context);
  const { connection, clock } = context;

  async function listJobs(list: JobList, query: ListQuery, page: PageRequest, call: CallOptions): Promise<ListPage> {
    const source = await findSource(list.key, call);
    const position = page.token === null ? firstPosition : parsePageToken(page.token, connection);
    if (position.link === null) {
      const { body } = await client.listJobs(source, toListFilter(query, clock.now()), call);
      return toListPage(body, position, toJobContext(context, list.key));
    }
    try {
      const { body } = await client.followPage(position.link, jobsPath(source), call);
      return toListPage(body, position, toJobContext(context, list.key));
    } catch (error) {
      if (hasCode(error, 'link-refused')) return brokenOff('link-refused');
      if (hasCode(error, 'source-not-found')) return brokenOff('list-ended-early');
      throw error;
    }
  }

  /** A list that stands for vaults that could not be looked up fails with the reason. */
  async function findSource(key: string, call: CallOptions): Promise<JobSource> {
    const known = (await sources.lists(call)).get(key);
    if (known !== undefined && known.source === null) throw known.error;
    if (known !== undefined) return known.source;
    throw new CrossvaultError({
      code: 'source-not-found',
      message: `The connection ${connection} has no vault ${key}.`,
      source: connection,
    });
  }

  /** The job as the vault reports it, or null when the vault does not know it. */
  async function readJob(source: JobSource, jobName: string, call: CallOptions): Promise<JobRecord | null> {
    if (!isJobId(jobName)) return null;
    // The answer to an id of another form than Azure's is not documented: 400 is taken for an unknown one.
    const answer = await nullWhenAbsent(
      client.getJob(source, jobName, call),
      ({ upstreamStatus }) => upstreamStatus === 400 && !isGuid(jobName),
    );
    if (answer === null) return null;
    const listKey = keyOf(source);
    const result = mapperOf(listKey).map({ get: answer.body }, toJobContext(context, listKey));
    const [, answeredName] = result.kind === 'job' ? result.record.key : [];
    if (result.kind === 'job' && answeredName === jobName.toLowerCase()) return result.record;
    throw mismatchedAnswer(connection, 'job', jobName, answeredName ?? 'no job');
  }

  async function findJobs(nativeId: string, call: CallOptions): Promise<readonly JobKey[]> {
    const lists = [...(await sources.lists(call)).values()];
    const records = await gather(lists, (source) => readJob(source, nativeId, call));
    return records.map((record) => record.key);
  }

  async function getJob(key: JobKey, call: CallOptions): Promise<JobRecord> {
    const address = parseJobKey(key);
    const source = address === null ? null : await sources.find(address.listKey, call);
    const record = address === null || source === null ? null : await readJob(source, address.jobName, call);
    if (record === null) throw jobNotFound(connection, `job ${key.at(-1) ?? ''}`);
    return record;
  }

  return Object.freeze({
    vendor: 'azure-backup',
    history: 'complete',
    addresses: addressesOf(client.endpoints, config),
    condition: client.condition,
    jobLists: async (call) => [...(await sources.lists(call)).values()].map(({ list }) => list),
    listJobs,
    findJobs,
    getJob,
    explainJob: (raw, jobContext) => mapperOf(jobContext.list).explain(raw, jobContext),
    mapJob: (raw, jobContext) => mapperOf(jobContext.list).map(raw, jobContext),
    mapperVersion,
    // A start within two hours is usual, and jobs show all runs but scheduled log backups: Microsoft, "Monitor Azure Backup".
    runTiming: { startGraceMs: 7_200_000, reportLagMs: 600_000, unlistedTracks: ['log'] },
    probe: (call) => probeConnection({ client, sources, config }, context, call),
    close: async () => undefined,
    operations: createOperations({ client, sources, context, readJob }),
    ...createActing({ client, sources, context, readJob, getJob }),
  } satisfies Connector);
}

/** Tokens of machines and of the command line come from this machine, those that are configured from nowhere. */
function addressesOf(
  endpoints: CloudEndpoints,
  { credential }: Pick<AzureBackupConfig, 'credential'>,
): readonly ServiceAddress[] {
  const isLocal = ['token', 'managed-identity', 'azure-cli'].includes(credential.type);
  const api: ServiceAddress = { name: 'api', url: endpoints.baseUrl };
  return isLocal ? [api] : [api, { name: 'identity', url: endpoints.authorityHost }];
}

const hasCode = (error: unknown, code: CrossvaultError['code']): boolean =>
  CrossvaultError.isInstance(error) && error.code === code;
