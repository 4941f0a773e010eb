import type { AzureVault } from './documented.ts';

/** The policy that the jobs of Backup vaults name, and one that no job names. */
const POLICIES = [
  { name: 'daily', datasource: 'Microsoft.Compute/disks', repetition: 'R/2025-06-01T01:30:00+00:00/P1D' },
  {
    name: 'every-four-hours',
    datasource: 'Microsoft.Storage/storageAccounts/blobServices',
    repetition: 'R/2025-06-01T02:00:00+00:00/PT4H',
  },
] as const;

type BackupVaultPolicy = (typeof POLICIES)[number];

const DATA_STORE = { dataStoreType: 'OperationalStore', objectType: 'DataStoreInfoBase' };

const render = (vault: AzureVault, { name, datasource, repetition }: BackupVaultPolicy) => ({
  id: `${vault.idPrefix}/backupPolicies/${name}`,
  name,
  type: 'Microsoft.DataProtection/backupVaults/backupPolicies',
  properties: {
    datasourceTypes: [datasource],
    objectType: 'BackupPolicy',
    policyRules: [
      {
        name: 'Backup',
        objectType: 'AzureBackupRule',
        backupParameters: { objectType: 'AzureBackupParams', backupType: 'Incremental' },
        dataStore: DATA_STORE,
        trigger: {
          objectType: 'ScheduleBasedTriggerContext',
          schedule: { repeatingTimeIntervals: [repetition], timeZone: 'UTC' },
        },
      },
      { name: 'Default', objectType: 'AzureRetentionRule' },
    ],
  },
});

/** The policies of a Backup vault. */
export const backupVaultPoliciesOf = (vault: AzureVault) => POLICIES.map((policy) => render(vault, policy));
