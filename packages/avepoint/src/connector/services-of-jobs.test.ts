import type { JobRecord } from '@crossvault/core';
import { type OpenSimulator, openSimulator } from '@crossvault/harness';
import type { AvepointOptions } from '@crossvault/simulators';
import { everything } from '@crossvault/testkit';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { avepoint } from '../index.ts';

const call = { signal: new AbortController().signal };
const list = { key: '', order: 'none', nativeFilters: [] } as const;
let world: OpenSimulator;

/** A tenant whose services make the jobs; it has backups only. */
const open = async (options: AvepointOptions = {}) => {
  world = await openSimulator('avepoint', avepoint, {
    start: '2026-11-20T12:00:00Z',
    days: 2,
    schedules: {},
    avepoint: options,
  });
};
afterEach(() => world.close());

// No clock sees how long the loading of a module takes.
beforeAll(() => import('jose'));

const readPage = () => world.connector.listJobs(list, everything, { size: 100, token: null }, call);
const facts = (records: readonly JobRecord[]) => records.map(({ job }) => `${job.id} ${job.kind} ${job.status}`);
const asked = (part: string) => world.vendor.requests.filter(({ path }) => path.includes(part)).length;

test('each backup has the plan of its service, and a plan is linked to the jobs of its location by its number', async () => {
  await open();
  const { records, warnings } = await readPage();
  const plans = (await world.connector.plans?.list({ size: 100, token: null }, call))?.records ?? [];
  const counted = plans.map(({ plan }) => {
    const jobs = records.filter(({ job }) => job.plan?.id === plan.nativeId && job.plan.name === plan.name);
    return `${plan.name} ${jobs.length} ${jobs.some(({ job }) => job.id === plan.lastJob?.id)}`;
  });
  expect(counted).toEqual([
    'Exchange Online 8 true',
    'SharePoint Online 4 true',
    'OneDrive 2 true',
    'Teams 4 true',
    'Teams Chat 2 true',
    'Power Apps 2 true',
  ]);
  expect(plans[0]?.jobLink).toEqual({ list: '', names: [] });
  expect(warnings).toEqual([]);
  expect(records[0]).toMatchObject({ context: { jobType: '1' }, job: { provenance: { plan: 'inferred' } } });
});

test('a job that is got alone has the same plan, and nothing is requested for it that is known', async () => {
  await open();
  const [record] = (await readPage()).records;
  const before = asked('cloudbackupjobs?');
  const got = await world.connector.getJob(record?.key ?? [], call);
  expect(got.job.plan).toEqual(record?.job.plan);
  expect(got.job.plan).not.toBeNull();
  expect(asked('cloudbackupjobs?')).toBe(before);
});

test('lists without a new backup are not asked for services', async () => {
  await open();
  await readPage();
  const before = [asked('objectType='), asked('frequency')];
  await readPage();
  expect([asked('objectType='), asked('frequency')]).toEqual(before);
});

test('where the vendor ignores the filter, or keeps the settings to itself, jobs are what they were without a plan', async () => {
  await open();
  const linked = facts((await readPage()).records);
  await world.close();
  for (const [options, expected] of [
    [{ objectTypes: 'ignored' }, ['filter-ignored']],
    [{ scopes: ['microsoft365backup.jobInfo.read.all'] }, []],
  ] as const) {
    await open(options);
    const { records, warnings } = await readPage();
    expect(facts(records)).toEqual(linked);
    expect(records.filter(({ job }) => job.plan !== null)).toEqual([]);
    expect(warnings).toEqual(expected);
    await world.close();
  }
});

test.each([1, 100])(
  'where the vendor ignores the filter, plans in pages of %i say that no job can be linked to them',
  async (size) => {
    await open({ objectTypes: 'ignored' });
    const page = await world.connector.plans?.list({ size, token: null }, call);
    for (const { plan, jobLink } of page?.records ?? []) {
      expect(jobLink).toEqual({ list: '', names: [], ids: [] });
      expect(plan).toMatchObject({ lastJob: null, provenance: { lastJob: 'missing' } });
    }
    expect((await world.connector.plans?.get(['', '6'], call))?.jobLink?.ids).toEqual([]);
  },
);

test('a service that is switched off keeps the backups that were found before', async () => {
  await open();
  const count = async () => (await readPage()).records.filter(({ job }) => job.plan?.name === 'OneDrive').length;
  expect(await count()).toBe(2);
  world.vendor.plant({ kind: 'disable', plan: 'OneDrive' });
  world.simulators.clock.move(36 * 3_600_000);
  expect(
    (await readPage()).records.some(({ job }) => job.startedAt?.startsWith('2026-11-21') && job.plan?.name === 'Teams'),
  ).toBe(true);
  expect(await count()).toBe(2);
});
