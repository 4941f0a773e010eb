import type { AzureVault } from './documented.ts';

/** The region of every simulated vault. */
const LOCATION = 'westeurope';

const common = ({ idPrefix, name }: AzureVault, type: string) => ({ id: idPrefix, name, type, location: LOCATION });

export const renderRecoveryVault = (vault: AzureVault) => ({
  ...common(vault, 'Microsoft.RecoveryServices/vaults'),
  etag: `W/"datetime'2026-01-05T09%3A30%3A00.0000000Z'"`,
  identity: { type: 'None' },
  sku: { name: 'RS0', tier: 'Standard' },
  properties: {
    provisioningState: 'Succeeded',
    privateEndpointStateForBackup: 'None',
    privateEndpointStateForSiteRecovery: 'None',
    publicNetworkAccess: 'Enabled',
  },
});

export const renderBackupVault = (vault: AzureVault) => ({
  ...common(vault, 'Microsoft.DataProtection/backupVaults'),
  properties: {
    provisioningState: 'Succeeded',
    storageSettings: [{ datastoreType: 'VaultStore', type: 'GeoRedundant' }],
  },
});

const part = ({ idPrefix }: AzureVault, type: string, name: string, properties: object) => ({
  id: `${idPrefix}/${type}/${name}`,
  name,
  type: `Microsoft.RecoveryServices/vaults/${type}`,
  properties,
});

const STORAGE = { storageModelType: 'GeoRedundant', storageType: 'GeoRedundant', storageTypeState: 'Locked' };

/** What is set for backups of the whole vault. */
export const renderVaultConfig = (vault: AzureVault) =>
  part(vault, 'backupconfig', 'vaultconfig', {
    ...STORAGE,
    enhancedSecurityState: 'Enabled',
    softDeleteFeatureState: 'Enabled',
    isSoftDeleteFeatureStateEditable: true,
  });

export const renderStorageConfig = (vault: AzureVault) =>
  part(vault, 'backupstorageconfig', 'vaultstorageconfig', { ...STORAGE, crossRegionRestoreFlag: true });

/** The name that the vendor gives to the link between a vault and its Resource Guard. */
export const PROXY = 'VaultProxy';

const GUARDED_OPERATIONS = [
  'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/delete',
  'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/write#modifyPolicy',
  'Microsoft.RecoveryServices/vaults/backupPolicies/write',
  'Microsoft.RecoveryServices/vaults/backupResourceGuardProxies/delete',
];

export const renderGuardProxy = (vault: AzureVault) => {
  const guard = `/subscriptions/${vault.subscriptionId}/resourceGroups/rg-security/providers/Microsoft.DataProtection/resourceGuards/guard-prod`;
  return part(vault, 'backupResourceGuardProxies', PROXY, {
    resourceGuardResourceId: guard,
    resourceGuardOperationDetails: GUARDED_OPERATIONS.map((vaultCriticalOperation) => ({
      vaultCriticalOperation,
      defaultResourceRequest: `${guard}/${vaultCriticalOperation.split('/').at(-2)}Requests/default`,
    })),
    lastUpdatedTime: '2026-01-05T09:30:00Z',
    description: 'Multi-user authorization',
  });
};
