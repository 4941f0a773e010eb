import { type Connector, Secret } from '@crossvault/core';
import { type OpenOptions, type OpenSimulator, openSimulator } from '@crossvault/harness';
import { everything, failureOf, readLists, recordsOf } from '@crossvault/testkit';
import { afterEach, expect, test } from 'vitest';
import { veeamSpc } from '../index.ts';

const call = { signal: new AbortController().signal };
const worlds: OpenSimulator[] = [];
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

async function open({ veeamSpc: console, ...options }: OpenOptions = {}): Promise<OpenSimulator> {
  const world = await openSimulator('veeam-spc', veeamSpc, {
    jobs: 120,
    seed: 5,
    start: '2026-03-02T12:00:00.000Z',
    days: 10,
    veeamSpc: { apiVersion: 'v3', ...console },
    ...options,
  });
  worlds.push(world);
  return world;
}

const jobsOf = async (connector: Connector) => recordsOf(await readLists(connector, call)).map(({ job }) => job);
const idsOf = (jobs: readonly { readonly nativeId: string; readonly startedAt: string | null }[]) =>
  jobs.map(({ nativeId, startedAt }) => `${nativeId} ${startedAt}`).toSorted();

test('answers that come later are waited for', async () => {
  const { connector, vendor } = await open({ veeamSpc: { asyncEvery: 1, asyncWorkMs: 5_000 } });
  expect(idsOf(await jobsOf(connector))).toEqual(idsOf(vendor.truth()));
  expect(vendor.requests.some(({ path }) => path.endsWith('/result'))).toBe(true);
});

test.each(['/backupAgents/jobs', '/backupServers/jobs'])(
  'an offset that %s ignores ends it early, with the other list whole',
  async (path) => {
    const { connector, vendor } = await open();
    vendor.faults.script([
      { on: { path: new RegExp(`${path}.*offset=[1-9]`), times: 'always' }, fault: { kind: 'ignored-offset' } },
    ]);
    const lists = await readLists(connector, call, everything, 10);
    const records = recordsOf(lists);
    const warnings = lists.flatMap(({ pages }) => pages.flatMap((page) => page.warnings));
    expect(warnings).toEqual(['list-ended-early']);
    const reported = (family: string) =>
      records.filter(({ context }) => (context['family'] ?? 'agent') === family).length;
    const [broken, whole] = path.includes('Agents') ? ['agent', 'server'] : ['server', 'agent'];
    expect(reported(broken ?? '')).toBeLessThanOrEqual(10);
    expect(reported(whole ?? '')).toBeGreaterThan(10);
    expect(new Set(records.map(({ job }) => job.id)).size).toBe(records.length);
  },
);

test('a wait that the body names is kept', async () => {
  const { connector, vendor, simulators } = await open({ jobs: 30 });
  const startedMs = simulators.clock.now();
  vendor.faults.script([
    { on: { list: true, nth: 1 }, fault: { kind: 'throttled', wait: { form: 'body', seconds: 40 } } },
  ]);
  expect(idsOf(await jobsOf(connector))).toEqual(idsOf(vendor.truth()));
  expect(simulators.clock.now() - startedMs).toBeGreaterThanOrEqual(40_000);
  expect(vendor.faults.askedTooEarly).toBe(0);
});

test('520 and errors in an answer of success are failures that may pass', async () => {
  const { connector, vendor } = await open({ jobs: 30 });
  vendor.faults.script([
    { on: { path: '/backupAgents/jobs' }, fault: { kind: 'status', status: 520 } },
    { on: { path: '/backupServers/jobs', nth: 2 }, fault: { kind: 'error-envelope' } },
  ]);
  expect(idsOf(await jobsOf(connector))).toEqual(idsOf(vendor.truth()));
  expect(vendor.faults.done.map(({ kind }) => kind).toSorted()).toEqual(['error-envelope', 'status']);
});

test('a token that expires during a reading is renewed by its refresh token', async () => {
  const { connector, vendor } = await open();
  await jobsOf(connector);
  vendor.faults.script([{ on: { path: '/backupServers/jobs' }, fault: { kind: 'rotate-tokens' } }]);
  expect(idsOf(await jobsOf(connector))).toEqual(idsOf(vendor.truth()));
  expect(vendor.requests.filter(({ path }) => path === '/api/v3/token')).toHaveLength(2);
});

test('a key is taken as it is, and one that is refused is not requested again', async () => {
  const { connector, vendor } = await open({
    jobs: 30,
    settings: { credential: { type: 'api-key', key: new Secret('simulated-key') } },
  });
  vendor.acceptToken('simulated-key');
  expect(idsOf(await jobsOf(connector))).toEqual(idsOf(vendor.truth()));
  vendor.expireToken('simulated-key');
  const asked = vendor.requests.length;
  expect(await failureOf(jobsOf(connector))).toMatchObject({ code: 'authentication-failed', source: 'console' });
  expect(vendor.requests.slice(asked).every(({ path }) => !path.includes('token'))).toBe(true);
});
