import { type AzureVault, FILES_VAULT, GROWN_VAULT, VM_VAULT } from './documented.ts';
import type { Management } from './policies.ts';

export type SimulatedPoint = { readonly name: string; readonly atMs: number; readonly gigabytes: number };

/** Something that is protected, or could be. */
export type SimulatedItem = {
  readonly vault: AzureVault;
  readonly container: string;
  readonly name: string;
  readonly management: Management;
  /** Display name, which its jobs also use. */
  readonly friendlyName: string;
  readonly jobName: string;
  readonly sourceResourceId: string;
  /** null: it was not discovered yet. */
  readonly state: 'IRPending' | 'Protected' | 'ProtectionStopped' | 'BackupsSuspended' | 'Protectable' | null;
  readonly policyName: string | null;
  /** When it was soft-deleted. */
  readonly deletedMs: number | null;
  readonly lastBackupMs: number | null;
  /** How the last backup ended. @default well */
  readonly lastBackupStatus?: 'Completed' | 'CompletedWithWarnings' | 'Failed' | 'Cancelled';
  /** How often a database's log is backed up, where its policy does so by the clock. */
  readonly logEveryMinutes?: number;
  /** Until when its log reaches. */
  readonly logUntilMs?: number;
  readonly points: readonly SimulatedPoint[];
  /** Its actions are accepted and then fail. */
  readonly isLocked: boolean;
  /** Its id is in lower case, with `%3b` in its path. */
  readonly hasOddId: boolean;
};

const DAY_MS = 86_400_000;

const pointsBefore = (anchorMs: number, seed: number): SimulatedPoint[] =>
  [1, 2, 3].map((day) => ({
    name: String(348916168024334 + seed * 10 + day),
    atMs: anchorMs - day * DAY_MS - seed * 60_000,
    gigabytes: 3 + seed,
  }));

export type ItemWish = Pick<SimulatedItem, 'vault' | 'state' | 'policyName'> & Partial<SimulatedItem>;

export const machine = (name: string, resourceGroup: string, wish: ItemWish) => ({
  container: `iaasvmcontainer;iaasvmcontainerv2;${resourceGroup};${name}`,
  name: `vm;iaasvmcontainerv2;${resourceGroup};${name}`,
  management: 'AzureIaasVM' as const,
  friendlyName: name,
  jobName: name,
  sourceResourceId: `/subscriptions/${wish.vault.subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Compute/virtualMachines/${name}`,
  ...wish,
});

export const share = (name: string, account: string, resourceGroup: string, wish: ItemWish) => ({
  container: `StorageContainer;storage;${resourceGroup.toLowerCase()};${account}`,
  name: `AzureFileShare;${name}`,
  management: 'AzureStorage' as const,
  friendlyName: name,
  jobName: name,
  sourceResourceId: `/subscriptions/${wish.vault.subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Storage/storageAccounts/${account}`,
  ...wish,
});

export const database = (name: string, host: string, wish: ItemWish) => ({
  container: `VMAppContainer;Compute;rg-compute;${host}`,
  name: `SQLDataBase;mssqlserver;${name.toLowerCase()}`,
  management: 'AzureWorkload' as const,
  friendlyName: name,
  jobName: `MSSQLSERVER/${name} [${host}]`,
  sourceResourceId: `/subscriptions/${wish.vault.subscriptionId}/resourceGroups/rg-compute/providers/Microsoft.Compute/virtualMachines/${host}`,
  ...wish,
});

const grown = { vault: GROWN_VAULT, state: 'Protected', policyName: 'nightly-vm' } as const;
const grownShare = { ...grown, policyName: 'daily-files' } as const;

/** The share of the reference page first. */
export const growItems = (anchorMs: number, oddities: boolean): SimulatedItem[] =>
  [
    share('testshare', 'testvault2', 'AzureFiles', {
      vault: FILES_VAULT,
      state: 'Protected',
      policyName: 'schedule1',
    }),
    share('archive', 'testvault2', 'AzureFiles', { vault: FILES_VAULT, state: 'Protectable', policyName: null }),
    machine('uttestvmub1', 'testRG', { vault: VM_VAULT, state: 'Protected', policyName: 'DefaultPolicy' }),
    ...['vm-web-01', 'vm-web-02', 'vm-sql-01', 'vm-app-03', 'vm-jump'].map((name) =>
      machine(name, 'rg-compute', grown),
    ),
    machine('vm-build-7', 'rg-compute', { ...grown, state: 'IRPending', lastBackupMs: null, points: [] }),
    machine('vm-locked', 'rg-compute', { ...grown, isLocked: true }),
    machine('vm-paused', 'rg-compute', { ...grown, state: 'BackupsSuspended' }),
    machine('vm-stopped', 'rg-compute', { ...grown, state: 'ProtectionStopped', policyName: null }),
    machine('vm-deleted', 'rg-compute', {
      ...grown,
      state: 'ProtectionStopped',
      policyName: null,
      deletedMs: anchorMs - 3 * DAY_MS,
    }),
    machine('vm-new-01', 'rg-compute', { ...grown, state: null, policyName: null }),
    ...['finance', 'profiles', 'projects', 'scans'].map((name) => share(name, 'stfilesprod', 'rg-files', grownShare)),
    database('Orders', 'sql-prod-1', { ...grown, policyName: 'sql-full-and-log' }),
    database('msdb', 'sqlserver-0', { ...grown, policyName: 'sql-full-and-log' }),
    {
      ...grown,
      container: 'Windows;fs01.corp.example',
      name: 'FileFolder;c_drive',
      management: 'MAB' as const,
      friendlyName: 'C:\\',
      jobName: 'C:\\',
      sourceResourceId: '',
      policyName: null,
    },
  ].map((item, seed) => {
    const hasRun = item.state !== null && item.state !== 'Protectable' && item.management !== 'MAB';
    const points = hasRun ? pointsBefore(anchorMs, seed) : [];
    return {
      deletedMs: null,
      lastBackupMs: points[0]?.atMs ?? null,
      points,
      isLocked: false,
      hasOddId: oddities && item.friendlyName === 'vm-jump',
      ...item,
    };
  });

export const pathOfItem = ({ container, name }: Pick<SimulatedItem, 'container' | 'name'>): string =>
  `backupFabrics/Azure/protectionContainers/${container}/protectedItems/${name}`;
