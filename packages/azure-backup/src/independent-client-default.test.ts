import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BothClients, openBothClients, type Vault } from './testing/both-clients.ts';

/** The simulator with its defaults, without the oddities that the other tests need. */
let both: BothClients;
beforeAll(async () => {
  both = await openBothClients({ jobs: 400, seed: 23, days: 10, pageSize: 30, oddities: false });
});
afterAll(() => both.close());

const vaultNamed = (name: string): Vault => {
  const vault = both.vaults.find((one) => one.name === name);
  if (vault === undefined) throw new Error(`There is no vault ${name}.`);
  return vault;
};
const grown = () => vaultNamed('rsv-prod-weu');
const container = 'iaasvmcontainer;iaasvmcontainerv2;rg-compute;vm-web-01';
const machine = 'vm;iaasvmcontainerv2;rg-compute;vm-web-01';

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

test("no time that Microsoft's own client reads is invalid, whatever vault is listed", async () => {
  for (const vault of both.vaults) {
    const client = both.theirClient(vault);
    const rows = await collect(client.backupJobs.list(vault.name, vault.resourceGroup));
    expect(rows.length).toBeGreaterThan(20);
    for (const { properties } of rows) {
      const isOpen = properties?.status === 'InProgress' || properties?.status === 'Cancelling';
      expect(properties?.startTime?.getTime()).toBeGreaterThan(0);
      if (!isOpen) expect(properties?.endTime?.getTime()).toBeGreaterThan(0);
    }
  }
});

test("Microsoft's own client finds no Resource Guard, and what is set for the vault", async () => {
  const { name, resourceGroup } = grown();
  const client = both.theirClient(grown());
  expect(await collect(client.resourceGuardProxies.list(name, resourceGroup))).toEqual([]);
  const config = await client.backupResourceVaultConfigs.get(name, resourceGroup);
  expect(config.properties?.softDeleteFeatureState).toBe('Enabled');
  const filter = "backupManagementType eq 'AzureStorage'";
  const files = vaultNamed('azurefilesvault');
  const found = both.theirClient(files).backupProtectableItems.list(files.name, files.resourceGroup, { filter });
  expect((await collect(found)).map(({ properties }) => properties?.friendlyName)).toEqual(['archive']);
});

test("Microsoft's own client reads the recovery points of some days, and one of them by its name", async () => {
  const { name, resourceGroup } = grown();
  const { recoveryPoints } = both.theirClient(grown());
  const filter = "startDate eq '2026-02-28 12:00:00 AM' and endDate eq '2026-03-02 12:00:00 PM'";
  const points = await collect(recoveryPoints.list(name, resourceGroup, 'Azure', container, machine, { filter }));
  expect(points).toHaveLength(2);
  const [point] = points;
  expect(await recoveryPoints.get(name, resourceGroup, 'Azure', container, machine, point?.name ?? '')).toEqual(point);
});

test("items' ids are in the case in which they were given", async () => {
  const { name, resourceGroup } = grown();
  const items = await collect(both.theirClient(grown()).backupProtectedItems.list(name, resourceGroup));
  for (const { id } of items)
    expect(id).toMatch(/\/resourceGroups\/.*\/protectionContainers\/[^/]+\/protectedItems\/[^/]+$/);
  expect(items.filter(({ id }) => id?.includes('%3b'))).toEqual([]);
});
