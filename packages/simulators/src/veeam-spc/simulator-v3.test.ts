import { afterEach, describe, expect, test } from 'vitest';
import { createSimulatedClock } from '../clock/clock.ts';
import { createRandom } from '../fleet/random.ts';
import { DOCUMENTED_AGENT_ID, DOCUMENTED_JOB } from './documented.ts';
import type { VeeamSpcOptions } from './options.ts';
import { SERVER_JOB_TYPES } from './server-shapes.ts';
import { MFA_CODE } from './sign-in-v3.ts';
import { createVeeamSpcSimulator } from './simulator.ts';

type Vendor = ReturnType<typeof createVeeamSpcSimulator>;
type Row = Record<string, unknown>;

const started: Vendor[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((vendor) => vendor.stop()));
});

const start = async (veeamSpc: VeeamSpcOptions = {}, jobs = 120, { oddities = false } = {}) => {
  const clock = createSimulatedClock({ start: '2026-03-10T08:00:00Z' });
  const core = { clock, random: createRandom(1), jobs, days: 14, anchorMs: clock.now(), port: 0, pageSize: undefined };
  const vendor = createVeeamSpcSimulator({ ...core, oddities, veeamSpc: { apiVersion: 'v3', ...veeamSpc } });
  started.push(vendor);
  await vendor.start();
  return { vendor, clock };
};

const BASE = '/api/v3/infrastructure';

const get = async (vendor: Vendor, path: string, token = vendor.tokens.valid) => {
  const response = await fetch(vendor.url + path, { headers: { authorization: `Bearer ${token}` } });
  const text = await response.text();
  const body: Row = text === '' ? {} : JSON.parse(text);
  return { status: response.status, body, location: response.headers.get('location') ?? '' };
};
const rowsOf = ({ body }: { readonly body: Row }): Row[] => (Array.isArray(body.data) ? body.data : []);
const listAll = async (vendor: Vendor, list: string) => rowsOf(await get(vendor, `${BASE}/${list}?limit=500`));

const signIn = async (vendor: Vendor, form: Record<string, string>) => {
  const response = await fetch(`${vendor.url}/api/v3/token`, { method: 'POST', body: new URLSearchParams(form) });
  const body: Row = JSON.parse(await response.text());
  return { status: response.status, body };
};
const passwordOf = ({ connection }: Vendor, username = 'vspc\\svc-crossvault') => ({
  grant_type: 'password',
  username,
  password: connection.secrets.password ?? '',
});

describe('signing in', () => {
  test('a password gives a pair, and each refresh token a new one, once', async () => {
    const { vendor, clock } = await start({}, 0);
    const first = await signIn(vendor, passwordOf(vendor));
    expect(first).toMatchObject({ status: 200, body: { token_type: 'bearer', expires_in: 3600, mfa_token: null } });
    const form = { grant_type: 'refresh_token', refresh_token: String(first.body.refresh_token) };
    const second = await signIn(vendor, form);
    expect(await get(vendor, '/api/v3/about', String(second.body.access_token))).toMatchObject({ status: 200 });
    expect(await signIn(vendor, form)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    clock.move(3_600_000);
    expect(await get(vendor, '/api/v3/about', String(second.body.access_token))).toMatchObject({ status: 401 });
  });

  test('a user with a second factor gets no access token before the code', async () => {
    const { vendor } = await start({}, 0);
    const asked = await signIn(vendor, passwordOf(vendor, 'vspc\\svc-mfa'));
    expect(asked).toMatchObject({ status: 200, body: { access_token: null, refresh_token: null } });
    const mfa = { grant_type: 'mfa', mfa_token: String(asked.body.mfa_token), mfa_code: MFA_CODE };
    expect(await signIn(vendor, { ...mfa, mfa_token: 'none' })).toMatchObject({ status: 400 });
    expect(await signIn(vendor, mfa)).toMatchObject({ status: 200, body: { access_token: expect.any(String) } });
  });

  test.each([
    ['a wrong password', { password: 'guessed' }, 'invalid_request'],
    ['an unknown user', { username: 'vspc\\nobody' }, 'invalid_request'],
    ['an unknown grant', { grant_type: 'public_key' }, 'unsupported_grant_type'],
  ])('%s is refused in the manner of OAuth', async (_what, wrong, error) => {
    const { vendor } = await start({}, 0);
    expect(await signIn(vendor, { ...passwordOf(vendor), ...wrong })).toMatchObject({ status: 400, body: { error } });
  });

  test('a key is a bearer of v3 and of v3 alone; v2 ends a session that logs out', async () => {
    const { vendor } = await start({}, 0);
    const { apiKey, valid, expired } = vendor.tokens;
    expect(await get(vendor, '/api/v3/about', apiKey)).toMatchObject({ status: 200 });
    expect(await get(vendor, '/v2/backupAgents', apiKey)).toMatchObject({ status: 401 });
    expect(await get(vendor, '/api/v3/about', expired)).toMatchObject({ status: 401 });
    const headers = { authorization: `Bearer ${valid}` };
    await fetch(`${vendor.url}/v2/accounts/logout`, { method: 'POST', headers });
    expect(await get(vendor, '/api/v3/about', valid)).toMatchObject({ status: 401 });
  });
});

describe('reading', () => {
  test('lists come in their envelope, 100 rows unless asked, and never more than 500', async () => {
    const { vendor } = await start({}, 1200);
    const list = `${BASE}/backupAgents/jobs`;
    const first = await get(vendor, list);
    const total = rowsOf(await get(vendor, `${list}?limit=100&offset=0`)).length;
    expect(first.body).toMatchObject({ meta: { pagingInfo: { count: 100, offset: 0 } }, errors: null });
    expect(total).toBe(100);
    const most = await get(vendor, `${list}?limit=9999&offset=10`);
    expect(most.body).toMatchObject({ meta: { pagingInfo: { count: 500, offset: 10 } } });
    expect(await get(vendor, `${list}?offset=99999`)).toMatchObject({ status: 200, body: { data: [] } });
  });

  test.each(['limit=0', 'limit=many', 'offset=-1', 'filter=status'])('%s is a bad request', async (query) => {
    const { vendor } = await start({}, 0);
    expect(await get(vendor, `${BASE}/backupServers/jobs?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ type: 'logical', code: 400, parameterName: query.split('=')[0] }] },
    });
  });

  test('the documented job is there in the form of v3, at the address of its system', async () => {
    const { vendor } = await start({}, 0);
    const [row] = await listAll(vendor, 'backupAgents/jobs');
    expect(row).toMatchObject({
      instanceUid: DOCUMENTED_JOB.id,
      backupAgentUid: DOCUMENTED_AGENT_ID,
      status: 'Success',
      systemType: 'Windows',
      lastRun: expect.stringMatching(/^2018-12-07T11:30:00\.767\d{4}\+03:00$/),
      lastEndTime: expect.stringMatching(/^2018-12-07T11:31:38\.767\d{4}\+03:00$/),
      lastDuration: 98,
      backedUpSize: 67325952,
    });
    const path = `${BASE}/backupAgents/windows/${DOCUMENTED_AGENT_ID}/jobs/${DOCUMENTED_JOB.id.toUpperCase()}`;
    const { originalUid, systemType, scheduleDisplayName, ...single } = row ?? {};
    expect([originalUid, systemType, scheduleDisplayName]).not.toContain(undefined);
    expect((await get(vendor, path)).body.data).toEqual({ ...single, targetType: 'Local' });
    expect(await get(vendor, path.replace('windows', 'linux'))).toMatchObject({ status: 404 });
    expect(await get(vendor, `${BASE}/backupServers/jobs/${DOCUMENTED_JOB.id}`)).toMatchObject({ status: 404 });
  });

  test('both lists together are the truth, but for what a backup server lists a second time', async () => {
    const { vendor } = await start();
    const agentJobs = await listAll(vendor, 'backupAgents/jobs');
    const serverJobs = await listAll(vendor, 'backupServers/jobs');
    const originals = new Set(agentJobs.map(({ originalUid }) => originalUid));
    const twice = serverJobs.filter(({ instanceUid }) => originals.has(instanceUid));
    expect(twice.length).toBeGreaterThan(2);
    expect(twice.every(({ type }) => /^agent(BackupJob|Policy)$/i.test(String(type)))).toBe(true);
    const hasRun = ({ lastRun }: Row) => lastRun !== null && !String(lastRun).startsWith('0001');
    const listed = [...agentJobs, ...serverJobs.filter((row) => !twice.includes(row))].filter(hasRun);
    expect(listed.map(({ instanceUid }) => instanceUid).toSorted()).toEqual(
      vendor
        .truth()
        .map(({ nativeId }) => nativeId)
        .toSorted(),
    );
    expect(vendor.truth()).toHaveLength(121);
  });

  test('every system, type and word is there', async () => {
    const { vendor } = await start({}, undefined, { oddities: true });
    const agentJobs = await listAll(vendor, 'backupAgents/jobs');
    const serverJobs = await listAll(vendor, 'backupServers/jobs');
    const wordsOf = (rows: Row[], field: string) => new Set(rows.map((row) => String(row[field]).toLowerCase()));
    expect([...wordsOf(agentJobs, 'systemType')].toSorted()).toEqual(['linux', 'mac', 'windows']);
    expect([...wordsOf(serverJobs, 'type')].toSorted()).toEqual(
      SERVER_JOB_TYPES.map((type) => type.toLowerCase()).toSorted(),
    );
    const documented = ['disabling', 'enabling', 'failed', 'idle', 'none', 'running', 'starting', 'stopping'];
    const more = ['success', 'unknown', 'waitingrepository', 'waitingtape', 'warning'];
    expect([...wordsOf(serverJobs, 'status')]).toEqual(expect.arrayContaining([...documented, ...more]));
    expect(serverJobs.some((row) => 'endTime' in row && 'duration' in row && 'schedulingType' in row)).toBe(true);
    expect(serverJobs.some(({ lastSessionTasks }) => Array.isArray(lastSessionTasks))).toBe(true);
  });

  test('v2 shows the same agents and knows no backup servers', async () => {
    const { vendor } = await start({ apiVersion: 'v2' });
    const response = await fetch(`${vendor.url}/v2/backupAgents`, {
      headers: { authorization: `Bearer ${vendor.tokens.valid}` },
    });
    const agents: unknown = await response.json();
    expect(await listAll(vendor, 'backupAgents')).toHaveLength(Array.isArray(agents) ? agents.length : -1);
    expect(vendor.truth()).toHaveLength(121);
    expect(vendor.truth().every(({ nativeKind }) => nativeKind === null)).toBe(true);
  });
});

describe('changing', () => {
  test('a job of a backup server is added and changed like any other', async () => {
    const { vendor } = await start({}, 30);
    const [row] = await listAll(vendor, 'backupServers/jobs');
    const list = String(row?.backupServerUid);
    const id = vendor.addJob({ list, nativeKind: 'BackupToTape', nativeStatus: 'WaitingTape' });
    const truthOf = () => vendor.truth().find(({ nativeId }) => nativeId === id);
    expect(truthOf()).toMatchObject({ scope: list, kind: 'archive', nativeKind: 'BackupToTape', status: 'queued' });
    vendor.changeJob(id, { status: 'failed' });
    expect(truthOf()).toMatchObject({ status: 'failed', endedAt: '2026-03-10T08:00:00.000Z' });
    expect((await get(vendor, `${BASE}/backupServers/jobs/${id}`)).body.data).toMatchObject({ status: 'Failed' });
    expect(() => vendor.addJob({ list, nativeKind: 'Levitation' })).toThrow(RangeError);
    expect(() => vendor.addJob({ list, kind: 'archive' })).toThrow(RangeError);
  });
});

describe('async actions', () => {
  const ACTION = /^\/api\/v3\/asyncAction\/([\w-]+)$/;

  test('every so many lists are answered later, and the result is kept for five minutes', async () => {
    const { vendor, clock } = await start({ asyncEvery: 2, asyncWorkMs: 10_000 }, 30);
    const list = `${BASE}/backupAgents/jobs`;
    const plain = await get(vendor, list);
    expect(plain.status).toBe(200);
    const later = await get(vendor, list);
    expect(later.status).toBe(202);
    const action = `/api/v3/asyncActions/${ACTION.exec(later.location)?.[1]}`;
    expect((await get(vendor, action)).body.data).toMatchObject({ status: 'running' });
    expect(await get(vendor, `${action}/result`)).toMatchObject({ status: 404 });
    clock.move(10_000);
    expect((await get(vendor, action)).body.data).toMatchObject({ status: 'succeed' });
    expect((await get(vendor, `${action}/result`)).body).toEqual(plain.body);
    clock.move(300_000);
    expect(await get(vendor, action)).toMatchObject({ status: 404 });
    expect(await get(vendor, `${action}/result`)).toMatchObject({ status: 404 });
  });

  test('one that failed has the refusal as its result', async () => {
    const { vendor } = await start({ asyncEvery: 1 }, 0);
    const { location } = await get(vendor, `${BASE}/backupAgents?limit=none`);
    const action = `/api/v3/asyncActions/${ACTION.exec(location)?.[1]}`;
    expect((await get(vendor, action)).body.data).toMatchObject({ status: 'failed' });
    expect(await get(vendor, `${action}/result`)).toMatchObject({ status: 400, body: { errors: [{ code: 400 }] } });
  });
});

test('where lastRun moves at the end, v3 shows the run before while one is open', async () => {
  const { vendor } = await start({ lastRunMoves: 'end' }, 0);
  const id = vendor.addJob({
    list: DOCUMENTED_AGENT_ID,
    status: 'succeeded',
    startedAt: '2026-03-09T08:00:00Z',
    durationSeconds: 75,
  });
  vendor.changeJob(id, { status: 'running', startedAt: '2026-03-10T07:00:00Z' });
  const row = (await listAll(vendor, 'backupAgents/jobs')).find(({ instanceUid }) => instanceUid === id);
  expect(row).toMatchObject({
    status: 'Running',
    lastRun: expect.stringMatching(/^2026-03-09T11:00:00/),
    lastEndTime: expect.stringMatching(/^2026-03-09T11:01:15/),
  });
  expect(vendor.truth().find(({ nativeId }) => nativeId === id)).toMatchObject({ startedAt: null, endedAt: null });
});
