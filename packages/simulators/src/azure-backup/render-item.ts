import type { Management } from './policies.ts';
import { idOfPolicy } from './policies.ts';
import { pathOfItem, type SimulatedItem, type SimulatedPoint } from './protected-items.ts';
import { renderInstant } from './time-text.ts';

/** How long a soft-deleted item is kept. */
export const KEPT_MS = 14 * 86_400_000;

/** Value for an item that never had a backup. */
const NEVER = '2001-01-01T00:00:00Z';

const instant = (milliseconds: number): string => renderInstant({ milliseconds, ticks: 0 });

const TYPES: Readonly<Record<Management, { readonly protectedItemType: string; readonly workloadType: string }>> = {
  AzureIaasVM: { protectedItemType: 'Microsoft.Compute/virtualMachines', workloadType: 'VM' },
  AzureStorage: { protectedItemType: 'AzureFileShareProtectedItem', workloadType: 'AzureFileShare' },
  AzureWorkload: { protectedItemType: 'AzureVmWorkloadSQLDatabase', workloadType: 'SQLDataBase' },
  MAB: { protectedItemType: 'MabFileFolderProtectedItem', workloadType: 'FileFolder' },
};

const ownFields = (item: SimulatedItem) => {
  const { management, sourceResourceId, container, lastBackupMs, lastBackupStatus: ended = 'Completed' } = item;
  const lastBackupTime = lastBackupMs === null ? NEVER : instant(lastBackupMs);
  switch (management) {
    case 'AzureIaasVM': {
      const lastBackupStatus = lastBackupMs === null ? '' : ended;
      return { virtualMachineId: sourceResourceId, healthStatus: 'Passed', lastBackupStatus, lastBackupTime };
    }
    case 'AzureStorage':
      return { lastBackupStatus: lastBackupMs === null ? '' : ended, lastBackupTime };
    case 'AzureWorkload': {
      const healthy = ended === 'Completed' ? 'Healthy' : 'Unhealthy';
      const lastBackupStatus = lastBackupMs === null ? 'IRPending' : healthy;
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

const idOf = (item: SimulatedItem): string => {
  const id = `${item.vault.idPrefix}/${pathOfItem(item)}`;
  return item.hasOddId ? id.toLowerCase().replaceAll(';', '%3b') : id;
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

const PROTECTABLE_TYPES: Readonly<Record<Management, string>> = {
  AzureIaasVM: 'Microsoft.Compute/virtualMachines',
  AzureStorage: 'AzureFileShare',
  AzureWorkload: 'SQLDataBase',
  MAB: '',
};

const protectableFields = ({ management, sourceResourceId, container }: SimulatedItem) => {
  const parent = container.split(';').at(-1);
  if (management === 'AzureIaasVM') return { virtualMachineId: sourceResourceId };
  if (management === 'AzureWorkload') return { serverName: parent, parentName: 'MSSQLSERVER' };
  return { parentContainerFriendlyName: parent, azureFileShareType: 'XSMB' };
};

/** The name of a machine that could be protected lacks the prefix that it has once it is protected. */
export const renderProtectable = (item: SimulatedItem) => {
  const { vault, container, name, management, friendlyName } = item;
  return {
    id: `${vault.idPrefix}/backupFabrics/Azure/protectionContainers/${container}/protectableItems/${name}`,
    name: name.replace(/^vm;/, ''),
    type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectableItems',
    properties: {
      backupManagementType: management,
      workloadType: TYPES[management].workloadType,
      protectableItemType: PROTECTABLE_TYPES[management],
      friendlyName,
      protectionState: 'NotProtected',
      ...protectableFields(item),
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

const POINT_TYPE = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints';

export const renderPoint = (item: SimulatedItem, point: SimulatedPoint) => ({
  id: `${idOf(item)}/recoveryPoints/${point.name}`,
  name: point.name,
  type: POINT_TYPE,
  properties: pointFields(item.management, point),
});

/** The one point of a database's log: the times to which it can be restored, from its oldest backup to its newest. */
export const renderLogChain = (item: SimulatedItem, points: readonly SimulatedPoint[]) => {
  const times = points.map(({ atMs }) => atMs).toSorted((one, other) => one - other);
  const [oldest, newest] = [times[0], item.logUntilMs ?? times.at(-1)];
  if (oldest === undefined || newest === undefined) return [];
  const name = 'DefaultRangeRecoveryPoint';
  const properties = {
    objectType: 'AzureWorkloadSQLPointInTimeRecoveryPoint',
    recoveryPointTimeInUTC: instant(newest),
    type: 'Log',
    timeRanges: [{ startTime: instant(oldest), endTime: instant(newest) }],
  };
  return [{ id: `${idOf(item)}/recoveryPoints/${name}`, name, type: POINT_TYPE, properties }];
};

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
