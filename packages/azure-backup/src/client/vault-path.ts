import type { VaultAddress } from './job-source.ts';

export const vaultPath =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}';
export const backupVaultPath =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.DataProtection/backupVaults/{vaultName}';
export const itemPath =
  `${vaultPath}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}` as const;

/** What names a protected item. The fabric has the same name everywhere. */
export interface ItemAddress {
  readonly vault: VaultAddress;
  readonly container: string;
  readonly item: string;
}

/** A path with its parameters put in. */
export const fillPath = (template: string, parameters: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (_place, name: string) => encodeURIComponent(parameters[name] ?? ''));

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

/** The path of a list of a Recovery Services vault, or of a Backup vault. */
export const listPath = (vault: VaultAddress, list: string, kind: 'vault' | 'backup-vault' = 'vault'): string =>
  `${fillPath(kind === 'vault' ? vaultPath : backupVaultPath, toPath(vault))}/${list}`;

export const pointsPath = (item: ItemAddress): string => `${fillPath(itemPath, toItemPath(item))}/recoveryPoints`;
