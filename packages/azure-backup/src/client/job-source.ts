/** What names a vault. */
export interface VaultAddress {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
}

/** Something that has a list of jobs. */
export type JobSource =
  | { readonly kind: 'vault'; readonly vault: VaultAddress }
  | { readonly kind: 'backup-vault'; readonly vault: VaultAddress }
  /** What a region that a Recovery Services vault is replicated to reports of it. */
  | { readonly kind: 'secondary-region'; readonly vault: VaultAddress; readonly region: string };

/** Path of a Recovery Services vault, as the bodies of requests to a secondary region want it. */
export const toVaultId = ({ subscriptionId, resourceGroup, name }: VaultAddress): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${name}`;
