import { type CallOptions, CrossvaultError, type Job, type JobContext } from '@crossvault/core';
import { createTestClock, createTestContext } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { JobsQuery } from '../client/client.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { createServiceStamps } from './service-stamps.ts';

const call = { signal: new AbortController().signal };
const now = '2026-01-06T00:00:00Z';

function backup(id: string, { startTime = '2026-01-05T10:00:00Z', state = 'Finished' } = {}): Job {
  const context = { connection: 'm365', list: '', observedAt: '2026-01-06T00:00:00.000Z', jobType: '1' };
  const result = jobMapper.map({ list: { id, state, startTime } }, context);
  if (result.kind === 'rejected') throw new Error('rejected');
  return result.record.job;
}

interface Vendor {
  /** Numbers of the services in the settings. */
  readonly services?: () => readonly number[];
  readonly list: (query: JobsQuery, call: CallOptions) => readonly string[] | object;
}

function stampsOver({ services = () => [0, 1, 2, 8], list }: Vendor) {
  const clock = createTestClock({ start: now });
  const asked: JobsQuery[] = [];
  let settings = 0;
  const client = {
    listUrl: 'https://graph-us.example/backup/m365/cloudbackupjobs',
    async listJobs(query: JobsQuery, options: CallOptions) {
      asked.push(query);
      const answer = list(query, options);
      const body = Array.isArray(answer)
        ? { data: answer.map((id: string) => ({ id })), metadata: { nextLink: '' } }
        : answer;
      return { body, response: new Response() };
    },
    followJobs: () => Promise.reject(new Error('no link was given')),
    async getFrequency() {
      settings += 1;
      return { body: { data: services().map((serviceType) => ({ serviceType })) }, response: new Response() };
    },
  };
  const stamps = createServiceStamps({ client, connection: 'm365' }, createTestContext({ connection: 'm365', clock }));
  const stamp = async (jobs: readonly Job[], options: CallOptions = call) => {
    const result = await stamps.stamp('', jobs, options);
    return { stamps: Object.fromEntries(result.stamps), warnings: result.warnings };
  };
  return { stamp, asked, clock, settingsRead: () => settings };
}
const byObject =
  (lists: Partial<Record<number, readonly string[]>>) =>
  ({ objectType = 0 }: JobsQuery) =>
    lists[objectType] ?? [];
const refused = (): never => {
  throw new CrossvaultError({ code: 'permission-denied', message: 'not allowed' });
};

test('a backup has the service whose list holds it; the lists are those of backups, for the days of the starts', async () => {
  const { stamp, asked } = stampsOver({ list: byObject({ 1: ['a'], 2: ['b'] }) });
  expect(await stamp(['a', 'b', 'x'].map((id) => backup(id)))).toEqual({
    stamps: { a: '0', b: '1', x: 'none' },
    warnings: [],
  });
  expect(asked.map(({ objectType }) => objectType)).toEqual([1, 2, 3]);
  for (const query of asked) expect(query).toMatchObject({ jobType: 1, startTime: '2026-01-04' });
});

test('what was found once is not requested again, neither is what no list holds', async () => {
  const { stamp, asked } = stampsOver({ list: byObject({ 1: ['a', 'b'] }) });
  await stamp([backup('a'), backup('x')]);
  expect((await stamp([backup('b'), backup('x')])).stamps).toEqual({ b: '0', x: 'none' });
  expect(asked).toHaveLength(3);
});

test('a running backup that no list holds is looked up again when it has ended, and not before', async () => {
  const lists: Record<number, readonly string[]> = {};
  const { stamp, asked } = stampsOver({ list: byObject(lists) });
  const open = backup('a', { state: 'In Progress' });
  expect((await stamp([open])).stamps).toEqual({});
  lists[2] = ['a'];
  expect((await stamp([open])).stamps).toEqual({});
  expect(asked).toHaveLength(3);
  expect((await stamp([backup('a')])).stamps).toEqual({ a: '1' });
});

test.each([
  ['the same', () => ['a', 'b'], 3, { a: 'none', b: 'none' }],
  [
    'in part the same',
    ({ objectType }: JobsQuery) => (objectType === 1 ? ['a', 'b'] : objectType === 2 ? ['b'] : []),
    9,
    {},
  ],
])(
  'lists that are %s ignore their filter: no service, a warning, and no more requests for hours',
  async (_name, list, requests, remembered) => {
    const { stamp, asked, clock } = stampsOver({ list });
    const first = await stamp([backup('a'), backup('b')]);
    expect(first.warnings).toEqual(['filter-ignored']);
    expect(Object.values(first.stamps).filter((service) => service !== 'none')).toEqual([]);
    expect(first.stamps).toMatchObject(remembered);
    await stamp([backup('c')]);
    expect(asked).toHaveLength(requests);
    await clock.sleep(7 * 3_600_000);
    await stamp([backup('c')]);
    expect(asked.length).toBeGreaterThan(requests);
  },
);

test('the list of an only service is compared with others, so that a vendor that ignores the filter is found out', async () => {
  const ignoring = stampsOver({ services: () => [1], list: () => ['a'] });
  expect(await ignoring.stamp([backup('a')])).toEqual({ stamps: { a: 'none' }, warnings: ['filter-ignored'] });
  const { stamp } = stampsOver({ services: () => [1], list: byObject({ 1: ['off'], 2: ['a'] }) });
  expect(await stamp([backup('a'), backup('off')])).toEqual({ stamps: { a: '1', off: 'none' }, warnings: [] });
});

test('a list that forgets its filter for once is asked again', async () => {
  let forgets = true;
  const lists: Partial<Record<number, readonly string[]>> = { 1: ['a'], 2: ['b'] };
  const { stamp } = stampsOver({
    list({ objectType }) {
      const forgotten = objectType === 2 && forgets;
      if (forgotten) forgets = false;
      return forgotten ? ['a', 'b'] : (lists[objectType ?? 0] ?? []);
    },
  });
  expect(await stamp([backup('a'), backup('b')])).toEqual({ stamps: { a: '0', b: '1' }, warnings: [] });
});

test('without the settings there are no services and no failure; they are requested again a quarter of an hour later', async () => {
  let isAllowed = false;
  const { stamp, asked, clock } = stampsOver({
    services: () => (isAllowed ? [0, 1] : refused()),
    list: byObject({ 1: ['a'] }),
  });
  expect(await stamp([backup('a')])).toEqual({ stamps: {}, warnings: [] });
  isAllowed = true;
  expect(await stamp([backup('a')])).toEqual({ stamps: {}, warnings: [] });
  expect(asked).toHaveLength(0);
  await clock.sleep(16 * 60_000);
  expect((await stamp([backup('a')])).stamps).toEqual({ a: '0' });
});

test('a list that is refused costs the services of these backups, until they are looked up again', async () => {
  let fails = true;
  const lists = byObject({ 1: ['a'] });
  const { stamp, clock } = stampsOver({
    list: (query) => (fails && query.objectType === 2 ? refused() : lists(query)),
  });
  expect(await stamp([backup('a')])).toEqual({ stamps: {}, warnings: [] });
  fails = false;
  await clock.sleep(16 * 60_000);
  expect((await stamp([backup('a')])).stamps).toEqual({ a: '0' });
});

test.each([
  ['source-error', 400, true],
  ['source-error', 503, false],
  ['source-error', undefined, false],
  ['source-throttled', 429, false],
  ['source-not-found', 404, true],
] as const)('%s with the status %s costs no more than the services: %s', async (code, upstreamStatus, isRefusal) => {
  const { stamp } = stampsOver({
    list() {
      throw new CrossvaultError({ code, message: 'no', upstreamStatus });
    },
  });
  const stamped = stamp([backup('a')]);
  if (isRefusal) expect(await stamped).toEqual({ stamps: {}, warnings: [] });
  else await expect(stamped).rejects.toMatchObject({ code });
});

test('a call that is cancelled is a failure, with its reason', async () => {
  const controller = new AbortController();
  const { stamp } = stampsOver({
    list() {
      controller.abort(new CrossvaultError({ code: 'source-timeout', message: 'too slow' }));
      return refused();
    },
  });
  await expect(stamp([backup('a')], { signal: controller.signal })).rejects.toThrow();
});

test('a list that was cut short does not prove that it does not hold a backup', async () => {
  const { stamp, asked } = stampsOver({
    list: ({ objectType }) => ({ data: objectType === 1 ? [{ id: 'a' }] : [], metadata: { totalCount: 3 } }),
  });
  expect(await stamp([backup('a'), backup('x')])).toEqual({ stamps: { a: '0' }, warnings: [] });
  const before = asked.length;
  await stamp([backup('x')]);
  expect(asked.length).toBeGreaterThan(before);
});

test('a service that is switched off keeps its backups, and one that is switched on is found a minute later', async () => {
  let services = [0, 1];
  const { stamp, clock, settingsRead } = stampsOver({
    services: () => services,
    list: byObject({ 1: ['a'], 3: ['c'] }),
  });
  expect((await stamp([backup('a')])).stamps).toEqual({ a: '0' });
  services = [1, 2];
  await stamp([backup('b')]);
  expect(settingsRead()).toBe(1);
  await clock.sleep(61_000);
  expect((await stamp([backup('a'), backup('c')])).stamps).toEqual({ a: '0', c: '2' });
});

test('a tenant without a service that has a list is not asked for any', async () => {
  const { stamp, asked } = stampsOver({ services: () => [8, 13], list: () => ['a'] });
  expect(await stamp([backup('a')])).toEqual({ stamps: {}, warnings: [] });
  expect(asked).toHaveLength(0);
});

test('stored services are not requested again; of backups stored without one only those of the last days are', async () => {
  const { stamp, asked } = stampsOver({ list: byObject({ 1: ['old', 'young'] }) });
  const stored = (extra: Readonly<Record<string, string | null>>): JobContext => ({
    connection: 'm365',
    list: '',
    observedAt: '',
    ...extra,
  });
  const recall = async () =>
    new Map([
      ['a', stored({ service: '6' })],
      ['none', stored({ service: 'none' })],
      ['old', stored({})],
    ]);
  const old = backup('old', { startTime: '2025-12-20T10:00:00Z' });
  expect((await stamp([backup('a'), backup('none'), old], { ...call, recall })).stamps).toEqual({
    a: '6',
    none: 'none',
  });
  expect(asked).toHaveLength(0);
  const young = async () => new Map([['young', stored({ service: null })]]);
  expect((await stamp([backup('young')], { ...call, recall: young })).stamps).toEqual({ young: '0' });
});
