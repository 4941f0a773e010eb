import { toJobId } from '@crossvault/core';
import { type OpenSimulator, openSimulator } from '@crossvault/harness';
import type { AvepointOptions } from '@crossvault/simulators';
import { failureOf } from '@crossvault/testkit';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { avepoint } from '../index.ts';
import { serviceOf } from '../mapping/services.ts';

const call = { signal: new AbortController().signal };
const jobs = 'microsoft365backup.jobInfo.read.all';
const settings = 'microsoft365backup.settings.read.all';
let world: OpenSimulator;

const open = async (options: AvepointOptions = {}, grown = 200) => {
  world = await openSimulator('avepoint', avepoint, { jobs: grown, start: '2026-03-02T12:00:00Z', avepoint: options });
  return world.connector.plans;
};
afterEach(() => world.close());

// No clock sees how long the loading of a module takes.
beforeAll(() => import('jose'));

const readAll = (size = 100) => world.connector.plans?.list({ size, token: null }, call);
const asked = (part: string) => world.vendor.requests.filter(({ path }) => path.includes(part)).length;

/** The backups of one type of object, as the vendor itself reports them. */
async function backupsOf(objectType: number | null): Promise<readonly { id: string; startTime: string }[]> {
  const url = `${world.vendor.url}/backup/m365/cloudbackupjobs?jobType=1&objectType=${objectType}&pageSize=100`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${world.vendor.tokens.valid}` } });
  const { data } = (await response.json()) as { data: readonly { id: string; startTime: string }[] };
  return data;
}

test('each service that is backed up is a plan: how often, when next, and how long that is kept', async () => {
  await open();
  const page = await readAll();
  expect(page?.records.map(({ plan }) => `${plan.nativeId} ${plan.name}: ${plan.schedule?.text}`)).toEqual([
    '0 Exchange Online: 4 a day at 02:00, 08:00, 14:00, 20:00 UTC, kept: 2 years',
    '1 SharePoint Online: 2 a day at 01:00, 13:00 UTC, kept: 1 years',
    '2 OneDrive: 1 a day at 03:00 UTC, kept: Unlimited',
    '6 Teams: 2 a day at 04:00, 16:00 UTC, kept: 1 years',
    '8 Private Channel: 2 a day at 04:00, 16:00 UTC, kept: 1 years',
    '10 Teams Chat: 1 a day at 05:00 UTC, kept: 1 years',
    '14 Power Apps: 1 a day at 23:00 UTC, kept: 1 years',
  ]);
  expect(page?.records.map(({ plan }) => plan.nextRunAt)).toEqual([
    '2026-03-02T14:00:00.000Z',
    '2026-03-02T13:00:00.000Z',
    '2026-03-03T03:00:00.000Z',
    '2026-03-02T16:00:00.000Z',
    '2026-03-02T16:00:00.000Z',
    '2026-03-03T05:00:00.000Z',
    '2026-03-02T23:00:00.000Z',
  ]);
  expect(page?.records[0]).toMatchObject({
    key: ['', '0'],
    plan: {
      enabled: true,
      actions: [],
      provenance: { enabled: 'inferred', nextRunAt: 'inferred', targets: 'unsupported' },
    },
    raw: {
      frequency: { serviceType: 0 },
      retention: { retentionPeriod: '1 years' },
      licence: { purchasedUserSeats: 500 },
    },
  });
});

test('the list of its type of object ties a service to its newest backup, by inference', async () => {
  await open();
  const page = await readAll();
  expect(asked('objectType=')).toBe(6);
  const linked = page?.records.filter(({ plan }) => plan.lastJob !== null) ?? [];
  expect(linked.length).toBeGreaterThan(0);
  for (const { plan } of linked) {
    const rows = await backupsOf(serviceOf(Number(plan.nativeId)).objectType);
    const newest = rows.find(({ startTime }) => rows.every((other) => other.startTime <= startTime));
    expect(plan.lastJob?.id).toBe(toJobId('m365', ['', newest?.id ?? '']));
    expect(plan.provenance['lastJob']).toBe('inferred');
  }
  const channel = page?.records.find(({ plan }) => plan.name === 'Private Channel');
  expect(channel?.plan).toMatchObject({ lastJob: null, provenance: { lastJob: 'missing' } });
});

test('pages have as many services as are requested, and no service twice', async () => {
  const plans = await open({}, 0);
  const names: (string | null)[] = [];
  let token: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readAll>> = await plans?.list({ size: 3, token }, call);
    names.push(...(page?.records ?? []).map(({ plan }) => plan.name));
    token = page?.next ?? null;
  } while (token !== null);
  expect(names).toHaveLength(7);
  expect(new Set(names).size).toBe(7);
  expect((await failureOf(plans?.list({ size: 3, token: 'x' }, call))).code).toBe('invalid-cursor');
});

test.each([[[jobs]], [[]]])(
  'with the permissions %j the plans are a failure that names the missing one, no empty list',
  async (scopes) => {
    const plans = await open({ scopes }, 0);
    const error = await failureOf(plans?.list({ size: 10, token: null }, call));
    expect(error.code).toBe('permission-denied');
    expect(error.message).toContain(settings);
  },
);

test('a token for something else is a failure that names the permission as well', async () => {
  const plans = await open({}, 0);
  world.vendor.faults.script([{ on: { path: '/settings/' }, fault: { kind: 'status', status: 403 } }]);
  const error = await failureOf(plans?.list({ size: 10, token: null }, call));
  expect(error.code).toBe('permission-denied');
  expect(error.message).toContain(settings);
});

test('a licence that may not be read costs nothing but itself', async () => {
  await open({ scopes: [jobs, settings] }, 0);
  expect((await readAll())?.records[0]).toMatchObject({ raw: { licence: null, retention: {} } });
});

test('backups that cannot be read cost the tie, not the plan', async () => {
  await open({}, 0);
  world.vendor.faults.script([{ on: { path: 'objectType=', times: 'always' }, fault: { kind: 'not-found' } }]);
  const page = await readAll();
  expect(page?.records).toHaveLength(7);
  expect(page?.records[0]?.plan).toMatchObject({ lastJob: null, provenance: { lastJob: 'missing' } });
});

test('each configured location has services of its own, and is asked with its name', async () => {
  const plans = await open({ locations: ['NAM', 'EUR'] }, 0);
  const page = await readAll();
  expect(page?.records).toHaveLength(14);
  expect(new Set(page?.records.map(({ plan }) => plan.id)).size).toBe(14);
  expect(asked('frequency?location=EUR')).toBe(1);
  expect((await plans?.get(['EUR', '6'], call))?.plan.name).toBe('Teams');
});

test.each(['/3', '/99', 'EUR/0', '/0/1', ''])('there is no service %j', async (key) => {
  const plans = await open({}, 0);
  expect((await failureOf(plans?.get(key.split('/'), call))).code).toBe('plan-not-found');
});

test('nothing can be done with a service, or with a job', async () => {
  const plans = await open({}, 0);
  expect(Object.keys(plans ?? {})).toEqual(['list', 'get']);
  expect(Object.keys(world.connector)).not.toContain('writes');
  expect(Object.keys(world.connector)).not.toContain('cancelJob');
});
