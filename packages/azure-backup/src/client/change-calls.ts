import type { PreparedRequest, VendorClient } from '@crossvault/client-kit';
import type { CallOptions, Permission } from '@crossvault/core';
import type { AzureBackupConfig } from '../config.ts';
import type { components, paths } from '../generated/schema.ts';
import type { VaultAddress } from './job-source.ts';
import type { ResourceGuard } from './resource-guard.ts';
import { fabricName, type ItemAddress, itemPath, toItemPath, toPath, vaultPath } from './vault-path.ts';

type Schemas = components['schemas'];
export type ItemChange = NonNullable<Schemas['ProtectedItemChange']['properties']>;
export type BackupProperties = Schemas['BackupRequestProperties'];
export type RestoreProperties = Schemas['RestoreRequestProperties'];

/** What is changed; every request is put together and not sent. */
export interface ChangeCalls {
  cancelJob(vault: VaultAddress, jobName: string): Promise<PreparedRequest>;
  exportJobs(vault: VaultAddress, filter: string): Promise<PreparedRequest>;
  /** Used to enable, change the policy, stop and undelete. A guarded vault also gets the token of the guard's directory. */
  changeItem(item: ItemAddress, change: ItemChange, call: CallOptions): Promise<PreparedRequest>;
  /** Stops protection and removes the data. */
  deleteItem(item: ItemAddress, call: CallOptions): Promise<PreparedRequest>;
  backUp(item: ItemAddress, request: BackupProperties): Promise<PreparedRequest>;
  restore(
    item: ItemAddress,
    recoveryPoint: string,
    request: RestoreProperties,
    needs: Permission,
  ): Promise<PreparedRequest>;
  /** Things are looked for of one kind of management at a time. */
  refreshContainers(vault: VaultAddress, management: string): Promise<PreparedRequest>;
}

export function createChangeCalls(
  client: VendorClient<paths>,
  { apiVersion }: Pick<AzureBackupConfig, 'apiVersion'>,
  guard: ResourceGuard,
): ChangeCalls {
  const query = { 'api-version': apiVersion };
  return {
    cancelJob: (vault, jobName) =>
      client.prepare('operate', (api) =>
        api.POST(`${vaultPath}/backupJobs/{jobName}/cancel`, {
          params: { path: { ...toPath(vault), jobName }, query },
        }),
      ),
    exportJobs: (vault, filter) =>
      client.prepare('operate', (api) =>
        api.POST(`${vaultPath}/backupJobsExport`, {
          params: { path: toPath(vault), query: { ...query, $filter: filter } },
        }),
      ),
    async changeItem(item, change, call) {
      const header = await guard.headers(call);
      const properties = { ...change, ...guard.fields };
      return client.prepare('operate', (api) =>
        api.PUT(itemPath, { params: { path: toItemPath(item), query, header }, body: { properties } }),
      );
    },
    async deleteItem(item, call) {
      const header = await guard.headers(call);
      return client.prepare('destroy', (api) =>
        api.DELETE(itemPath, { params: { path: toItemPath(item), query, header } }),
      );
    },
    backUp: (item, properties) =>
      client.prepare('operate', (api) =>
        api.POST(`${itemPath}/backup`, { params: { path: toItemPath(item), query }, body: { properties } }),
      ),
    restore: (item, recoveryPointId, properties, needs) =>
      client.prepare(needs, (api) =>
        api.POST(`${itemPath}/recoveryPoints/{recoveryPointId}/restore`, {
          params: { path: { ...toItemPath(item), recoveryPointId }, query },
          body: { properties },
        }),
      ),
    refreshContainers: (vault, management) =>
      client.prepare('operate', (api) =>
        api.POST(`${vaultPath}/backupFabrics/{fabricName}/refreshContainers`, {
          params: {
            path: { ...toPath(vault), fabricName },
            query: { ...query, $filter: `backupManagementType eq '${management}'` },
          },
        }),
      ),
  };
}
