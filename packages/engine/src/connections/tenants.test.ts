import type { JobQuery } from '@crossvault/core';
import {
  createActingConnector,
  createActingVendor,
  createFakeVendor,
  createTestClock,
  fakeConnections,
  firstPage,
  makeItem,
  makeJob,
  makePlan,
  patientCall,
  silentLogger,
} from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { createEngine, type Engine } from '../index.ts';
import { openHistoryOver } from '../testing/history-world.ts';

const connections = fakeConnections({
  console: createFakeVendor({
    jobs: [makeJob('console', 'told', { tenant: 'Fabrikam' }), makeJob('console', 'untold')],
  }),
  plain: createFakeVendor({ jobs: [makeJob('plain', 'other')] }),
}).map((connection) => (connection.name === 'console' ? { ...connection, tenant: 'Contoso' } : connection));

const named = (parts: readonly { readonly nativeId: string; readonly tenant: string | null }[]) =>
  Object.fromEntries(parts.map(({ nativeId, tenant }) => [nativeId, tenant]));

async function listNamed(engine: Engine, query: JobQuery = {}) {
  const { records } = await engine.listJobs(query, firstPage, patientCall);
  return named(records.map(({ job }) => job));
}

/** As the REST API sends it out of a store. */
async function listTexts(engine: Engine, query: JobQuery = {}) {
  const page = { sort: '-startedAt', limit: 50, cursor: null, strict: false, fresh: false } as const;
  const include = { raw: false, tasks: true };
  const text = await engine.readJobPage(query, { ...page, include }, patientCall, () => false);
  const read: { readonly data: readonly { readonly nativeId: string; readonly tenant: string | null }[] } = JSON.parse(
    (text?.json ?? []).join(''),
  );
  return { jobs: named(read.data), validator: text?.validator };
}

async function openWorld() {
  const world = await openHistoryOver(connections);
  await world.sync();
  return world;
}

describe.each(['stored', 'live'] as const)('a job (%s)', (path) => {
  test('is of the customer that its vendor names, else of that of its connection', async () => {
    const engine = (await openWorld())[path];
    expect(await listNamed(engine)).toEqual({ told: 'Fabrikam', untold: 'Contoso', other: null });
    const [told] = (await engine.listJobs({ nativeId: ['untold'] }, firstPage, patientCall)).records;
    expect((await engine.getJob(told?.job.id ?? '', patientCall)).job.tenant).toBe('Contoso');
  });

  test.each<[JobQuery, readonly string[]]>([
    [{ tenant: ['contoso'] }, ['untold']],
    [{ tenant: ['FABRIKAM'] }, ['told']],
    [{ tenant: ['Contoso', 'Fabrikam'] }, ['told', 'untold']],
    [{ tenant: ['Contoso'], connection: ['plain'] }, []],
    [{ tenant: ['Northwind'] }, []],
  ])('is found by its customer: %j', async (query, found) => {
    const engine = (await openWorld())[path];
    expect(Object.keys(await listNamed(engine, query)).toSorted()).toEqual([...found].toSorted());
  });
});

test('another customer in the configuration is seen at the next reading, and changes the validator of the page', async () => {
  const { store, synchronizer, clock, stored } = await openWorld();
  const before = await listTexts(stored);
  expect(before.jobs).toEqual({ told: 'Fabrikam', untold: 'Contoso', other: null });
  const renamed = connections.map((connection) => ({ ...connection, tenant: 'Northwind' }));
  const later = createEngine({ connections: renamed, clock, logger: silentLogger, store, synchronizer });
  const after = await listTexts(later);
  expect(after.jobs).toEqual({ told: 'Fabrikam', untold: 'Northwind', other: 'Northwind' });
  expect(after.validator).not.toBe(before.validator);
  expect((await listTexts(later, { tenant: ['Northwind'] })).jobs).toEqual({ untold: 'Northwind', other: 'Northwind' });
});

test('a plan and an item are of the customer that their vendor names, else of that of their connection', async () => {
  const vendor = createActingVendor({
    plans: [makePlan('c', 'p1', { tenant: 'Fabrikam' }), makePlan('c', 'p2')],
    items: [makeItem('c', 'i1', { tenant: 'Fabrikam' }), makeItem('c', 'i2')],
  });
  const clock = createTestClock();
  const [connection] = fakeConnections({ c: createFakeVendor() });
  if (connection === undefined) throw new Error('No connection was made.');
  const connector = createActingConnector('c', vendor);
  const engine = createEngine({ connections: [{ ...connection, connector, tenant: 'Contoso' }], clock });
  const page = { limit: 10, cursor: null, strict: false, fresh: false } as const;
  const plans = await engine.plans({}, page, patientCall);
  expect(named(plans.records.map(({ thing }) => thing))).toEqual({ p1: 'Fabrikam', p2: 'Contoso' });
  const items = await engine.items({ tenant: ['contoso'] }, page, patientCall);
  expect(named(items.records.map(({ thing }) => thing))).toEqual({ i2: 'Contoso' });
  expect(await engine.connection('c', patientCall)).toMatchObject({ tenant: 'Contoso' });
  await engine.close();
});
