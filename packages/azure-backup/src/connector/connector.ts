import {
  type CallOptions,
  type Connector,
  type ConnectorContext,
  CrossvaultError,
  type JobContext,
  type JobKey,
  type JobList,
  type JobRecord,
  type ListPage,
  type ListQuery,
  type PageRequest,
} from '@crossvault/contract';
import { createAzureBackupClient } from '../client/client.ts';
import type { AzureBackupConfig, Vault } from '../config.ts';
import { toJobFilter } from './job-filter.ts';
import { isGuid, isJobName, readJobKey, toVaultKey } from './key.ts';
import { jobMapper } from './map-job.ts';
import { freshTrail, readTrail } from './page-trail.ts';
import { probe } from './probe.ts';
import { brokenOff, readPage } from './read-page.ts';

export function createAzureBackupConnector(config: AzureBackupConfig, context: ConnectorContext): Connector {
  const client = createAzureBackupClient(config, context);
  const { connection, clock } = context;
  const vaults: ReadonlyMap<string, Vault> = new Map(config.vaults.map((vault) => [toVaultKey(vault), vault]));
  const lists: readonly JobList[] = [...vaults.keys()].map((key) => ({
    key,
    order: 'newest-first',
    nativeFilters: ['startedAfter', 'startedBefore', 'status'],
  }));
  const toContext = (list: string): JobContext => ({
    connection,
    list,
    observedAt: new Date(clock.now()).toISOString(),
  });

  async function listJobs(list: JobList, query: ListQuery, page: PageRequest, call: CallOptions): Promise<ListPage> {
    const vault = vaults.get(list.key);
    if (vault === undefined) {
      throw new CrossvaultError({
        code: 'source-not-found',
        message: `The connection ${connection} has no vault ${list.key}.`,
        source: connection,
      });
    }
    const trail = page.token === null ? freshTrail : readTrail(page.token);
    if (trail.link === null) {
      const { body } = await client.listJobs(vault, toJobFilter(query, clock.now()), call);
      return readPage(body, trail, toContext(list.key));
    }
    try {
      const { body } = await client.followJobs(trail.link, call);
      return readPage(body, trail, toContext(list.key));
    } catch (error) {
      if (hasCode(error, 'link-refused')) return brokenOff('link-refused');
      if (hasCode(error, 'source-not-found')) return brokenOff('list-ended-early');
      throw error;
    }
  }

  /** The job as the vault tells it, or null when the vault does not know it. */
  async function readJob(vaultKey: string, jobName: string, call: CallOptions): Promise<JobRecord | null> {
    const vault = vaults.get(vaultKey);
    if (vault === undefined || !isJobName(jobName)) return null;
    const answer = await client.getJob(vault, jobName, call).catch((error: unknown) => {
      if (isUnknownJob(error, jobName)) return null;
      throw error;
    });
    if (answer === null) return null;
    const result = jobMapper.map({ get: answer.body }, toContext(vaultKey));
    const [, answeredName] = result.kind === 'job' ? result.record.key : [];
    if (result.kind === 'job' && answeredName === jobName.toLowerCase()) return result.record;
    throw new CrossvaultError({
      code: 'answer-unreadable',
      message: `The answer for the job ${jobName} is not that job.`,
      source: connection,
    });
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
    const parts = readJobKey(key);
    const record = parts === null ? null : await readJob(parts.vaultKey, parts.jobName, call);
    if (record !== null) return record;
    throw new CrossvaultError({
      code: 'job-not-found',
      message: `The connection ${connection} has no job ${key.at(-1) ?? ''}.`,
      source: connection,
    });
  }

  return {
    vendor: 'azure-backup',
    history: 'complete',
    jobLists: async () => lists,
    listJobs,
    findJobs,
    getJob,
    explainJob: jobMapper.explain,
    probe: (call) => probe(client, config.vaults, clock, call),
    close: async () => undefined,
  };
}

const hasCode = (error: unknown, code: CrossvaultError['code']): boolean =>
  CrossvaultError.isInstance(error) && error.code === code;

/** A 404; and, as the answer to an id of another form than Azure's is not documented, a 400 for such an id. */
function isUnknownJob(error: unknown, jobName: string): boolean {
  if (hasCode(error, 'source-not-found')) return true;
  return CrossvaultError.isInstance(error) && error.upstreamStatus === 400 && !isGuid(jobName);
}
