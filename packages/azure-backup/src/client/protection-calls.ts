import type { Answer, VendorClient } from '@crossvault/client-kit';
import type { CallOptions } from '@crossvault/core';
import type { AzureBackupConfig } from '../config.ts';
import type { paths } from '../generated/schema.ts';
import type { VaultAddress } from './job-source.ts';
import { backupVaultPath, type ItemAddress, itemPath, toItemPath, toPath, vaultPath } from './vault-path.ts';

/** What is read of how things are protected; first pages where there are several. */
export interface ProtectionCalls {
  listItems(vault: VaultAddress, call: CallOptions): Promise<Answer>;
  getItem(item: ItemAddress, call: CallOptions): Promise<Answer>;
  listPolicies(vault: VaultAddress, call: CallOptions): Promise<Answer>;
  getPolicy(vault: VaultAddress, policyName: string, call: CallOptions): Promise<Answer>;
  /** Of a Backup vault. */
  listVaultPolicies(vault: VaultAddress, call: CallOptions): Promise<Answer>;
  getVaultPolicy(vault: VaultAddress, policyName: string, call: CallOptions): Promise<Answer>;
  /** What the vault could protect, for one kind of management at a time. */
  listProtectables(vault: VaultAddress, management: string, call: CallOptions): Promise<Answer>;
  /** Containers are listed for one kind of management at a time. */
  listContainers(vault: VaultAddress, management: string, call: CallOptions): Promise<Answer>;
  listRecoveryPoints(item: ItemAddress, call: CallOptions): Promise<Answer>;
}

export function createProtectionCalls(
  client: VendorClient<paths>,
  { apiVersion, backupVaultApiVersion }: Pick<AzureBackupConfig, 'apiVersion' | 'backupVaultApiVersion'>,
): ProtectionCalls {
  const query = { 'api-version': apiVersion };
  const backupQuery = { 'api-version': backupVaultApiVersion };
  return {
    listItems: (vault, call) =>
      client.read(call, (api, signal) =>
        api.GET(`${vaultPath}/backupProtectedItems`, { params: { path: toPath(vault), query }, signal }),
      ),
    getItem: (item, call) =>
      client.read(call, (api, signal) => api.GET(itemPath, { params: { path: toItemPath(item), query }, signal })),
    listPolicies: (vault, call) =>
      client.read(call, (api, signal) =>
        api.GET(`${vaultPath}/backupPolicies`, { params: { path: toPath(vault), query }, signal }),
      ),
    getPolicy: (vault, policyName, call) =>
      client.read(call, (api, signal) => {
        const path = { ...toPath(vault), policyName };
        return api.GET(`${vaultPath}/backupPolicies/{policyName}`, { params: { path, query }, signal });
      }),
    listVaultPolicies: (vault, call) =>
      client.read(call, (api, signal) =>
        api.GET(`${backupVaultPath}/backupPolicies`, { params: { path: toPath(vault), query: backupQuery }, signal }),
      ),
    getVaultPolicy: (vault, policyName, call) =>
      client.read(call, (api, signal) => {
        const path = { ...toPath(vault), policyName };
        return api.GET(`${backupVaultPath}/backupPolicies/{policyName}`, {
          params: { path, query: backupQuery },
          signal,
        });
      }),
    listProtectables: (vault, management, call) =>
      client.read(call, (api, signal) => {
        const asked = { ...query, $filter: `backupManagementType eq '${management}'` };
        return api.GET(`${vaultPath}/backupProtectableItems`, {
          params: { path: toPath(vault), query: asked },
          signal,
        });
      }),
    listContainers: (vault, management, call) =>
      client.read(call, (api, signal) => {
        const asked = { ...query, $filter: `backupManagementType eq '${management}'` };
        return api.GET(`${vaultPath}/backupProtectionContainers`, {
          params: { path: toPath(vault), query: asked },
          signal,
        });
      }),
    listRecoveryPoints: (item, call) =>
      client.read(call, (api, signal) =>
        api.GET(`${itemPath}/recoveryPoints`, { params: { path: toItemPath(item), query }, signal }),
      ),
  };
}
