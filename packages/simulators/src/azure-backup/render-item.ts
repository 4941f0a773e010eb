import type { Management } from './policies.ts';
import { idOfPolicy } from './policies.ts';
import { pathOfItem, type SimulatedItem, type SimulatedPoint } from './protected-items.ts';
import { renderInstant } from './time-text.ts';

/** How long a softly deleted item is kept. */
export const KEPT_MS = 14 * 86_400_000;

/** Stands where there never was a backup. */
const NEVER = '2001-01-01T00:00:00Z';

const instant = (milliseconds: number): string => renderInstant({ milliseconds, ticks: 0 });

const TYPES: Readonly<Record<Management, { readonly protectedItemType: string; readonly workloadType: string }>> = {
  AzureIaasVM: { protectedItemType: 'Microsoft.Compute/virtualMachines', workloadType: 'VM' },
  AzureStorage: { protectedItemType: 'AzureFileShareProtectedItem', workloadType: 'AzureFileShare' },
  AzureWorkload: { protectedItemType: 'AzureVmWorkloadSQLDatabase', workloadType: 'SQLDataBase' },
  MAB: { protectedItemType: 'MabFileFolderProtectedItem', workloadType: 'FileFolder' },
};

const ownFields = ({ management, sourceResourceId, container, lastBackupMs }: SimulatedItem) => {
  const lastBackupTime = lastBackupMs === null ? NEVER : instant(lastBackupMs);
  switch (management) {
    case 'AzureIaasVM': {
      const lastBackupStatus = lastBackupMs === null ? '' : 'Completed';
      return { virtualMachineId: sourceResourceId, healthStatus: 'Passed', lastBackupStatus, lastBackupTime };
    }
    case 'AzureStorage':
      return { lastBackupStatus: lastBackupMs === null ? '' : 'Completed', lastBackupTime };
    case 'AzureWorkload': {
      const lastBackupStatus = lastBackupMs === null ? 'IRPending' : 'Healthy';
      const host = container.split(';').at(-1);
      return {
        serverName: host,
        parentName: 'MSSQLSERVER',
        protectedItemHealthStatus: 'Healthy',
        lastBackupStatus,
        lastBackupTime,
      };
    }
    case 'MAB':
      return {};
  }
};

const deletion = (deletedMs: number | null) =>
  deletedMs === null
    ? {}
    : { isScheduledForDeferredDelete: true, deferredDeleteTimeInUTC: instant(deletedMs), isRehydrate: false };

/** What stands where is as odd as it is seen: jumps are written wholly in lower case, and its path with `%3B`. */
const idOf = (item: SimulatedItem): string => {
  const id = `${item.vault.idPrefix}/${pathOfItem(item)}`;
  return item.friendlyName === 'vm-jump' ? id.toLowerCase().replaceAll(';', '%3b') : id;
};

export const renderItem = (item: SimulatedItem) => {
  const { vault, policyName, management, points, state } = item;
  const [newest] = points.toSorted((one, other) => other.atMs - one.atMs);
  return {
    id: idOf(item),
    name: item.name,
    type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems',
    properties: {
      ...TYPES[management],
      backupManagementType: management,
      friendlyName: item.friendlyName,
      containerName: item.container.replace(/^iaasvmcontainer;/, ''),
      ...(item.sourceResourceId === '' ? {} : { sourceResourceId: item.sourceResourceId }),
      policyId: policyName === null ? '' : idOfPolicy({ vault, name: policyName }),
      ...(policyName === null ? {} : { policyName }),
      ...(management === 'MAB' ? {} : { protectionState: state }),
      ...ownFields(item),
      ...(newest === undefined ? {} : { lastRecoveryPoint: instant(newest.atMs) }),
      ...deletion(item.deletedMs),
      vaultId: vault.idPrefix,
    },
  };
};

/** Those of databases say their time and their sort under other names. */
const pointFields = (management: Management, { atMs, gigabytes }: SimulatedPoint) => {
  if (management === 'AzureWorkload') {
    return { objectType: 'AzureWorkloadSQLRecoveryPoint', recoveryPointTimeInUTC: instant(atMs), type: 'Full' };
  }
  if (management === 'AzureStorage') {
    const type = { objectType: 'AzureFileShareRecoveryPoint', recoveryPointType: 'FileSystemConsistent' };
    return { ...type, recoveryPointTime: instant(atMs), recoveryPointSizeInGB: gigabytes };
  }
  return { objectType: 'IaasVMRecoveryPoint', recoveryPointType: 'AppConsistent', recoveryPointTime: instant(atMs) };
};

export const renderPoint = (item: SimulatedItem, point: SimulatedPoint) => ({
  id: `${idOf(item)}/recoveryPoints/${point.name}`,
  name: point.name,
  type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints',
  properties: pointFields(item.management, point),
});

const CONTAINER_TYPES: Readonly<Record<Management, string>> = {
  AzureIaasVM: 'Microsoft.Compute/virtualMachines',
  AzureStorage: 'StorageContainer',
  AzureWorkload: 'VMAppContainer',
  MAB: 'Windows',
};

export const renderContainer = ({ vault, container, management }: SimulatedItem) => ({
  id: `${vault.idPrefix}/backupFabrics/Azure/protectionContainers/${container}`,
  name: container,
  type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers',
  properties: {
    containerType: CONTAINER_TYPES[management],
    backupManagementType: management,
    friendlyName: container.split(';').at(-1),
    registrationStatus: 'Registered',
    healthStatus: 'Healthy',
  },
});
