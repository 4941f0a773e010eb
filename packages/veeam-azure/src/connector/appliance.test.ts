import { failureOf, readLists, recordsOf } from '@crossvault/testkit';
import { afterEach, expect, test } from 'vitest';
import { type ApplianceOptions, type OpenAppliance, openAppliance } from '../testing/open-appliance.ts';
import { apiVersions } from '../versions.ts';

const call = { signal: new AbortController().signal };
let world: OpenAppliance;

const open = async (options: ApplianceOptions = {}) => {
  world = await openAppliance(options);
  return world;
};
afterEach(() => world.close());

const read = async (size = 50) => recordsOf(await readLists(world.connector, call, undefined, size));
const facts = ({ nativeId, kind, nativeKind, status, startedAt, endedAt }: Record<string, unknown>) =>
  [nativeId, kind, nativeKind, status, startedAt, endedAt].join(' ');
const factsRead = async () => (await read()).map(({ job }) => facts({ ...job })).toSorted();
const truth = () =>
  world.vendor
    .truth()
    .map((job) => facts({ ...job }))
    .toSorted();
const sent = (part: string) => world.vendor.requests.filter(({ path }) => path.includes(part));
const grants = () => sent('/api/oauth2/token').map(({ method, status }) => `${method} ${status}`);

test.each(apiVersions)('%s lists the true jobs, page by page', async (apiVersion) => {
  await open({ jobs: 120, apiVersion });
  expect(await factsRead()).toEqual(truth());
  const queries = new Set(sent('/jobSessions').map(({ path }) => path.replaceAll(/=\d+/g, '=n').split('?')[1]));
  expect([...queries]).toEqual([
    apiVersion === 'v1'
      ? 'offset=n&limit=n'
      : /^v[23]$/.test(apiVersion)
        ? 'Offset=n&Limit=n&Display=Full'
        : 'Offset=n&Limit=n',
  ]);
});

test('an appliance of product 1.0 counts its sessions, and they are read by their numbers', async () => {
  await open({ jobs: 60, apiVersion: 'v1' });
  world.appliance.turn({ product: '1.0' });
  const records = await read();
  expect(records.every(({ job }) => /^\d+$/.test(job.nativeId))).toBe(true);
  expect(await factsRead()).toEqual(truth());
  const [record] = records;
  expect((await world.connector.getJob(record?.key ?? [], call)).job.id).toBe(record?.job.id);
});

test.each([
  ['8.1', 'v6'],
  ['8.0', 'v8'],
  ['5.0', 'v3'],
  ['2.0', 'v2'],
] as const)('an appliance of product %s is read in %s', async (product, apiVersion) => {
  await open({ apiVersion });
  world.appliance.turn({ product });
  expect(await factsRead()).toEqual(truth());
});

test('a version that is not served is reported everywhere, with what to try', async () => {
  await open({ apiVersion: 'v1' });
  world.appliance.turn({ product: '8.1' });
  for (const attempt of [read(), world.connector.findJobs('14', call), world.connector.getJob(['14'], call)]) {
    const error = await failureOf(attempt);
    expect(error.code).toBe('source-not-found');
    expect(error.message).toMatch(/does not serve version v1.*8\.1 serves v8\.1, v8, v7, v6/);
  }
});

test('operations are there from v3 on, and are read by their id', async () => {
  const { connector, client } = await open({ apiVersion: 'v3' });
  const { body } = await client.items.list('virtual-machines', { offset: 0, limit: 1, sync: true }, call);
  const id = String((body as { id?: unknown }).id);
  expect(await connector.operations?.get(id, call)).toMatchObject({ id, status: 'accepted', jobs: [] });
  world.simulators.clock.move(60_000);
  expect(await connector.operations?.get(id, call)).toMatchObject({ id, status: 'done', outcome: null });
  for (const unknown of ['00000000-0000-4000-8000-000000000000', '..', ''])
    expect(await failureOf(connector.operations?.get(unknown, call))).toMatchObject({ code: 'job-not-found' });
  await world.close();
  await open({ apiVersion: 'v2' });
  expect(world.connector.operations).toBeUndefined();
});

test('a token is refreshed when it ends, in pairs, for hours on end', async () => {
  await open();
  for (let hour = 0; hour < 4; hour += 1) {
    await read();
    world.simulators.clock.move(3_600_000);
  }
  expect(grants()).toEqual(['POST 200', 'POST 200', 'POST 200', 'POST 200']);
  expect(world.said()).not.toContain('could not be refreshed');
});

test('many readers share one token request', async () => {
  await open();
  await Promise.all(Array.from({ length: 12 }, () => read()));
  world.vendor.expireToken();
  await Promise.all(Array.from({ length: 12 }, () => read()));
  expect(grants()).toEqual(['POST 200', 'POST 200']);
});

test('a refresh token that has ended too leads to one log-in', async () => {
  await open();
  await read();
  world.simulators.clock.move(15 * 86_400_000);
  await read();
  expect(grants()).toEqual(['POST 200', 'POST 401', 'POST 200']);
  expect(world.said()).toContain('could not be refreshed');
});

test('when the answer to a refresh gets lost, the pair is lost with it, and a log-in follows', async () => {
  await open();
  await read();
  world.simulators.clock.move(3_600_000);
  world.vendor.faults.script([{ on: { path: '/api/oauth2/token' }, fault: { kind: 'reset-body' } }]);
  expect(await factsRead()).toEqual(truth());
  expect(grants().slice(-2)).toEqual(['POST 401', 'POST 200']);
});

test('a changed password is reported after one attempt, and not sent again', async () => {
  await open();
  await read();
  world.vendor.expireToken();
  world.vendor.faults.script([{ on: { path: '/api/oauth2/token', times: 'always' }, fault: { kind: 'unauthorized' } }]);
  expect(await failureOf(read())).toMatchObject({ code: 'authentication-failed' });
  expect(grants()).toEqual(['POST 200', 'POST 401', 'POST 401']);
});

test('a token that the appliance never accepts is renewed once and then reported as refused', async () => {
  await open();
  world.vendor.faults.script([{ on: { list: true, times: 'always' }, fault: { kind: 'unauthorized' } }]);
  expect(await failureOf(read())).toMatchObject({ code: 'authentication-failed', upstreamStatus: 401 });
  expect(sent('/jobSessions')).toHaveLength(2);
  expect(grants()).toEqual(['POST 200', 'POST 200']);
});

test('tokens that rotate during a reading have no effect', async () => {
  await open({ jobs: 120 });
  const fault = { kind: 'rotate-tokens' } as const;
  world.vendor.faults.script([
    { on: { list: true, nth: 2 }, fault },
    { on: { list: true, nth: 5 }, fault },
  ]);
  expect(
    recordsOf(await readLists(world.connector, call, undefined, 20))
      .map(({ job }) => facts({ ...job }))
      .toSorted(),
  ).toEqual(truth());
});

test('an error for an account with a second factor says what to configure, after one request', async () => {
  await open({ username: 'svc-crossvault-mfa' });
  const error = await failureOf(read());
  expect(error.code).toBe('authentication-failed');
  expect(error.message).toMatch(/svc-crossvault-mfa has multi-factor authentication.*turned off/);
  expect(grants()).toEqual(['POST 200']);
});

test('an error says that the licence agreement is not accepted', async () => {
  await open();
  world.appliance.turn({ isLicenceAccepted: false });
  const error = await failureOf(read());
  expect(error.code).toBe('permission-denied');
  expect(error.message).toMatch(/until its licence agreement is accepted.*accept it\.$/);
});

test.each(['svc-crossvault-readonly', 'svc-crossvault-restore', 'svc-crossvault-admin'])(
  '%s reads everything',
  async (username) => {
    await open({ username });
    expect(await factsRead()).toEqual(truth());
    const failed = world.vendor.addJob({ nativeStatus: 'Error', startedAt: '2026-03-02T11:00:00Z' });
    expect((await world.connector.getJob([failed], call)).job.errors.length).toBeGreaterThan(0);
  },
);

test('a role without logs reads jobs without their errors, and says that they are denied', async () => {
  const { connector, vendor } = await open({ username: 'svc-crossvault-integration' });
  const failed = vendor.addJob({ nativeStatus: 'Error', startedAt: '2026-03-02T11:00:00Z' });
  const { job, raw, context } = await connector.getJob([failed], call);
  expect([job.status, job.errors, job.provenance['errors'], job.depth]).toEqual(['failed', [], 'denied', 'full']);
  const explained = connector.explainJob(raw, context)?.fields.find(({ field }) => field === 'errors');
  expect(explained).toMatchObject({ provenance: 'denied', from: [{ value: undefined }, { value: 'denied' }] });
  const error = await failureOf(connector.jobLog?.([failed], call));
  expect(error.code).toBe('permission-denied');
  expect(error.message).toMatch(/may not read the logs of sessions.*Read-Only User is enough/);
});

test('a session that retention took is not found, neither it nor its log', async () => {
  const { connector, vendor, appliance } = await open();
  const id = vendor.addJob({ status: 'failed', startedAt: '2026-03-02T11:00:00Z' });
  appliance.purge(id);
  expect(await connector.findJobs(id, call)).toEqual([]);
  for (const attempt of [connector.getJob([id], call), connector.jobLog?.([id], call)]) {
    const error = await failureOf(attempt);
    expect(error.code).toBe('job-not-found');
    expect(error.message).toMatch(/forgets sessions when their retention ends/);
  }
});

test('a session that disappears while its log is read is returned without its errors', async () => {
  const { connector, vendor } = await open();
  const id = vendor.addJob({ nativeStatus: 'Error', startedAt: '2026-03-02T11:00:00Z' });
  vendor.faults.script([{ on: { path: '/log' }, fault: { kind: 'not-found' } }]);
  const { job } = await connector.getJob([id], call);
  expect([job.status, job.errors, job.provenance['errors']]).toEqual(['failed', [], 'missing']);
});

test('no log line, error or report contains a secret', async () => {
  const { vendor, said } = await open();
  await read();
  vendor.expireToken();
  vendor.faults.script([
    { on: { path: '/api/oauth2/token', times: 'always' }, fault: { kind: 'status', status: 403 } },
  ]);
  const error = await failureOf(read());
  const all = `${said()} ${error.message} ${JSON.stringify(error)} ${String(error.cause)}`;
  expect(said()).toContain('Request sent to the source.');
  expect(all).not.toContain(vendor.connection.secrets['password']);
  expect(all).not.toMatch(/eyJ[\w-]+\./);
});
