import type { VaultAddress } from './job-source.ts';

export const vaultPath =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}';
export const itemPath =
  `${vaultPath}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}` as const;

/** What names a protected item. The fabric has the same name everywhere. */
export interface ItemAddress {
  readonly vault: VaultAddress;
  readonly container: string;
  readonly item: string;
}

export const fabricName = 'Azure';

export const toPath = ({ subscriptionId, resourceGroup, name }: VaultAddress) => ({
  subscriptionId,
  resourceGroupName: resourceGroup,
  vaultName: name,
});

export const toItemPath = ({ vault, container, item }: ItemAddress) => ({
  ...toPath(vault),
  fabricName,
  containerName: container,
  protectedItemName: item,
});
