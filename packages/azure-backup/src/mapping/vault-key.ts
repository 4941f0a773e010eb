import type { VaultAddress } from '../client/job-source.ts';

/** Azure compares all three names without case. Key of the list of a Recovery Services vault, and the beginning of every other key of a vault. */
export function toVaultKey(vault: VaultAddress): string {
  return `${vault.subscriptionId}/${vault.resourceGroup}/${vault.name}`.toLowerCase();
}

/** Key of the list of a Backup vault, which may have the names of a Recovery Services vault. */
export function toBackupVaultKey(vault: VaultAddress): string {
  return `${toVaultKey(vault)}/backup`;
}
