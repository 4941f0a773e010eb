import { jobNotFound, nullWhenAbsent, toJobContext, unreadableAnswer } from '@crossvault/client-kit';
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
} from '@crossvault/contract';
import { createAzureBackupClient } from '../client/client.ts';
import type { AzureBackupConfig, Vault } from '../config.ts';
import { isGuid, isJobId, parseJobKey, toVaultKey } from './key.ts';
import { toListFilter } from './list-filter.ts';
import { brokenOff, toListPage } from './list-page.ts';
import { jobMapper } from './map-job.ts';
import { firstPosition, parsePageToken } from './position.ts';
import { probeConnection } from './probe.ts';

export function createAzureBackupConnector(config: AzureBackupConfig, context: ConnectorContext): Connector {
  const client = createAzureBackupClient(config, context);
  const { connection, clock } = context;
  const vaults: ReadonlyMap<string, Vault> = new Map(config.vaults.map((vault) => [toVaultKey(vault), vault]));
  const lists: readonly JobList[] = [...vaults.keys()].map((key) => ({
    key,
    order: 'newest-first',
    nativeFilters: ['startedAfter', 'startedBefore', 'status'],
  }));

  async function listJobs(list: JobList, query: ListQuery, page: PageRequest, call: CallOptions): Promise<ListPage> {
    const vault = vaults.get(list.key);
    if (vault === undefined) {
      throw new CrossvaultError({
        code: 'source-not-found',
        message: `The connection ${connection} has no vault ${list.key}.`,
        source: connection,
      });
    }
    const position = page.token === null ? firstPosition : parsePageToken(page.token, connection);
    if (position.link === null) {
      const { body } = await client.listJobs(vault, toListFilter(query, clock.now()), call);
      return toListPage(body, position, toJobContext(context, list.key));
    }
    try {
      const { body } = await client.followJobs(position.link, call);
      return toListPage(body, position, toJobContext(context, list.key));
    } catch (error) {
      if (hasCode(error, 'link-refused')) return brokenOff('link-refused');
      if (hasCode(error, 'source-not-found')) return brokenOff('list-ended-early');
      throw error;
    }
  }

  /** The job as the vault tells it, or null when the vault does not know it. */
  async function readJob(vaultKey: string, jobName: string, call: CallOptions): Promise<JobRecord | null> {
    const vault = vaults.get(vaultKey);
    if (vault === undefined || !isJobId(jobName)) return null;
    // The answer to an id of another form than Azure's is not documented: 400 is taken for an unknown one.
    const answer = await nullWhenAbsent(
      client.getJob(vault, jobName, call),
      ({ upstreamStatus }) => upstreamStatus === 400 && !isGuid(jobName),
    );
    if (answer === null) return null;
    const result = jobMapper.map({ get: answer.body }, toJobContext(context, vaultKey));
    const [, answeredName] = result.kind === 'job' ? result.record.key : [];
    if (result.kind === 'job' && answeredName === jobName.toLowerCase()) return result.record;
    throw unreadableAnswer(connection, `The answer for the job ${jobName} is not that job.`);
  }

  async function findJobs(nativeId: string, call: CallOptions): Promise<readonly JobKey[]> {
    const keys = [...vaults.keys()];
    const found: JobKey[] = [];
    for (let at = 0; at < keys.length; at += context.concurrency) {
      const some = keys.slice(at, at + context.concurrency);
      const records = await Promise.all(some.map((vaultKey) => readJob(vaultKey, nativeId, call)));
      found.push(...records.filter((record) => record !== null).map((record) => record.key));
    }
    return found;
  }

  async function getJob(key: JobKey, call: CallOptions): Promise<JobRecord> {
    const address = parseJobKey(key);
    const record = address === null ? null : await readJob(address.vaultKey, address.jobName, call);
    if (record === null) throw jobNotFound(connection, `job ${key.at(-1) ?? ''}`);
    return record;
  }

  return Object.freeze({
    vendor: 'azure-backup',
    history: 'complete',
    addresses: [{ name: 'api', url: client.baseUrl }],
    condition: client.condition,
    jobLists: async () => lists,
    listJobs,
    findJobs,
    getJob,
    explainJob: jobMapper.explain,
    mapJob: jobMapper.map,
    mapperVersion: jobMapper.version,
    probe: (call) => probeConnection({ client, vaults: config.vaults }, context, call),
    close: async () => undefined,
  } satisfies Connector);
}

const hasCode = (error: unknown, code: CrossvaultError['code']): boolean =>
  CrossvaultError.isInstance(error) && error.code === code;
