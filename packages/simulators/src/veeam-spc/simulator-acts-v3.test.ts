import { afterEach, expect, test } from 'vitest';
import { ask, isRow, type Row, rowOf, start, stopAll, type Vendor } from '../testing/asked-console.ts';

afterEach(stopAll);

const V3 = '/api/v3/infrastructure';
const listOf = async (vendor: Vendor, path: string): Promise<Row[]> => {
  const { body } = await ask(vendor, `GET ${V3}/${path}?limit=500`);
  return isRow(body) && Array.isArray(body['data']) ? body['data'] : [];
};
const agentJob = async (vendor: Vendor, system: string, fits: (row: Row) => boolean = () => true) => {
  const row = (await listOf(vendor, 'backupAgents/jobs')).find(
    (one) =>
      String(one['systemType']).toLowerCase() === system && !String(one['instanceUid']).startsWith('0000') && fits(one),
  );
  return `${V3}/backupAgents/${system}/${row?.['backupAgentUid']}/jobs/${row?.['instanceUid']}`;
};
const isEnding = (row: Row) => String(row['status']).toLowerCase() === 'success';
const switched = (value: unknown) => [{ op: 'replace', path: '/isEnabled', value }];

test('v3: a full backup takes longer than one that builds on another', async () => {
  const { vendor, clock } = await start();
  const path = await agentJob(vendor, 'windows', isEnding);
  const { avgDuration } = rowOf(await ask(vendor, `GET ${path}`));
  await ask(vendor, `POST ${path}/start?activeFullBackup=true`);
  clock.move(10_000 + Number(avgDuration) * 1000 + 1000);
  expect(rowOf(await ask(vendor, `GET ${path}`))['status']).toMatch(/running/i);
  clock.move(Number(avgDuration) * 2000);
  expect(rowOf(await ask(vendor, `GET ${path}`))['status']).toMatch(/success/i);
});

test('v3: Windows is switched off and on by a patch, and the others are not', async () => {
  const { vendor } = await start();
  const path = await agentJob(vendor, 'windows', (row) => row['isEnabled'] === true);
  expect(await ask(vendor, `PATCH ${path}`, switched(false))).toMatchObject({
    status: 200,
    body: { data: { isEnabled: false } },
  });
  expect(rowOf(await ask(vendor, `GET ${path}`))).toMatchObject({ isEnabled: false });
  for (const patch of [switched('yes'), [{ op: 'remove', path: '/isEnabled' }], [], { isEnabled: true }]) {
    expect(await ask(vendor, `PATCH ${path}`, patch)).toMatchObject({ status: 400 });
  }
  for (const system of ['linux', 'mac']) {
    const other = await agentJob(vendor, system);
    expect(await ask(vendor, `GET ${other}`)).toMatchObject({ status: 200 });
    expect(await ask(vendor, `PATCH ${other}`, switched(false))).toMatchObject({ status: 405 });
  }
});

test('v3: a removal must state whether the restore points are deleted, and removes the job in both cases', async () => {
  const { vendor } = await start();
  for (const said of [true, false]) {
    const path = await agentJob(vendor, 'linux');
    expect(await ask(vendor, `DELETE ${path}`)).toMatchObject({ status: 400 });
    expect(await ask(vendor, `DELETE ${path}?removeRestorePoints=${said}`)).toMatchObject({ status: 200 });
    expect(await ask(vendor, `GET ${path}`)).toMatchObject({ status: 404 });
  }
});

test('v3: what a backup server lists once more follows the job of the agent, and goes with it', async () => {
  const { vendor, clock } = await start();
  const agents = await listOf(vendor, 'backupAgents/jobs');
  const mirrorOf = async ({ originalUid }: Row) =>
    (await listOf(vendor, 'backupServers/jobs')).find(({ instanceUid }) => instanceUid === originalUid);
  let found: Row | undefined;
  for (const row of agents.filter(isEnding)) found ??= (await mirrorOf(row)) === undefined ? undefined : row;
  const { systemType, backupAgentUid, instanceUid } = found ?? {};
  const path = `${V3}/backupAgents/${String(systemType).toLowerCase()}/${backupAgentUid}/jobs/${instanceUid}`;
  await ask(vendor, `POST ${path}/start`);
  clock.move(11_000);
  expect((await mirrorOf(found ?? {}))?.['status']).toMatch(/running/i);
  await ask(vendor, `DELETE ${path}?removeRestorePoints=false`);
  expect(await mirrorOf(found ?? {})).toBeUndefined();
});

test('v3: a backup server starts, retries what failed, stops and switches its jobs', async () => {
  const { vendor, clock } = await start();
  const rows = await listOf(vendor, 'backupServers/jobs');
  const pathOf = (word: RegExp) =>
    `${V3}/backupServers/jobs/${rows.find((row) => word.test(String(row['status'])) && row['lastRun'] !== null)?.['instanceUid']}`;
  const good = pathOf(/^success$/i);
  expect(await ask(vendor, `POST ${good}/retry`)).toMatchObject({ status: 409 });
  const failed = pathOf(/^failed$/i);
  expect(await ask(vendor, `POST ${failed}/retry`)).toMatchObject({ status: 200 });
  clock.move(10_000);
  expect(rowOf(await ask(vendor, `GET ${failed}`))['status']).toMatch(/starting/i);
  clock.move(25_000);
  expect(rowOf(await ask(vendor, `GET ${failed}`))['status']).toMatch(/running/i);
  expect(await ask(vendor, `POST ${failed}/start`)).toMatchObject({ status: 409 });
  expect(await ask(vendor, `POST ${failed}/stop`)).toMatchObject({ status: 200 });
  clock.move(31_000);
  expect(rowOf(await ask(vendor, `GET ${failed}`))['status']).toMatch(/failed/i);
  expect(await ask(vendor, `PATCH ${failed}`, switched(false))).toMatchObject({
    status: 200,
    body: { data: { isEnabled: false } },
  });
  expect(await ask(vendor, `POST ${V3}/backupServers/jobs/none/start`)).toMatchObject({ status: 404 });
});

test('v3: policies for public clouds run, stop and are switched', async () => {
  const { vendor, clock } = await start();
  const [policy] = await listOf(vendor, 'backupServers/publicCloud/policies');
  const path = `${V3}/backupServers/publicCloud/policies/${policy?.['instanceUid']}`;
  const states: unknown[] = [];
  const look = async (milliseconds: number) => {
    clock.move(milliseconds);
    const { status, state } = rowOf(await ask(vendor, `GET ${path}`));
    states.push([status, state]);
  };
  await ask(vendor, `POST ${path}/disable`);
  await ask(vendor, `POST ${path}/start`);
  await look(0);
  await look(10_000);
  await look(20_000);
  expect(await ask(vendor, `POST ${path}/start`)).toMatchObject({ status: 409 });
  await ask(vendor, `POST ${path}/stop`);
  await ask(vendor, `POST ${path}/enable`);
  await look(10_000);
  await look(20_000);
  expect(await ask(vendor, `POST ${path}/stop`)).toMatchObject({ status: 409 });
  expect(states).toEqual([
    ['Idle', 'Disabled'],
    ['Starting', 'Disabled'],
    ['Running', 'Disabled'],
    ['Stopping', 'Enabled'],
    ['Idle', 'Enabled'],
  ]);
});

test('v3: a change that is handed over is an action with the id of its request, whose result is kept for five minutes', async () => {
  const { vendor, clock } = await start({ asyncWrites: true, asyncWorkMs: 5_000 });
  const path = await agentJob(vendor, 'windows', isEnding);
  const ids = ['5c0ffee5-0000-4000-8000-00000000000a', '5c0ffee5-0000-4000-8000-00000000000b'];
  for (const id of ids) {
    const accepted = await ask(vendor, `POST ${path}/start`, undefined, { 'X-Request-id': id });
    expect(accepted).toEqual({ status: 202, body: null, location: `/api/v3/asyncAction/${id}` });
  }
  const statusOf = async (id = '') => (await ask(vendor, `GET /api/v3/asyncActions/${id}`)).body;
  expect(await statusOf(ids[0])).toMatchObject({ data: { status: 'running' } });
  clock.move(5_000);
  expect(await statusOf(ids[0])).toMatchObject({ data: { status: 'succeed' } });
  expect(await statusOf(ids[1])).toMatchObject({ data: { status: 'failed' } });
  expect(await ask(vendor, `GET /api/v3/asyncActions/${ids[1]}/result`)).toMatchObject({ status: 409 });
  clock.move(300_000);
  expect(await ask(vendor, `GET /api/v3/asyncActions/${ids[0]}/result`)).toMatchObject({ status: 404 });
});
