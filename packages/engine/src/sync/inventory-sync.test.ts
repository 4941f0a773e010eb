import { CrossvaultError } from '@crossvault/core';
import { makeItem, makePlan, patientCall } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createActingWorld, itemId, planId } from '../actions/testing/acting-world.ts';

const hourMs = 3_600_000;
const page = { limit: 100, cursor: null, strict: false, fresh: false };

test('plans and items are stored by a sync, seldom read again, and answered without asking the vendor', async () => {
  const { vendor, open, clock } = createActingWorld({ pageSize: 1 });
  vendor.items = [makeItem('c', 'i1'), makeItem('c', 'i2')];
  const { engine } = open();
  engine.synchronizer?.start();
  await clock.sleep(10_000);
  const before = vendor.asked;
  expect((await engine.items({}, page, patientCall)).records).toHaveLength(2);
  expect((await engine.plan(planId, patientCall)).thing.nativeId).toBe('p1');
  expect(vendor.asked).toBe(before);
  await clock.sleep(4 * hourMs);
  expect((vendor.asked - before) / 3).toBeGreaterThanOrEqual(10);
  expect((vendor.asked - before) / 3).toBeLessThanOrEqual(17);
  await engine.close();
});

test('what two readings in a row do not show is gone, and there again when it is', async () => {
  const { vendor, open, clock, store } = createActingWorld();
  const { engine } = open();
  const itemIds = async () => (await engine.items({}, page, patientCall)).records.map(({ thing }) => thing.id);
  await engine.sync('c', null, patientCall);
  const { items } = vendor;
  vendor.items = [];
  clock.move(2 * hourMs);
  await engine.sync('c', null, patientCall);
  expect(await itemIds()).toEqual([itemId]);
  clock.move(2 * hourMs);
  await engine.sync('c', null, patientCall);
  expect(await itemIds()).toEqual([]);
  expect((await store.getThing('item', itemId))?.goneAt).not.toBeNull();
  vendor.items = items;
  clock.move(2 * hourMs);
  await engine.sync('c', null, patientCall);
  expect(await itemIds()).toEqual([itemId]);
  await engine.close();
});

test('what one reading skips and the next one shows is not gone', async () => {
  const { vendor, open, clock, store } = createActingWorld();
  const { engine } = open();
  await engine.sync('c', null, patientCall);
  const { items, plans } = vendor;
  for (let look = 0; look < 3; look += 1) {
    vendor.items = [];
    vendor.plans = [];
    clock.move(2 * hourMs);
    await engine.sync('c', null, patientCall);
    Object.assign(vendor, { items, plans });
    clock.move(2 * hourMs);
    await engine.sync('c', null, patientCall);
  }
  expect((await store.getThing('item', itemId))?.goneAt).toBeNull();
  expect((await store.getThing('plan', planId))?.goneAt).toBeNull();
  await engine.close();
});

test("by the vendor's own word a plan is gone at once", async () => {
  const { vendor, open, store } = createActingWorld();
  const { engine } = open();
  await engine.sync('c', null, patientCall);
  vendor.plans = [];
  await expect(engine.plan(planId, patientCall, { fresh: true })).rejects.toMatchObject({ code: 'plan-not-found' });
  expect((await store.getThing('plan', planId))?.goneAt).not.toBeNull();
  await engine.close();
});

test('items say when their plan runs next, and plans how many items they have', async () => {
  const { vendor, open } = createActingWorld();
  const nextRunAt = '2026-03-03T00:00:00.000Z';
  const plan = { id: 'P1', name: null, nextRunAt: null };
  vendor.plans = [makePlan('c', 'p1', { nextRunAt }), makePlan('c', 'p2', { targets: 7 })];
  vendor.items = [makeItem('c', 'i1', { plan }), makeItem('c', 'i2', { plan, protection: 'stopped' })];
  const { engine } = open();
  await engine.sync('c', null, patientCall);
  const plans = await engine.plans({}, page, patientCall);
  expect(plans.records).toMatchObject([
    { thing: { targets: 2, provenance: { targets: 'computed' } } },
    { thing: { targets: 7, provenance: {} } },
  ]);
  const items = await engine.items({}, page, patientCall);
  expect(items.records).toMatchObject([
    { thing: { expectedNextAt: nextRunAt, provenance: { expectedNextAt: 'inferred' } } },
    { thing: { expectedNextAt: null } },
  ]);
  await engine.close();
});

test('a vendor in trouble costs neither jobs nor what is known, and the source says that it is stale', async () => {
  const { vendor, open, clock } = createActingWorld();
  const { engine } = open();
  await engine.sync('c', null, patientCall);
  vendor.failure = new CrossvaultError({ code: 'source-error', message: 'Down.' });
  clock.move(hourMs);
  await engine.sync('c', null, patientCall);
  const listing = await engine.items({}, page, patientCall);
  expect(listing.records).toHaveLength(1);
  expect(listing).toMatchObject({ complete: false, sources: [{ status: 'stale' }] });
  vendor.failure = null;
  clock.move(hourMs);
  await engine.sync('c', null, patientCall);
  expect((await engine.items({}, page, patientCall)).complete).toBe(true);
  await engine.close();
});

test('a vendor that wants to be left alone is not asked for plans', async () => {
  const { vendor, open } = createActingWorld();
  vendor.condition = { ...vendor.condition, budget: { remaining: 5, resetAt: null } };
  const { engine } = open();
  await engine.sync('c', null, patientCall);
  expect(vendor.asked).toBe(0);
  await engine.close();
});
