import type { Connector, ListQuery } from '@crossvault/core';
import { type OpenOptions, type OpenSimulator, openSimulator } from '@crossvault/harness';
import { everything, failureOf, readLists, recordsOf } from '@crossvault/testkit';
import { afterEach, describe, expect, test } from 'vitest';
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

const read = async (connector: Connector, query: ListQuery = everything, size = 500) => {
  const [list] = await readLists(connector, call, query, size);
  if (list === undefined) throw new Error('there is no list');
  return list;
};
const jobsOf = async (connector: Connector, query?: ListQuery) =>
  recordsOf([await read(connector, query)]).map(({ job }) => job);
const idsOf = (jobs: readonly { readonly nativeId: string; readonly startedAt: string | null }[]) =>
  jobs.map(({ nativeId, startedAt }) => `${nativeId} ${startedAt}`).toSorted();
const listsAsked = (world: OpenSimulator) =>
  world.vendor.requests
    .map(({ path }) => new URL(path, 'http://console'))
    .filter(({ pathname }) => /s$/.test(pathname));

describe('one list', () => {
  test('holds the jobs of all agents and of all backup servers, each once, and counts what never ran', async () => {
    const { connector, vendor } = await open();
    expect(await connector.jobLists(call)).toEqual([
      { key: 'jobs', order: 'none', nativeFilters: ['startedAfter', 'startedBefore', 'status'] },
    ]);
    const { records, pages } = await read(connector);
    expect(idsOf(records.map(({ job }) => job))).toEqual(idsOf(vendor.truth()));
    const families = new Set(records.map(({ context }) => context['family'] ?? 'agent'));
    expect([...families]).toEqual(['agent', 'server']);
    expect(pages.reduce((sum, { withoutRun }) => sum + withoutRun, 0)).toBeGreaterThan(3);
  });

  test('leaves out what a backup server lists a second time, over any pages', async () => {
    const { connector, vendor } = await open();
    const kinds = async (size: number) =>
      recordsOf([await read(connector, everything, size)]).map(({ job }) => job.nativeId);
    const all = await kinds(500);
    expect(new Set(all)).toEqual(new Set(await kinds(9)));
    const served = new Set(vendor.truth().map(({ nativeId }) => nativeId));
    expect(all.every((id) => served.has(id))).toBe(true);
    expect(all.length).toBe(vendor.truth().length);
  });

  test('requests pages of at most 500, and for those that may be listed twice first', async () => {
    const world = await open();
    await read(world.connector, everything, 5000);
    const asked = listsAsked(world).map(({ pathname, searchParams }) => [
      pathname.replace(/^\/api\/v3\/(infrastructure\/)?/, ''),
      searchParams.get('limit'),
      /AgentBackupJob.*AgentPolicy/.test(searchParams.get('filter') ?? ''),
    ]);
    expect(asked.toSorted()).toEqual([
      ['backupAgents', '500', false],
      ['backupAgents/jobs', '500', false],
      ['backupServers/jobs', '500', false],
      ['backupServers/jobs', '500', true],
      ['organizations', '500', false],
    ]);
  });

  test('says the names of computers, reads them once in a while, and does without', async () => {
    const world = await open({ jobs: 30 });
    const namesRead = () => listsAsked(world).filter(({ pathname }) => pathname.endsWith('/backupAgents')).length;
    const named = async () => (await jobsOf(world.connector)).filter(({ target }) => target?.type === 'workstation');
    expect((await named()).every(({ target }) => /^(ws-|srv5)/.test(target?.name ?? ''))).toBe(true);
    await named();
    expect(namesRead()).toBe(1);
    world.simulators.clock.move(11 * 60_000);
    await named();
    expect(namesRead()).toBe(2);
    const other = await open({ jobs: 30 });
    other.vendor.faults.script([
      { on: { path: '/backupAgents?', times: 'always' }, fault: { kind: 'status', status: 403 } },
    ]);
    const nameless = await jobsOf(other.connector);
    expect(nameless).toHaveLength(other.vendor.truth().length);
    expect(
      nameless.every(
        ({ target }) => target?.id === null || target?.type === 'vm' || target?.name === null || target === null,
      ),
    ).toBe(true);
  });
});

describe('filters', () => {
  const bounds = { startedAfter: '2026-02-24T00:00:00.000Z', startedBefore: '2026-02-28T00:00:00.000Z' };

  test.each<[string, Partial<ListQuery>]>([
    ['bounds', bounds],
    ['failed ones', { status: ['failed'] }],
    ['open ones', { status: ['running', 'queued', 'cancelling'] }],
    ['warnings, computed ones among them', { status: ['warning'] }],
    ['unknown ones', { status: ['unknown'] }],
    ['both', { ...bounds, status: ['failed', 'succeeded'] }],
  ])('%s give what the truth holds, and nothing else', async (_case, asked) => {
    const { connector, vendor } = await open();
    const { startedAfter = null, startedBefore = null, status = null } = asked;
    const wanted = vendor
      .truth()
      .filter((job) => status === null || status.includes(job.status))
      .filter(({ startedAt }) => startedAfter === null || (startedAt ?? '') >= startedAfter)
      .filter(({ startedAt }) => startedBefore === null || (startedAt ?? '9') <= startedBefore);
    expect(wanted.length).toBeGreaterThan(0);
    // A success over failed objects is found out here, whatever the words say.
    const found = (await jobsOf(connector, { startedAfter, startedBefore, status })).filter(
      (job) => status === null || status.includes(job.status),
    );
    expect(idsOf(found)).toEqual(idsOf(wanted));
  });

  test('what never ran is counted under a filter as well', async () => {
    const { connector } = await open();
    const count = async (query: ListQuery) =>
      (await read(connector, query)).pages.reduce((sum, { withoutRun }) => sum + withoutRun, 0);
    expect(await count({ ...everything, ...bounds })).toBe(await count(everything));
  });
});

describe('single jobs', () => {
  test('of agents are read by the system of the computer, those of backup servers by their own id', async () => {
    const world = await open();
    const { connector, vendor } = world;
    const { records } = await read(connector);
    const before = vendor.requests.length;
    for (const { key, job } of records) {
      const single = await connector.getJob(key, call);
      expect(single.job).toEqual({ ...job, depth: 'full', observedAt: single.job.observedAt });
    }
    const paths = vendor.requests.slice(before).map(({ path }) => path);
    for (const system of ['windows', 'linux', 'mac']) {
      expect(paths.some((path) => path.includes(`/backupAgents/${system}/`))).toBe(true);
    }
    expect(paths.some((path) => /\/backupServers\/jobs\/[\w-]+$/.test(path))).toBe(true);
  });

  test.each([['Unknown'], [null], ['Solaris']])('of a system %j are read from the list', async (systemType) => {
    const { connector, vendor } = await open({ jobs: 0 });
    const [truth] = vendor.truth();
    vendor.changeJob(truth?.nativeId ?? '', { merge: { systemType } });
    const { records } = await read(connector);
    const single = await connector.getJob(records[0]?.key ?? [], call);
    expect(single.job).toMatchObject({ nativeId: truth?.nativeId, depth: 'full' });
  });

  test('of a backup server that the address does not find are looked for in the list', async () => {
    const { connector, vendor } = await open();
    const { records } = await read(connector);
    const record = records.find(({ context }) => context['family'] === 'server');
    vendor.faults.script([{ on: { path: /backupServers\/jobs\/[\w-]+$/ }, fault: { kind: 'not-found' } }]);
    expect((await connector.getJob(record?.key ?? [], call)).job.id).toBe(record?.job.id);
  });

  test('that are gone, replaced or of another connection are not found', async () => {
    const { connector, vendor } = await open();
    const { records } = await read(connector);
    const agentJob = records.find(({ context, job }) => context['family'] === undefined && job.status === 'succeeded');
    const serverJob = records.find(({ context, job }) => context['family'] === 'server' && job.status === 'succeeded');
    for (const { key, job } of [agentJob, serverJob].filter((record) => record !== undefined)) {
      vendor.changeJob(job.nativeId, { status: 'running', startedAt: '2026-03-02T11:59:00Z' });
      const replaced = await failureOf(connector.getJob(key, call));
      expect(replaced).toMatchObject({ code: 'job-not-found', source: 'console' });
      expect(replaced.message).toMatch(/replaced by a newer one/);
      const [owner = '', , name = '', run = ''] = key;
      const other = [owner, 'ffffffff-0000-4000-8000-000000000000', name, run];
      expect((await failureOf(connector.getJob(other, call))).message).toMatch(/has no run of a job ffffffff/);
    }
    expect((await failureOf(connector.getJob(['..', '..', '', 'unread'], call))).code).toBe('job-not-found');
  });

  test('are found by their native id, whatever its casing', async () => {
    const { connector } = await open();
    const { records } = await read(connector);
    for (const { key, job } of records.filter((_record, index) => index % 17 === 0)) {
      expect(await connector.findJobs(job.nativeId.toUpperCase(), call)).toContainEqual(key);
    }
  });
});
