import type { Manner } from './render.ts';
import { MACHINES } from './shapes.ts';
import { renderInstant } from './time-text.ts';

export type ItemSort = 'virtualMachines' | 'sql' | 'fileShares' | 'cosmosDb';

export type ProtectedThing = {
  readonly id: string;
  readonly name: string;
  /** Oldest first, since the order is not documented. */
  readonly points: readonly { readonly atMs: number }[];
};

const SUBSCRIPTION_ID = '6c1f0a57-2b9e-4d38-8f4a-90d7be35c216';
const TENANT_ID = '0f5d2c8e-7a41-4b69-9e13-c84b6da0f723';

/** What the appliance protects; others have an id of their own. */
export const KNOWN_THINGS: Readonly<Record<ItemSort, readonly Pick<ProtectedThing, 'id' | 'name'>[]>> = {
  virtualMachines: MACHINES,
  sql: [
    { id: '51a9c0e4-6f27-4b83-9d15-e70b3c8a4f62', name: 'sales' },
    { id: '0d8e7b35-c4a1-4926-b8f3-5a16d92e7c04', name: 'ledger' },
  ],
  fileShares: [{ id: 'e9247fd1-30b6-4c58-87aa-1f6d0b5e93c2', name: 'profiles' }],
  cosmosDb: [{ id: '7c3f15ea-82d9-4e60-a1b7-f4096e8d25c3', name: 'orders' }],
};

const PROVIDERS: Readonly<Record<ItemSort, string>> = {
  virtualMachines: 'Microsoft.Compute/virtualMachines',
  sql: 'Microsoft.Sql/servers/sql-prod/databases',
  fileShares: 'Microsoft.Storage/storageAccounts/filesprod/fileServices/default/shares',
  cosmosDb: 'Microsoft.DocumentDB/databaseAccounts',
};

const ofMachine = (name: string) => ({
  osType: name.startsWith('vm-sql') ? 'Windows' : 'Linux',
  regionName: 'UK West',
  totalSizeInGB: 128,
  vmSize: 'Standard_D2s_v3',
  availabilityZone: null,
  isController: false,
});

const stored = { sizeInMb: 5120, subscriptionId: SUBSCRIPTION_ID };

const OWN_FIELDS: Readonly<Record<Exclude<ItemSort, 'cosmosDb'>, (name: string) => object>> = {
  virtualMachines: ofMachine,
  sql: () => stored,
  fileShares: () => ({ ...stored, regionName: 'UK West' }),
};

/** Accounts of Cosmos DB have another form than the other items, with their policy inside. */
const renderAccount = ({ id, name }: ProtectedThing, lastBackup: string | null) => ({
  id,
  name,
  status: 'Online',
  accountType: 'PostgresSql',
  policyName: 'Cosmos accounts',
  latestBackup: lastBackup,
  backupSizeBytes: 73_400_320,
  subscriptionId: SUBSCRIPTION_ID,
  resourceGroupName: 'prod',
  regionName: 'UK West',
  restorePointTypes: ['Backup'],
});

export const renderThing = (sort: ItemSort, thing: ProtectedThing, { address, version }: Manner) => {
  const { id, name, points } = thing;
  const newest = points.at(-1);
  const lastBackup = newest === undefined ? null : renderInstant(newest.atMs * 1000);
  if (sort === 'cosmosDb') return renderAccount(thing, lastBackup);
  return {
    id,
    azureId: `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/prod/providers/${PROVIDERS[sort]}/${name}`,
    name,
    azureEnvironment: 'Global',
    ...OWN_FIELDS[sort](name),
    lastBackup,
    subscription: {
      id: SUBSCRIPTION_ID,
      environment: 'Global',
      tenantId: TENANT_ID,
      tenantName: 'contoso',
      name: 'Production',
    },
    region: { id: 'ukwest', name: 'UK West' },
    resourceGroup: { id: 'rg-prod', name: 'prod', azureEnvironment: 'Global', subscriptionId: SUBSCRIPTION_ID },
    _links: { self: { href: `${address}/api/${version}/protectedItem/${sort}/${id}` } },
  };
};

/** The fields of each type for name, size and location. */
const pointOf = (sort: ItemSort, { id, name }: ProtectedThing, sizeBytes: number): object => {
  switch (sort) {
    case 'virtualMachines':
      return { backupSizeBytes: sizeBytes, vmName: name, resourceHashId: id, backupDestination: 'AzureBlob' };
    case 'sql':
      return { backupSizeBytes: sizeBytes, databaseId: id, databaseName: name, backupDestination: 'AzureBlob' };
    case 'fileShares':
      return { sizeInBytes: sizeBytes, fileShareId: id, fileShareName: name, backupDestination: 'Snapshot' };
    case 'cosmosDb':
      return { backupSizeBytes: sizeBytes, accountId: id, accountName: name, backupDestination: 'AzureBlob' };
  }
};

/** The oldest of them is whole. */
export const renderPoints = (sort: ItemSort, thing: ProtectedThing): readonly unknown[] =>
  thing.points.map(({ atMs }, index) => {
    const sizeBytes = index === 0 ? 34_359_738_368 : 1_073_741_824 + index;
    return {
      id: `${thing.id.slice(0, -2)}${String(index).padStart(2, '0')}`,
      type: index === 0 ? 'Full' : 'Incremental',
      pointInTime: renderInstant(atMs * 1000),
      ...pointOf(sort, thing, sizeBytes),
      isCorrupted: false,
      state: 'Ok',
      jobSessionId: null,
    };
  });
