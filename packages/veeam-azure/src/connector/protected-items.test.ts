import { protectedItemSchema } from '@crossvault/core';
import { failureOf } from '@crossvault/testkit';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { toProtectedItem, toRecoveryPoint } from '../mapping/map-protected-item.ts';
import { type ApplianceOptions, type OpenAppliance, openAppliance } from '../testing/open-appliance.ts';

const call = { signal: new AbortController().signal };
const machine = ['virtual-machines', '20f1c6a8-7d3b-4e95-8a12-b64c0e9d7f31'];
let world: OpenAppliance | null = null;

const open = async (options: ApplianceOptions = {}) => {
  world = await openAppliance({ jobs: 0, ...options });
  return world.connector.protectedItems;
};
afterEach(async () => {
  await world?.close();
  world = null;
});

test('what is protected is listed sort by sort, and nothing is offered for it', async () => {
  const items = await open();
  const page = await items?.list({ size: 100, token: null }, call);
  expect(page?.records).toHaveLength(6);
  const rest = await items?.list({ size: 100, token: page?.next ?? null }, call);
  expect(rest?.records.map(({ item }) => `${item.type} ${item.name}`)).toEqual(['database sales', 'database ledger']);
  expect(page?.records[0]?.item).toMatchObject({
    type: 'vm',
    name: 'vm-web-01',
    protection: 'protected',
    plan: null,
    lastRecoveryPointAt: '2026-03-01T12:00:00.000Z',
    actions: [],
    provenance: { protection: 'inferred', plan: 'unsupported' },
  });
});

test('an account of Cosmos DB reports its policy and its last backup by other names', async () => {
  const items = await open();
  const record = await items?.get(['cosmos-db', '7C3F15EA-82D9-4E60-A1B7-F4096E8D25C3'], call);
  expect(record?.item).toMatchObject({
    type: 'database',
    plan: { id: null, name: 'Cosmos accounts', nextRunAt: null },
    lastRecoveryPointAt: '2026-03-01T12:00:00.000Z',
  });
});

test('recovery points come newest first, with their sizes', async () => {
  const items = await open();
  const points = (await items?.recoveryPoints?.(machine, call)) ?? [];
  expect(points).toHaveLength(5);
  expect(points[0]).toMatchObject({ at: '2026-03-01T12:00:00.000Z', type: 'Incremental' });
  expect(points.at(-1)).toMatchObject({ type: 'Full', sizeBytes: 34_359_738_368 });
  const share = await items?.recoveryPoints?.(['file-shares', 'e9247fd1-30b6-4c58-87aa-1f6d0b5e93c2'], call);
  expect(share?.at(-1)?.sizeBytes).toBe(34_359_738_368);
});

test('an appliance that looks at Azure first is waited for', async () => {
  const items = await open({
    watch: (fetch) => (request) => {
      const asksForItems = request.url.includes('/protectedItem/');
      const sync = request.url.includes('?')
        ? `${request.url.replace('Sync=false', '')}&Sync=true`
        : `${request.url}?sync=true`;
      return fetch(asksForItems ? new Request(sync, request) : request);
    },
  });
  expect((await items?.list({ size: 10, token: null }, call))?.records).toHaveLength(6);
  expect((await items?.get(machine, call))?.item.name).toBe('vm-web-01');
  world?.appliance.turn({ operations: { durationSeconds: 5, outcome: 'Error' } });
  expect(await failureOf(items?.get(machine, call))).toMatchObject({ code: 'source-error', message: /no access/ });
});

test.each([['virtual-machines', 'x'], ['virtual-machines'], ['vnet', '1'], []])(
  'there is no item %j',
  async (...key) => {
    const items = await open();
    expect((await failureOf(items?.get(key, call))).code).toBe('item-not-found');
    expect((await failureOf(items?.recoveryPoints?.(key, call))).code).toBe('item-not-found');
  },
);

test('the first versions do not report what is protected, v3 reports the machines', async () => {
  expect(await open({ apiVersion: 'v2' })).toBeUndefined();
  await world?.close();
  const items = await open({ apiVersion: 'v3' });
  expect((await items?.list({ size: 10, token: null }, call))?.next).toBeNull();
  expect((await failureOf(items?.get(['sql', '1'], call))).code).toBe('item-not-found');
});

test('any JSON becomes an item of the contract or a rejection', () => {
  const fields = fc.constantFrom('id', 'name', 'lastBackup', 'latestBackup', 'policyName');
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(fields, fc.jsonValue())), (raw) => {
      const result = toProtectedItem(raw, 'cosmos-db', 'ukwest');
      return result.kind === 'rejected' || protectedItemSchema.safeParse(result.record.item).success;
    }),
  );
  expect(toProtectedItem(3, 'sql', 'ukwest')).toMatchObject({ rejection: { reason: 'not-an-object' } });
  expect(toProtectedItem({ name: 'x' }, 'sql', 'ukwest')).toMatchObject({ rejection: { reason: 'no-readable-id' } });
  expect(toRecoveryPoint({ pointInTime: 'never' })).toBeNull();
  expect(toRecoveryPoint({ id: '1', pointInTime: 'never' })).toMatchObject({ id: '1', at: null, sizeBytes: null });
});
