import { CrossvaultError, type InventoryPageQuery, type InventoryQuery, toJobId } from '@crossvault/core';
import {
  createActingConnector,
  createActingVendor,
  createFakeConnector,
  createTestClock,
  failureOf,
  makeItem,
  makeJob,
  makePlan,
  patientCall,
  silentLogger,
} from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { createActingWorld, itemId, planId } from '../actions/testing/acting-world.ts';
import { createEngine, type EngineConnection, SourcesError } from '../index.ts';
import { scheduleOf, undocumented } from '../insight/testing/make-schedule.ts';

const firstPage: InventoryPageQuery = { limit: 100, cursor: null, strict: false, fresh: false };
const nameOf = ({ thing }: { readonly thing: { readonly name: string | null } }) => thing.name;

describe.each([true, false])('plans and items (stored: %s)', (isStored) => {
  function openWorld(overrides = {}) {
    const world = createActingWorld(overrides, { isStored });
    const { engine } = world.open();
    const items = (query: InventoryQuery = {}, page: Partial<InventoryPageQuery> = {}) =>
      engine.items(query, { ...firstPage, ...page }, patientCall);
    const sync = async () => (isStored ? engine.sync('c', null, patientCall) : null);
    return { ...world, engine, items, sync };
  }

  test('are listed by name, page by page, with what their source did', async () => {
    const names = ['delta', 'Alpha', 'charlie', 'Bravo', 'echo'];
    const { engine, items, sync } = openWorld({
      pageSize: 2,
      items: names.map((name, index) => makeItem('c', `i${index}`, { name })),
    });
    await sync();
    const seen: (string | null)[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof items>> = await items({}, { limit: 2, cursor });
      seen.push(...page.records.map(nameOf));
      expect(page).toMatchObject({ complete: true, sources: [{ connection: 'c', status: 'ok' }] });
      expect(page.sources[0]?.count).toBe(page.records.length);
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(['Alpha', 'Bravo', 'charlie', 'delta', 'echo']);
    await engine.close();
  });

  test('are filtered, by our id of a plan too, and a cursor of other filters is refused', async () => {
    const plan = { id: 'p1', name: 'Daily', nextRunAt: null };
    const { engine, items, sync } = openWorld({
      items: [
        makeItem('c', 'i1', { name: 'Share', type: 'file-share', plan }),
        makeItem('c', 'i2', { name: 'Machine', protection: 'stopped' }),
        makeItem('c', 'i3', { name: 'Machine two', plan }),
      ],
    });
    await sync();
    const found = async (query: InventoryQuery) => (await items(query)).records.map(nameOf);
    expect(await found({ plan: [planId] })).toEqual(['Machine two', 'Share']);
    expect(await found({ plan: ['DAILY'] })).toEqual(['Machine two', 'Share']);
    expect(await found({ protection: ['stopped'] })).toEqual(['Machine']);
    expect(await found({ q: 'mach tw' })).toEqual(['Machine two']);
    expect(await found({ type: ['vm'], name: ['MACHINE'] })).toEqual(['Machine']);
    const { next } = await items({}, { limit: 1 });
    expect(await failureOf(items({ q: '-' }))).toMatchObject({ code: 'invalid-parameter', parameter: 'q' });
    expect((await failureOf(items({ q: 'x' }, { cursor: next }))).code).toBe('cursor-mismatch');
    expect((await failureOf(items({}, { cursor: 'x' }))).code).toBe('invalid-cursor');
    expect((await failureOf(items({ connection: ['x'] }))).code).toBe('invalid-parameter');
    await engine.close();
  });

  test('one is read by its id, and what is none is said to be none', async () => {
    const { engine } = openWorld();
    expect((await engine.plan(planId, patientCall)).thing.name).toBe('Daily');
    expect((await engine.item(itemId, patientCall, { fresh: true })).thing.name).toBe('Share');
    expect((await failureOf(engine.plan(itemId, patientCall))).code).toBe('plan-not-found');
    expect((await failureOf(engine.item(toJobId('c', ['item', 'x']), patientCall))).code).toBe('item-not-found');
    expect((await failureOf(engine.item(toJobId('x', ['item', 'x']), patientCall))).code).toBe('item-not-found');
    expect(await engine.recoveryPoints(itemId, patientCall)).toHaveLength(1);
    expect((await failureOf(engine.containers('c', patientCall))).code).toBe('action-not-supported');
    await engine.close();
  });
});

test('with a store they are linked to their jobs, and found by what was missed', async () => {
  const { vendor, open, clock } = createActingWorld();
  const hourMs = 3_600_000;
  const startMs = clock.now();
  const at = (hours: number) => new Date(startMs + hours * hourMs).toISOString();
  const everyDay = { kind: 'interval', track: 'backup', every: 24, unit: 'seconds', anchorAt: at(-6) } as const;
  const schedule = scheduleOf(null, undocumented, { ...everyDay, every: 86_400 });
  vendor.plans = [makePlan('c', 'p1', { name: 'Daily', schedule })];
  const plan = { id: 'p1', name: 'Daily', nextRunAt: null };
  vendor.items = ['well', 'late', 'new'].map((name) => makeItem('c', name, { name, plan }));
  const runOf = (name: string, hours: number) =>
    makeJob('c', `${name}${hours}`, {
      target: { type: 'vm', id: null, name },
      startedAt: at(hours),
      endedAt: at(hours),
    });
  const days = [-6, -30, -54, -78, -102];
  vendor.jobs = days.flatMap((hours) => [runOf('well', hours), runOf('late', hours)]);
  const { engine } = open();
  await engine.sync('c', null, patientCall);
  expect((await engine.items({ missed: true }, firstPage, patientCall)).records).toEqual([]);
  // A night: the one runs, the other does not.
  await clock.sleep(24 * hourMs);
  vendor.jobs = [runOf('well', 18), ...vendor.jobs];
  await engine.sync('c', null, patientCall);
  const missed = await engine.items({ missed: true }, firstPage, patientCall);
  expect(missed.records).toMatchObject([
    { thing: { name: 'late', missed: true, lastSuccessAt: at(-6), streak: { status: 'failed', count: 1 } } },
  ]);
  const fine = await engine.items({ missed: false }, firstPage, patientCall);
  expect(fine.records).toMatchObject([{ thing: { name: 'well', lastJob: { startedAt: at(18) } } }]);
  await engine.close();
});

test('one broken source hides none of the others, unless all or nothing is wanted', async () => {
  const vendor = createActingVendor({ plans: [makePlan('good', 'p1')] });
  const broken = createActingVendor({
    failure: new CrossvaultError({ code: 'source-error', message: 'Down.', source: 'bad' }),
  });
  const common = {
    vendor: 'fake',
    title: 'Fake',
    tags: [],
    deadlineMs: 30_000,
    concurrency: 4,
    checkEndpoint: null,
    fault: null,
  };
  const connections: EngineConnection[] = [
    { ...common, name: 'good', connector: createActingConnector('good', vendor) },
    { ...common, name: 'bad', connector: createActingConnector('bad', broken) },
    // Its vendor has no plans: it is not asked for any, and nothing is missing.
    { ...common, name: 'mute', connector: createFakeConnector('mute', vendor) },
  ];
  const engine = createEngine({ connections, clock: createTestClock(), logger: silentLogger });
  const page = await engine.plans({}, firstPage, patientCall);
  expect(page.records).toHaveLength(1);
  expect(page).toMatchObject({
    complete: false,
    sources: [{ status: 'ok' }, { status: 'failed', problem: { code: 'source-error', source: 'bad' } }],
  });
  const strict = failureOf(engine.plans({}, { ...firstPage, strict: true }, patientCall));
  expect((await strict).code).toBe('sources-incomplete');
  const alone = await failureOf(engine.plans({ connection: ['bad'] }, firstPage, patientCall));
  expect(alone).toBeInstanceOf(SourcesError);
  expect(alone.code).toBe('sources-failed');
  await engine.close();
});

test('after the clock was set back, stored items are stale, and the warning says why', async () => {
  const world = createActingWorld({ items: [makeItem('c', 'i1')] }, { isStored: true });
  const { engine } = world.open();
  world.clock.shiftWall(86_400_000);
  await engine.sync('c', null, patientCall);
  world.clock.shiftWall(-86_400_000);
  const { sources } = await engine.items({}, firstPage, patientCall);
  expect(sources).toMatchObject([{ status: 'stale', asOf: null, warnings: ['last-sync-in-future'] }]);
  await engine.close();
});
