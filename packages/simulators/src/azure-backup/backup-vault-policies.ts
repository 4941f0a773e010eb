import type { Planner } from '../schedule/planner.ts';
import type { ScheduleRule } from '../schedule/rule.ts';
import { SOURCES } from './backup-vault-fleet.ts';
import { type AzureVault, keyOfBackupVault } from './documented.ts';
import { sourceOf } from './plans.ts';

type BackupVaultPolicy = {
  readonly name: string;
  readonly datasource: string;
  readonly repetitions: readonly string[];
};

/** The policy that the jobs of Backup vaults name, and one that no job names. */
const POLICIES: readonly BackupVaultPolicy[] = [
  { name: 'daily', datasource: 'Microsoft.Compute/disks', repetitions: ['R/2025-06-01T01:30:00+00:00/P1D'] },
  {
    name: 'every-four-hours',
    datasource: 'Microsoft.Storage/storageAccounts/blobServices',
    repetitions: ['R/2025-06-01T02:00:00+00:00/PT4H'],
  },
];

const DATA_STORE = { dataStoreType: 'OperationalStore', objectType: 'DataStoreInfoBase' };

const render = (vault: AzureVault, { name, datasource, repetitions }: BackupVaultPolicy) => ({
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
          schedule: { repeatingTimeIntervals: repetitions, timeZone: 'UTC' },
        },
      },
      { name: 'Default', objectType: 'AzureRetentionRule' },
    ],
  },
});

/** The policies of the Backup vaults. */
export type BackupVaultPolicies = (vault: AzureVault) => readonly object[];

export const fixedBackupVaultPolicies: BackupVaultPolicies = (vault) => POLICIES.map((policy) => render(vault, policy));

/** A rule as repetitions: one for each time of day, all in UTC. */
const toRepetitions = (rule: ScheduleRule): string[] => {
  if (rule.kind === 'calendar' && rule.on === undefined && rule.months === undefined) {
    return rule.times.map((time) => `R/2025-06-01T${time}:00+00:00/P1D`);
  }
  if (rule.kind === 'interval') return [`R/${rule.anchor}/PT${rule.everyMinutes}M`];
  throw new RangeError(`no policy of a Backup vault has a schedule of the kind ${rule.kind} like this one`);
};

/** The policies by which planned jobs are made, as they are at an instant. */
export const createBackupVaultPolicies =
  ({ plans }: Planner, now: () => number): BackupVaultPolicies =>
  (vault) =>
    plans.flatMap(({ plan, scheduleAt, isGoneAt }) => {
      const source = sourceOf(plan.sort);
      if (source === undefined || plan.list !== keyOfBackupVault(vault) || isGoneAt(null, now())) return [];
      const repetitions = scheduleAt(now()).rules.flatMap(toRepetitions);
      return [render(vault, { name: plan.name, datasource: SOURCES[source].type, repetitions })];
    });
