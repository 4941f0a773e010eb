import { type AzureVault, FILES_VAULT, GROWN_VAULT, keyOfVault, VM_VAULT } from './documented.ts';

/** Who manages what is backed up: decides which policy may protect which item. */
export type Management = 'AzureIaasVM' | 'AzureStorage' | 'AzureWorkload' | 'MAB';

export type SimulatedPolicy = {
  readonly vault: AzureVault;
  readonly name: string;
  readonly management: Management;
  readonly schedule: Readonly<Record<string, unknown>>;
  /** Of logs, beside that of full backups. */
  readonly logSchedule?: Readonly<Record<string, unknown>>;
  /** A Windows name. @default 'UTC' */
  readonly timeZone?: string;
};

/** Only the time of day of these instants counts. */
export const at = (...times: readonly string[]): string[] => times.map((time) => `2020-01-01T${time}:00Z`);
const daily = (time: string) => ({
  schedulePolicyType: 'SimpleSchedulePolicy',
  scheduleRunFrequency: 'Daily',
  scheduleRunTimes: at(time),
  scheduleWeeklyFrequency: 0,
});
const weekly = (day: string, time: string) => ({
  schedulePolicyType: 'SimpleSchedulePolicy',
  scheduleRunFrequency: 'Weekly',
  scheduleRunDays: [day],
  scheduleRunTimes: at(time),
  scheduleWeeklyFrequency: 0,
});
const hourly = {
  schedulePolicyType: 'SimpleSchedulePolicyV2',
  scheduleRunFrequency: 'Hourly',
  hourlySchedule: { interval: 4, scheduleWindowStartTime: '2020-01-01T08:00:00Z', scheduleWindowDuration: 12 },
};
const logs = { schedulePolicyType: 'LogSchedulePolicy', scheduleFrequencyInMins: 15 };

/** The reference page names schedule1 and schedule2. */
const POLICIES: readonly SimulatedPolicy[] = [
  { vault: FILES_VAULT, name: 'schedule1', management: 'AzureStorage', schedule: daily('19:00') },
  { vault: FILES_VAULT, name: 'schedule2', management: 'AzureStorage', schedule: daily('22:30') },
  { vault: VM_VAULT, name: 'DefaultPolicy', management: 'AzureIaasVM', schedule: daily('02:00') },
  { vault: GROWN_VAULT, name: 'nightly-vm', management: 'AzureIaasVM', schedule: daily('23:00') },
  { vault: GROWN_VAULT, name: 'weekly-vm', management: 'AzureIaasVM', schedule: weekly('Sunday', '01:30') },
  { vault: GROWN_VAULT, name: 'hourly-vm', management: 'AzureIaasVM', schedule: hourly },
  { vault: GROWN_VAULT, name: 'daily-files', management: 'AzureStorage', schedule: daily('20:00') },
  { vault: GROWN_VAULT, name: 'sql-full-and-log', management: 'AzureWorkload', schedule: weekly('Saturday', '21:00') },
];

/** The policies of each vault at the simulated time. */
export type PolicyTable = { of(vault: AzureVault): readonly SimulatedPolicy[] };

export const fixedPolicies: PolicyTable = {
  of: (vault) => POLICIES.filter((policy) => policy.vault === vault),
};

/** By its path, in any case. */
export const findPolicy = (policies: PolicyTable, vault: AzureVault, path: string): SimulatedPolicy | undefined => {
  const [, subscriptionId = '', resourceGroup = '', name = '', policy = ''] =
    /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.RecoveryServices\/vaults\/([^/]+)\/backupPolicies\/([^/]+)$/i.exec(
      path,
    ) ?? [];
  if (keyOfVault({ subscriptionId, resourceGroup, name }) !== keyOfVault(vault)) return undefined;
  return policies.of(vault).find((candidate) => candidate.name.toLowerCase() === policy.toLowerCase());
};

export const idOfPolicy = ({ vault, name }: Pick<SimulatedPolicy, 'vault' | 'name'>): string =>
  `${vault.idPrefix}/backupPolicies/${name}`;

const RETENTION = {
  retentionPolicyType: 'LongTermRetentionPolicy',
  dailySchedule: { retentionTimes: at('19:00'), retentionDuration: { count: 30, durationType: 'Days' } },
};

export const renderPolicy = (policy: SimulatedPolicy, protectedItemsCount: number) => {
  const { name, management, schedule, logSchedule = logs, timeZone = 'UTC' } = policy;
  const common = { backupManagementType: management, protectedItemsCount, timeZone };
  const workload = {
    workLoadType: 'SQLDataBase',
    subProtectionPolicy: [
      { policyType: 'Full', schedulePolicy: schedule, retentionPolicy: RETENTION },
      { policyType: 'Log', schedulePolicy: logSchedule, retentionPolicy: RETENTION },
    ],
  };
  return {
    id: idOfPolicy(policy),
    name,
    type: 'Microsoft.RecoveryServices/vaults/backupPolicies',
    properties:
      management === 'AzureWorkload'
        ? { ...common, ...workload }
        : { ...common, schedulePolicy: schedule, retentionPolicy: RETENTION },
  };
};
