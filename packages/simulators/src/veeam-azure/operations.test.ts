import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';
import type { ApplianceState } from './appliance.ts';
import { veeamApplianceOf } from './simulator.ts';

type Row = Readonly<Record<string, unknown>>;

let simulators: Simulators;

beforeEach(async () => {
  simulators = await startSimulators({ vendors: ['veeam-azure'], jobs: 0, start: '2026-11-20T06:00:00Z' });
});
afterEach(() => simulators.close());

const veeam = () => simulators.vendor('veeam-azure');
const ask = async (path: string) => {
  const headers = { authorization: `Bearer ${veeam().tokens.valid}` };
  const response = await fetch(`${veeam().url}/api${path}`, { headers });
  const body = (await response.json()) as Row;
  return { status: response.status, body };
};
const sync = () => ask('/v8.1/protectedItem/virtualMachines?Sync=true&Limit=2');

test('protected machines are a page, searched and counted', async () => {
  const page = await ask('/v8.1/protectedItem/virtualMachines?SearchPattern=WEB&Offset=1&Limit=1');
  expect(page.status).toBe(200);
  expect(page.body).toMatchObject({ offset: 1, limit: 1, totalCount: 2, results: [{ name: 'vm-web-02' }] });
  expect((await ask('/v8.1/protectedItem/virtualMachines?Limit=-1')).body).toMatchObject({ totalCount: 6 });
  expect((await ask('/v8.1/protectedItem/virtualMachines?Limit=x')).status).toBe(400);
});

test('a forced rescan returns an operation, and its result when it is done', async () => {
  const accepted = await sync();
  expect(accepted.status).toBe(202);
  expect(accepted.body).toMatchObject({ startTime: '2026-11-20T06:00:00Z', status: 'Pending' });
  expect(accepted.body).not.toHaveProperty('result');
  const path = `/v8.1/operations/${accepted.body.id}`;
  simulators.clock.move(5000);
  expect((await ask(path)).body).toMatchObject({ status: 'Running' });
  simulators.clock.move(15_000);
  expect((await ask(path)).body).toMatchObject({
    id: accepted.body.id,
    status: 'Success',
    result: { totalCount: 6, results: [{}, {}] },
  });
});

test.each<[ApplianceState['operations']['outcome'], object]>([
  ['Error', { error: { title: 'The operation has failed.' } }],
  ['Canceled', {}],
  ['Warning', { result: { totalCount: 6 } }],
])('an operation can end as %s, with nothing that it has not', async (outcome, expected) => {
  veeamApplianceOf(veeam()).turn({ operations: { durationSeconds: 0, outcome } });
  const started = await sync();
  const { body } = await ask(`/v8.1/operations/${started.body.id}`);
  expect(body).toMatchObject({ status: outcome, ...expected });
  expect(['error', 'result'].filter((field) => field in body)).toEqual(Object.keys(expected));
});

test('operations exist from v3 on, and only those that were begun', async () => {
  const { body } = await sync();
  expect((await ask(`/v3/operations/${body.id}`)).status).toBe(200);
  expect((await ask(`/v2/operations/${body.id}`)).status).toBe(404);
  expect((await ask('/v8.1/operations/00000000-0000-4000-8000-000000000000')).status).toBe(404);
});

test('the appliance reports its version and its time', async () => {
  veeamApplianceOf(veeam()).turn({ product: '8.1', systemState: 'Upgrading' });
  expect((await ask('/v8.1/system/about')).body).toMatchObject({ serverVersion: '8.1.0.107' });
  expect((await ask('/v8.1/system/serverInfo')).body).toMatchObject({ azureRegion: 'ukwest' });
  expect((await ask('/v8.1/system/time')).body).toMatchObject({ utcDateTime: '2026-11-20T06:00:00Z' });
  expect((await ask('/v8.1/system/status')).body).toEqual({ state: 'Upgrading', serverTime: '2026-11-20T06:00:00Z' });
  expect((await ask('/v8.1/system/else')).status).toBe(404);
  expect((await ask('/v8/system/status')).status).toBe(404);
  const up = await fetch(`${veeam().url}/api/v8.1/system/serviceIsUp`, {
    headers: { authorization: `Bearer ${veeam().tokens.valid}` },
  });
  expect([up.status, await up.text()]).toEqual([200, '']);
});

test.each(['v1', 'v3', 'v7'])('%s has the versions of the appliance already', async (version) => {
  expect((await ask(`/${version}/system/about`)).body).toMatchObject({ serverVersion: '8.1.0.107' });
});

test.each([
  ['v6', 404],
  ['v7', 200],
])('accounts of Cosmos DB and their policies are answered in %s with %i', async (version, status) => {
  expect((await ask(`/${version}/policies/cosmosDb`)).status).toBe(status);
  expect((await ask(`/${version}/protectedItem/cosmosDb`)).status).toBe(status);
});
