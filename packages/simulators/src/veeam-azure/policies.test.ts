import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';

type Row = Readonly<Record<string, unknown>>;
type Answer = { readonly status: number; readonly body: Row | readonly Row[] | null };

const WEB = 'b7e9f5a2-8d31-4a0c-8f64-2c9d5b1e7a42';
const SQL = 'e4d2b790-35fa-47c6-9c18-7a6b0e5f8d24';
const SHARES = '92c7e1d5-0a4b-4d38-a6f9-5e3b8c7d1a65';
const SLA = 'a4f7d20c-95e1-4b36-8d7a-0c62e9b3f5d9';

let simulators: Simulators;
beforeEach(async () => {
  simulators = await startSimulators({ vendors: ['veeam-azure'], jobs: 0, start: '2026-11-20T06:00:00Z' });
});
afterEach(() => simulators.close());

const ask = async (path: string, method = 'GET'): Promise<Answer> => {
  const vendor = simulators.vendor('veeam-azure');
  const headers = { authorization: `Bearer ${vendor.tokens.valid}` };
  const response = await fetch(`${vendor.url}/api${path}`, { method, headers });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
};
const post = (path: string) => ask(path, 'POST');

test.each([
  ['/v8.1/policies/virtualMachines', 5],
  ['/v8.1/policies/sql', 1],
  ['/v8.1/policy/slaBased/virtualMachines', 1],
  ['/v3/policies', 5],
  ['/v3/policies/sql', 1],
])('%s has %i policies, and none that was removed', async (path, totalCount) => {
  const { body } = await ask(`${path}?Offset=0&Limit=1`);
  expect(body).toMatchObject({ offset: 0, limit: 1, totalCount, results: [{ isEnabled: true }] });
  expect(JSON.stringify((await ask(`${path}?Limit=-1`)).body)).not.toContain('Old test machines');
});

test.each([
  '/v8.1/policies',
  `/v8.1/policies/${WEB}`,
  '/v3/policies/virtualMachines',
  '/v2/policies/sql',
  '/v4/policies/cosmosDb',
  '/v5/policy/vnet',
  `/v8.1/policies/sql/${WEB}`,
])('%s is not there', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test('a start answers all sessions with 202, of shares the one alone, and one with 200 before', async () => {
  expect(await post(`/v8.1/policies/virtualMachines/${WEB}/start`)).toMatchObject({
    status: 202,
    body: [
      { type: 'PolicySnapshot', status: 'Pending' },
      { type: 'PolicyBackup', backupJobInfo: { policyId: WEB } },
    ],
  });
  expect(await post(`/v8.1/policies/fileShares/${SHARES}/start`)).toMatchObject({
    status: 202,
    body: { type: 'FileSharePolicySnapshot' },
  });
  expect(await post(`/v3/policies/sql/${SQL}/start`)).toMatchObject({ status: 200, body: { type: 'SqlPolicyBackup' } });
});

test('a policy that runs is not started again; the conflict names its session', async () => {
  const started = await post(`/v8.1/policies/sql/${SQL}/start`);
  const [session] = Array.isArray(started.body) ? started.body : [];
  expect(await post(`/v8.1/policies/sql/${SQL}/start`)).toMatchObject({
    status: 409,
    body: { resourceId: SQL, sessionId: session.id },
  });
  simulators.clock.move(20 * 60_000);
  expect((await post(`/v8.1/policies/sql/${SQL}/start`)).status).toBe(202);
});

test('a started run progresses and ends with the clock, and the policy shows its state', async () => {
  const path = `/v8.1/policies/sql/${SQL}`;
  await post(`${path}/start`);
  expect((await ask(path)).body).toMatchObject({ backupStatus: 'Pending', archiveStatus: 'NeverExecuted' });
  simulators.clock.move(10_000);
  expect((await ask(path)).body).toMatchObject({ backupStatus: 'Running' });
  expect((await post(`${path}/stop`)).status).toBe(204);
  expect((await ask(path)).body).toMatchObject({ backupStatus: 'Canceling' });
  simulators.clock.move(60_000);
  expect((await ask(path)).body).toMatchObject({ backupStatus: 'Canceled' });
});

test('an agreed service level is switched, and neither started nor stopped', async () => {
  const path = `/v8.1/policy/slaBased/virtualMachines/${SLA}`;
  for (const act of ['start', 'stop']) expect((await post(`${path}/${act}`)).status).toBe(404);
  for (const act of ['disable', 'disable']) expect((await post(`${path}/${act}`)).status).toBe(204);
  expect((await ask(path)).body).toMatchObject({ isEnabled: false, nextExecutionTime: null });
  expect((await post(`${path}/enable`)).status).toBe(204);
  expect((await ask(path)).body).toMatchObject({ isEnabled: true });
});

test('a session is stopped once, with 200 in v1 and 204 later', async () => {
  const vendor = simulators.vendor('veeam-azure');
  const [first, second] = [vendor.addJob({ status: 'running' }), vendor.addJob({ status: 'queued' })];
  expect(await post(`/v1/jobSessions/${first}/stop`)).toEqual({ status: 200, body: null });
  expect(await post(`/v8.1/jobSessions/${second}/stop`)).toEqual({ status: 204, body: null });
  simulators.clock.move(60_000);
  for (const id of [first, second]) {
    expect((await ask(`/v8.1/jobSessions/${id}`)).body).toMatchObject({ status: 'Canceled' });
    expect((await post(`/v8.1/jobSessions/${id}/stop`)).status).toBe(400);
  }
  expect((await post('/v8.1/jobSessions/none/stop')).status).toBe(404);
});
