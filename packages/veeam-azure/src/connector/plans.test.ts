import type { PlanPage, PlanRecord } from '@crossvault/core';
import { failureOf } from '@crossvault/testkit';
import { afterEach, expect, test } from 'vitest';
import { type ApplianceOptions, type OpenAppliance, openAppliance } from '../testing/open-appliance.ts';

const call = { signal: new AbortController().signal };
const prepare = { ...call, requestId: '5a0f8c1e-4d27-49b3-8e60-1c9d7f2ab345' };
const sql = ['sql', 'e4d2b790-35fa-47c6-9c18-7a6b0e5f8d24'];
let world: OpenAppliance;

const open = async (options: ApplianceOptions = {}) => {
  world = await openAppliance({ jobs: 0, allow: ['operate'], ...options });
  const { plans } = world.connector;
  if (plans === undefined) throw new Error('no plans');
  return plans;
};
afterEach(() => world.close());

const readAll = async (size: number) => {
  const records: PlanRecord[] = [];
  for (let token: string | null = null; ; ) {
    const page: PlanPage | undefined = await world.connector.plans?.list({ size, token }, call);
    records.push(...(page?.records ?? []));
    token = page?.next ?? null;
    if (token === null) return records;
  }
};

test.each([1, 2, 50])('policies of every sort are listed once, %i at a time', async (size) => {
  await open();
  expect((await readAll(size)).map(({ key: [sort], plan }) => `${sort} ${plan.name}`)).toEqual([
    'virtual-machines Policy 1',
    'virtual-machines Policy_2',
    'virtual-machines Backup Policy',
    'virtual-machines Prod VMs daily',
    'virtual-machines Web tier',
    'sql SQL gold',
    'file-shares Shares every six hours',
    'cosmos-db Cosmos accounts',
    'sla Gold four hours',
    'vnet Virtual network configuration',
  ]);
});

test.each([
  ['v1', ['virtual-machines']],
  ['v3', ['virtual-machines', 'sql']],
  ['v4', ['virtual-machines', 'sql', 'file-shares']],
  ['v6', ['virtual-machines', 'sql', 'file-shares', 'vnet']],
] as const)('%s: a sort that the appliance does not know is simply not there', async (apiVersion, sorts) => {
  await open({ apiVersion });
  expect([...new Set((await readAll(50)).map(({ key }) => key[0]))]).toEqual(sorts);
  const [first] = await readAll(50);
  expect(await world.connector.plans?.get(first?.key ?? [], call)).toEqual(first);
});

test('times of day are in the zone of the appliance, which is asked for it once a pass', async () => {
  await open();
  const schedules = (await readAll(1)).map(({ plan }) => plan.schedule);
  const known = schedules.filter((schedule) => schedule !== null);
  expect(known.length).toBeGreaterThan(5);
  expect(new Set(known.map(({ timeZone, timeZoneFrom }) => `${timeZone} ${timeZoneFrom}`))).toEqual(
    new Set(['Etc/UTC system']),
  );
  expect(world.vendor.requests.filter(({ path }) => path.endsWith('/system/time'))).toHaveLength(1);
});

test('a policy keeps its key from version to version', async () => {
  await open({ apiVersion: 'v2' });
  const former = (await readAll(50)).map(({ plan }) => plan.id);
  await world.close();
  await open();
  expect((await readAll(50)).map(({ plan }) => plan.id)).toEqual(expect.arrayContaining(former));
});

test('a version that is not served has no empty list of policies', async () => {
  const plans = await open({ apiVersion: 'v8' });
  world.appliance.turn({ product: '2.0' });
  expect((await failureOf(plans.list({ size: 10, token: null }, call))).message).toContain('does not serve version v8');
});

test.each(['sql/e4d2b790-35fa-47c6-9c18-7a6b0e5f8d25', 'sql', 'sql/..', 'vnet/x', 'tapes/1', 'sql/1/2'])(
  'there is no policy %s',
  async (key) => {
    const plans = await open();
    expect((await failureOf(plans.get(key.split('/'), call))).code).toBe('plan-not-found');
    expect((await failureOf(plans.run?.(key.split('/'), { full: false }, prepare))).code).toBe('plan-not-found');
  },
);

test('a role without access to policies gets advice about the required role', async () => {
  const plans = await open({ username: 'svc-crossvault-restore' });
  const error = await failureOf(plans.list({ size: 10, token: null }, call));
  expect(error.code).toBe('permission-denied');
  expect(error.message).toContain('may not read policies');
});

test('a token of another list is refused', async () => {
  const plans = await open();
  expect((await failureOf(plans.list({ size: 10, token: '1/2' }, call))).code).toBe('invalid-cursor');
});

test('a disabled policy has no next run, and what its schedule would have begun does not come', async () => {
  const plans = await open({ jobs: 400 });
  const own = () => world.vendor.truth().filter(({ nativeKind }) => nativeKind === 'SqlPolicyBackup').length;
  const due = Date.parse((await plans.get(sql, call)).plan.nextRunAt ?? '');
  await (await plans.disable?.(sql, prepare))?.send(call);
  expect((await plans.get(sql, call)).plan).toMatchObject({ enabled: false, nextRunAt: null });
  const before = own();
  world.simulators.clock.move(due - world.simulators.clock.now() + 60_000);
  expect(own()).toBe(before);
  await (await plans.enable?.(sql, prepare))?.send(call);
  const next = Date.parse((await plans.get(sql, call)).plan.nextRunAt ?? '');
  world.simulators.clock.move(next - world.simulators.clock.now() + 60_000);
  expect(own()).toBeGreaterThan(before);
});
