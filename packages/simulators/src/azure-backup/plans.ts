import { type PlanWish, type SimulatedPlan, toPlan } from '../schedule/plan.ts';
import type { ScheduleRule } from '../schedule/rule.ts';
import type { ScheduleOptions } from '../schedule/schedule-options.ts';
import { SOURCES } from './backup-vault-fleet.ts';
import { type AzureVault, BACKUP_VAULTS, GROWN_VAULT, keyOfBackupVault, keyOfVault, VAULTS } from './documented.ts';
import type { Management } from './policies.ts';

const daily = (...times: readonly string[]): readonly ScheduleRule[] => [{ kind: 'calendar', track: 'backup', times }];
const BERLIN = 'Europe/Berlin';

/** What the simulated tenant runs, all of it at night but the machine that is backed up by the hour. */
const USUAL: readonly PlanWish[] = [
  { name: 'DefaultPolicy', list: 'abdemovault', rules: daily('02:00'), items: ['uttestvmub1'] },
  { name: 'schedule1', list: 'azurefilesvault', sort: 'AzureStorage', rules: daily('19:00'), items: ['testshare'] },
  { name: 'schedule2', list: 'azurefilesvault', sort: 'AzureStorage', rules: daily('22:30') },
  {
    name: 'nightly-vm',
    rules: daily('23:00'),
    timeZone: BERLIN,
    items: ['vm-web-01', 'vm-web-02', 'vm-sql-01', 'vm-app-03', 'vm-jump', 'vm-build-7', 'vm-locked'],
  },
  {
    name: 'weekly-vm',
    rules: [{ kind: 'calendar', track: 'backup', times: ['01:30'], on: { weekdays: ['Sunday'] } }],
    timeZone: BERLIN,
  },
  {
    name: 'hourly-vm',
    rules: [{ kind: 'window', track: 'backup', everyHours: 4, from: '08:00', hours: 12 }],
    timeZone: BERLIN,
    items: ['vm-orders-01'],
    minutes: [3, 12],
  },
  {
    name: 'daily-files',
    sort: 'AzureStorage',
    rules: daily('20:00'),
    items: ['finance', 'profiles', 'projects', 'scans'],
    minutes: [1, 6],
  },
  {
    name: 'sql-full-and-log',
    sort: 'AzureWorkload',
    rules: [
      { kind: 'calendar', track: 'full', times: ['21:00'] },
      { kind: 'interval', track: 'log', everyMinutes: 15, anchor: '2020-01-01T00:00:00Z' },
    ],
    timeZone: BERLIN,
    items: ['Orders', 'msdb'],
  },
  { name: 'agent of fs01', sort: 'MAB', rules: daily('21:30'), items: ['C:\\'] },
  { name: 'disks-daily', list: 'bv-prod-weu', sort: 'disk', rules: daily('01:00'), items: SOURCES.disk.names },
  { name: 'blobs-daily', list: 'bv-prod-weu', sort: 'blobs', rules: daily('02:30'), items: SOURCES.blobs.names },
  { name: 'databases-daily', list: 'rsv-prod-weu', sort: 'database', rules: daily('03:00'), items: ['orders'] },
];

const MANAGEMENTS: readonly Management[] = ['AzureIaasVM', 'AzureStorage', 'AzureWorkload', 'MAB'];
const managementOf = (sort: string): Management | undefined => MANAGEMENTS.find((known) => known === sort);

type Source = keyof typeof SOURCES;
const SOURCE_NAMES: readonly Source[] = ['disk', 'blobs', 'cluster', 'database', 'server'];
export const sourceOf = (sort: string): Source | undefined => SOURCE_NAMES.find((known) => known === sort);

/** Plans of a Recovery Services vault that its list of policies shows; an agent has its schedule to itself. */
export const isOfPolicy = (
  plan: SimulatedPlan,
): plan is SimulatedPlan & { readonly sort: Exclude<Management, 'MAB'> } =>
  plan.sort !== 'MAB' && managementOf(plan.sort) !== undefined;

/** The vault of a plan, of the one kind or the other. */
export const vaultOf = ({ list, sort }: Pick<SimulatedPlan, 'list' | 'sort'>): AzureVault => {
  const isBackup = sourceOf(sort) !== undefined;
  const vault = isBackup
    ? BACKUP_VAULTS.find((one) => keyOfBackupVault(one) === list)
    : VAULTS.find((one) => keyOfVault(one) === list);
  if (vault === undefined) throw new RangeError(`no vault ${list}`);
  return vault;
};

const toAzurePlan = (wish: PlanWish): SimulatedPlan => {
  const sort = wish.sort ?? 'AzureIaasVM';
  const isBackup = sourceOf(sort) !== undefined;
  if (!isBackup && managementOf(sort) === undefined) {
    throw new RangeError(`no management ${sort}; there are ${[...MANAGEMENTS, ...SOURCE_NAMES].join(', ')}`);
  }
  const name = wish.list ?? GROWN_VAULT.name;
  const vault = (isBackup ? BACKUP_VAULTS : VAULTS).find((one) => one.name === name);
  if (vault === undefined) throw new RangeError(`no vault ${name}`);
  const list = isBackup ? keyOfBackupVault(vault) : keyOfVault(vault);
  // What the vendor does at a time of day that is skipped is not documented.
  return toPlan(wish, {
    id: `${list}/${wish.name}`,
    list,
    sort,
    hasRunPerItem: true,
    silentTracks: ['log'],
    skipped: 'later',
  });
};

const furtherMachines = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `vm-node-${String(index + 1).padStart(3, '0')}`);

export const azurePlans = ({ plans, furtherMachines: count = 0 }: ScheduleOptions): readonly SimulatedPlan[] =>
  (plans?.['azure-backup'] ?? USUAL)
    .map((wish) =>
      wish.name === 'nightly-vm' ? { ...wish, items: [...(wish.items ?? []), ...furtherMachines(count)] } : wish,
    )
    .map(toAzurePlan);
