import {
  type ConnectorContext,
  CrossvaultError,
  type JobKey,
  type JobRecord,
  type ListQuery,
  type PreparedWrite,
  type PrepareOptions,
} from '@crossvault/core';
import type { AzureBackupCalls } from '../client/client.ts';
import type { VaultAddress } from '../client/job-source.ts';
import { parseJobKey, parseListKey } from '../mapping/key.ts';
import { toListFilter } from './list-filter.ts';
import type { Protection } from './protection.ts';
import type { createWrites } from './write.ts';
import { parseFacts } from './write-facts.ts';

export interface VaultActOptions {
  readonly client: AzureBackupCalls;
  readonly protection: Protection;
  readonly writes: ReturnType<typeof createWrites>;
  readonly context: ConnectorContext;
  getJob(key: JobKey, call: PrepareOptions): Promise<JobRecord>;
}

/** Things are looked for of one kind of management at a time. Databases are found by their machines, one by one. */
const discovered = ['AzureIaasVM', 'AzureStorage'] as const;

/** What is done to a job, and to all vaults of a connection at once. */
export function createVaultActs({ client, protection, writes, context, getJob }: VaultActOptions) {
  const { connection, clock } = context;

  async function cancelJob(key: JobKey, prepare: PrepareOptions): Promise<PreparedWrite> {
    const { job, raw } = await getJob(key, prepare);
    const address = parseJobKey(key);
    const source = parseListKey(address?.listKey ?? '');
    if (address === null || source?.kind !== 'vault') {
      throw refuse(
        'action-not-supported',
        'Crossvault cancels jobs of Recovery Services vaults only in their own region.',
      );
    }
    if (!job.actions.includes('cancel')) {
      const word = job.nativeStatus ?? job.status;
      throw refuse(
        'state-conflict',
        `The job ${job.nativeId} is ${word}; Azure does not offer to cancel it in this state.`,
      );
    }
    return writes.prepare({
      needs: 'operate',
      target: { kind: 'job', nativeId: job.nativeId, name: job.target?.name ?? null },
      before: raw.get ?? null,
      facts: parseFacts({ lists: [address.listKey], jobName: address.jobName }, connection),
      requests: [await client.changes.cancelJob(source.vault, job.nativeId)],
    });
  }

  /** Each vault is asked by itself; one that could not be looked up fails the whole. */
  async function vaultsOf(prepare: PrepareOptions): Promise<readonly { key: string; vault: VaultAddress }[]> {
    const lists = await protection.vaults(prepare);
    const found = lists.map(({ list, source, error }) => {
      if (source === null) throw error;
      return { key: list.key, vault: source.vault };
    });
    if (found.length > 0) return found;
    throw refuse(
      'action-not-supported',
      'Crossvault supports this only for Recovery Services vaults, and this connection has none.',
    );
  }

  async function refreshContainers(prepare: PrepareOptions): Promise<PreparedWrite> {
    const asked = (await vaultsOf(prepare)).flatMap((each) =>
      discovered.map((management) => ({ ...each, management })),
    );
    return writes.prepare({
      needs: 'operate',
      target: { kind: 'connection', nativeId: connection, name: connection },
      before: null,
      facts: parseFacts({ lists: asked.map(({ key }) => key) }, connection),
      requests: await Promise.all(
        asked.map(({ vault, management }) => client.changes.refreshContainers(vault, management)),
      ),
    });
  }

  async function exportJobs(query: ListQuery, prepare: PrepareOptions): Promise<PreparedWrite> {
    const vaults = await vaultsOf(prepare);
    const filter = toListFilter(query, clock.now());
    return writes.prepare({
      needs: 'operate',
      target: { kind: 'connection', nativeId: connection, name: connection },
      before: null,
      facts: parseFacts({ lists: vaults.map(({ key }) => key) }, connection),
      requests: await Promise.all(vaults.map(({ vault }) => client.changes.exportJobs(vault, filter))),
    });
  }

  const refuse = (code: CrossvaultError['code'], message: string): CrossvaultError =>
    new CrossvaultError({ code, message, source: connection });

  return { cancelJob, refreshContainers, exportJobs };
}
