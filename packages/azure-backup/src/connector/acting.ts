import type { CallOptions, Connector, ConnectorContext, JobKey, JobRecord } from '@crossvault/core';
import type { AzureBackupCalls } from '../client/client.ts';
import type { JobSource } from '../client/job-source.ts';
import { createItemActs } from './act-on-items.ts';
import { createVaultActs } from './act-on-vaults.ts';
import { createLookUp } from './look-up.ts';
import { createProtection } from './protection.ts';
import { createRecentJobs } from './recent-jobs.ts';
import type { Sources } from './sources.ts';
import { createWrites } from './write.ts';

export interface ActingOptions {
  readonly client: AzureBackupCalls;
  readonly sources: Sources;
  readonly context: ConnectorContext;
  readJob(source: JobSource, jobName: string, call: CallOptions): Promise<JobRecord | null>;
  getJob(key: JobKey, call: CallOptions): Promise<JobRecord>;
}

/** Policies, protected items and all that can be done, in Recovery Services vaults. Azure starts and stops no policy. */
export function createActing({ client, sources, context, readJob, getJob }: ActingOptions) {
  const protection = createProtection(client, sources, context);
  const recentJobs = createRecentJobs(client, context);
  const lookUp = createLookUp({ protection, recentJobs, context, readJob });
  const writes = createWrites(client, lookUp, context);
  const vaults = createVaultActs({ client, protection, writes, context, getJob });
  return {
    cancelJob: vaults.cancelJob,
    exportJobs: vaults.exportJobs,
    plans: { list: protection.listPlans, get: protection.getPlan },
    protectedItems: {
      list: protection.listItems,
      get: protection.readItemRecord,
      ...createItemActs({ client, protection, writes, context }),
      recoveryPoints: async (key, call) => protection.pointsOf(await protection.getItem(key, call), call),
      containers: protection.containers,
      refreshContainers: vaults.refreshContainers,
    },
    writes: writes.calls,
  } satisfies Partial<Connector>;
}
