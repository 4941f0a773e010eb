import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';
import { DOCUMENTED_SESSIONS } from './documented.ts';
import { veeamApplianceOf } from './simulator.ts';
import { API_VERSIONS, findVersion, PRODUCT_VERSIONS, type ProductVersion } from './versions.ts';

type Row = Readonly<Record<string, unknown>>;

let simulators: Simulators;

beforeEach(async () => {
  simulators = await startSimulators({ vendors: ['veeam-azure'], jobs: 120, start: '2026-11-20T06:00:00Z' });
});
afterEach(() => simulators.close());

const veeam = () => simulators.vendor('veeam-azure');
const appliance = () => veeamApplianceOf(veeam());

const ask = async <Body = Row>(path: string) => {
  const headers = { authorization: `Bearer ${veeam().tokens.valid}` };
  const response = await fetch(veeam().url + path, { headers });
  return { status: response.status, body: (await response.json()) as Body };
};
const rowsOf = async (version: string) => {
  const limit = version === 'v1' ? 'limit=-1' : 'Limit=-1';
  return (await ask<{ results: Row[] }>(`/api/${version}/jobSessions?${limit}`)).body.results;
};

test.each<[ProductVersion, readonly string[]]>([
  ['8.1', ['v6', 'v7', 'v8', 'v8.1']],
  ['8.0', ['v6', 'v7', 'v8']],
  ['5.0', ['v3', 'v4', 'v5']],
  ['3.0', ['v2', 'v3']],
  ['2.0', ['v2']],
  ['1.0', ['v1']],
])('product %s serves the versions %j and knows no others', async (product, served) => {
  appliance().turn({ product });
  const answers = await Promise.all(
    API_VERSIONS.map(async (version) => [version, (await ask(`/api/${version}/jobSessions/14`)).status] as const),
  );
  expect(answers.filter(([, status]) => status === 200).map(([version]) => version)).toEqual(served);
  expect(answers.every(([, status]) => status === 200 || status === 404)).toBe(true);
});

test('every version is served by some product', () => {
  const products: readonly string[] = PRODUCT_VERSIONS;
  expect(products).toHaveLength(9);
  expect(API_VERSIONS.filter((version) => findVersion(version, null) === undefined)).toEqual([]);
});

test('product 1.0 counts its sessions, and the truth with it', async () => {
  appliance().turn({ product: '1.0' });
  const rows = await rowsOf('v1');
  expect(rows.every(({ id }) => /^\d+$/.test(String(id)))).toBe(true);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(
    simulators
      .truth()
      .map(({ nativeId }) => nativeId)
      .toSorted(),
  );
  expect(rows.slice(-14)).toEqual(DOCUMENTED_SESSIONS);
  const added = veeam().addJob({ status: 'running' });
  expect(added).toMatch(/^\d+$/);
  veeam().changeJob(added, { status: 'failed' });
  expect((await ask(`/api/v1/jobSessions/${added}`)).body).toMatchObject({ id: added, status: 'Error' });
});

test.each([
  ['v1', true, false],
  ['v2', true, false],
  ['v3', true, true],
  ['v4', false, false],
  ['v8.1', false, false],
])('%s: the counter of changes is there: %s, embedded resources: %s', async (version, hasCounter, embeds) => {
  const [row] = await rowsOf(version);
  expect(['usn' in (row ?? {}), '_embeddedResources' in (row ?? {})]).toEqual([hasCounter, embeds]);
});

test('info objects come with the versions', async () => {
  const infosOf = async (version: string) =>
    new Set((await rowsOf(version)).flatMap((row) => Object.keys(row).filter((key) => key.endsWith('JobInfo'))));
  const four = ['backupJobInfo', 'fileLevelRestoreJobInfo', 'repositoryJobInfo', 'restoreJobInfo'];
  expect([...(await infosOf('v1'))].toSorted()).toEqual(four);
  expect([...(await infosOf('v2'))].toSorted()).toEqual(four);
  const six = [...four, 'restorePointDataRetrievalJobInfo', 'retentionJobInfo'];
  expect([...(await infosOf('v3'))].toSorted()).toEqual(six.toSorted());
  const all = [...six, 'fileShareFileLevelRestoreJobInfo', 'healthCheckJobInfo'];
  expect([...(await infosOf('v8.1'))].toSorted()).toEqual(all.toSorted());
});

test('retention takes what is old out of list, get, log and truth', async () => {
  appliance().turn({ retentionDays: 7 });
  const kept = await rowsOf('v8.1');
  expect(
    kept.every(({ executionStartTime: at }) => at === undefined || at === null || String(at) >= '2026-11-13'),
  ).toBe(true);
  expect(kept.map(({ id }) => id).toSorted()).toEqual(
    simulators
      .truth()
      .map(({ nativeId }) => nativeId)
      .toSorted(),
  );
  expect((await ask('/api/v8.1/jobSessions/14')).status).toBe(404);
  expect((await ask('/api/v8.1/jobSessions/14/log')).status).toBe(404);
  appliance().turn({ retentionDays: null });
  expect((await ask('/api/v8.1/jobSessions/14')).status).toBe(200);
});

test('one session can be purged', async () => {
  const before = simulators.truth().length;
  appliance().purge('13');
  expect((await ask('/api/v8.1/jobSessions/13')).status).toBe(404);
  expect(simulators.truth()).toHaveLength(before - 1);
  expect(() => appliance().purge('unknown')).toThrow('no job unknown');
});

test('the log and the session of one resource can be requested from v3 on', async () => {
  const id = veeam().addJob({ nativeStatus: 'Error', durationSeconds: 600, startedAt: '2026-11-20T05:00:00Z' });
  type Log = { log: { resourceHashId: string | null }[] };
  const whole = (await ask<Log>(`/api/v8.1/jobSessions/${id}/log`)).body.log;
  const resource = whole.find(({ resourceHashId }) => resourceHashId !== null)?.resourceHashId;
  const narrowed = (await ask<Log>(`/api/v8.1/jobSessions/${id}/log?instanceId=${resource}`)).body.log;
  expect(narrowed).toEqual(whole.filter(({ resourceHashId }) => resourceHashId === resource));
  expect((await ask<Log>(`/api/v3/jobSessions/${id}/log?instanceId=another`)).body.log).toEqual([]);
  expect((await ask<Log>(`/api/v2/jobSessions/${id}/log?instanceId=another`)).body.log).toHaveLength(whole.length);
  expect((await ask(`/api/v8.1/jobSessions/${id}?instanceId=${resource}`)).status).toBe(200);
});
