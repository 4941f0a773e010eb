import type { PreparedWrite, WriteIntent } from '@crossvault/core';
import { failureOf, followToEnd, toIntent } from '@crossvault/testkit';
import { afterEach, expect, test } from 'vitest';
import { actorOf, call, policies, prepare } from '../testing/acting.ts';
import { type ApplianceOptions, type OpenAppliance, openAppliance } from '../testing/open-appliance.ts';

type Sent = readonly [method: string, path: string, body: string];

let world: OpenAppliance;
let sent: Sent[] = [];

const open = async (options: ApplianceOptions = {}) => {
  sent = [];
  world = await openAppliance({
    jobs: 0,
    allow: ['operate'],
    watch: (fetch) => async (request) => {
      const { pathname, search } = new URL(request.url);
      if (request.method !== 'GET' && pathname !== '/api/oauth2/token') {
        sent.push([request.method, `${pathname}${search}`, await request.clone().text()]);
      }
      return fetch(request);
    },
    ...options,
  });
  return actorOf(world.connector);
};
afterEach(() => world.close());

const wordOf = (id: string | undefined) => world.vendor.truth().find(({ nativeId }) => nativeId === id)?.nativeStatus;
/** What the answer said of it, and how it ended. */
const send = async (write: PreparedWrite, action: WriteIntent['action']) => {
  const { connector, simulators } = world;
  const intent = toIntent(action, write, simulators.clock);
  const first = await write.send(call);
  return [first, await followToEnd(connector, intent, first, simulators.clock)] as const;
};

const base = '/api/v8.1';
test.each([
  ['machines', `${base}/policies/virtualMachines/${policies.machines[1]}`, 2],
  ['sql', `${base}/policies/sql/${policies.sql[1]}`, 1],
  ['shares', `${base}/policies/fileShares/${policies.shares[1]}`, 1],
  ['cosmos', `${base}/policies/cosmosDb/${policies.cosmos[1]}`, 1],
  ['vnet', `${base}/policy/vnet`, 2],
] as const)('a policy of %s is started, and done with when its sessions have ended', async (name, path, count) => {
  const { plans } = await open();
  const write = await plans.run(policies[name], { full: false }, prepare);
  expect(sent).toEqual([]);
  expect(write).toMatchObject({
    needs: 'operate',
    requests: [{ method: 'POST', url: `${world.vendor.url}${path}/start`, body: null }],
    target: { kind: 'plan', name: expect.any(String) },
  });
  const reports = await send(write, 'run');
  expect(sent).toEqual([['POST', `${path}/start`, '']]);
  expect(reports[0]).toMatchObject({ status: 'running', tracking: { kind: 'sessions' } });
  expect(reports[0].jobs.length).toBe(count);
  expect(reports[1]).toMatchObject({ status: 'done', tracking: null, endedAt: expect.any(String) });
  for (const [id] of reports[1].jobs) expect(wordOf(id)).toBe('Success');
  expect((await plans.get(policies[name], call)).plan.actions).toContain('run');
});

test.each([
  ['v1', 200],
  ['v3', 200],
  ['v4', 202],
] as const)(
  '%s: what is started answers %i, and both of its sessions are named in the end',
  async (apiVersion, status) => {
    const { plans } = await open({ apiVersion });
    const reports = await send(await plans.run(policies.machines, { full: false }, prepare), 'run');
    const path = apiVersion === 'v4' ? 'policies/virtualMachines' : 'policies';
    expect(sent).toEqual([['POST', `/api/${apiVersion}/${path}/${policies.machines[1]}/start`, '']]);
    expect(reports[0].answer).toMatchObject({ status });
    expect(reports[1]).toMatchObject({ status: 'done' });
    expect(reports[1].jobs.length).toBe(2);
  },
);

test('a run is stopped session by session', async () => {
  const { plans } = await open();
  const { jobs } = await (await plans.run(policies.machines, { full: false }, prepare)).send(call);
  world.simulators.clock.move(10_000);
  expect((await plans.get(policies.machines, call)).plan.actions).toEqual(['stop', 'disable']);
  const write = await plans.stop(policies.machines, prepare);
  const reports = await send(write, 'stop');
  expect(sent.at(-1)).toEqual(['POST', `${base}/policies/virtualMachines/${policies.machines[1]}/stop`, '']);
  expect(reports.map(({ status }) => status)).toEqual(['running', 'done']);
  expect(reports[1].jobs).toEqual([]);
  expect(jobs.map(([id]) => wordOf(id))).toEqual(['Canceled', 'Canceled']);
});

test.each(['machines', 'sla', 'vnet'] as const)('a policy of %s is disabled and enabled', async (name) => {
  const { plans } = await open();
  const [sort, id] = policies[name];
  const path =
    sort === 'vnet'
      ? 'policy/vnet'
      : sort === 'sla'
        ? `policy/slaBased/virtualMachines/${id}`
        : `policies/virtualMachines/${id}`;
  for (const act of ['disable', 'enable'] as const) {
    const write = await plans[act](policies[name], prepare);
    expect(write.before).toMatchObject({ enabled: act === 'disable' });
    expect(await write.send(call)).toMatchObject({ status: 'done', jobs: [], tracking: null, answer: { status: 204 } });
    expect((await plans.get(policies[name], call)).plan.enabled).toBe(act === 'enable');
  }
  expect(sent).toEqual([
    ['POST', `${base}/${path}/disable`, ''],
    ['POST', `${base}/${path}/enable`, ''],
  ]);
});

test.each(['v1', 'v8.1'] as const)('%s: a session is stopped, and its end is waited for', async (apiVersion) => {
  const { cancelJob } = await open({ apiVersion });
  const id = world.vendor.addJob({ status: 'running' });
  const write = await cancelJob([id], prepare);
  expect(write.target).toEqual({ kind: 'job', nativeId: id, name: null });
  const reports = await send(write, 'cancel');
  expect(sent).toEqual([['POST', `/api/${apiVersion}/jobSessions/${id}/stop`, '']]);
  expect(reports[0].answer).toMatchObject({ status: apiVersion === 'v1' ? 200 : 204 });
  expect(reports.map(({ status }) => status)).toEqual(['running', 'done']);
  expect(wordOf(id)).toBe('Canceled');
});

test('what the present state forbids is refused, the session named, and nothing is sent', async () => {
  const { plans, cancelJob } = await open();
  await (await plans.run(policies.shares, { full: false }, prepare)).send(call);
  sent = [];
  const [session] = world.vendor.truth();
  const refusals = [
    [() => plans.run(policies.shares, { full: false }, prepare), 'state-conflict', session?.nativeId],
    [() => plans.stop(policies.sql, prepare), 'state-conflict', 'nothing to stop'],
    [() => plans.enable(policies.sql, prepare), 'state-conflict', 'enabled already'],
    [() => plans.run(policies.sql, { full: true }, prepare), 'not-guaranteed', 'full backup'],
    [
      () => plans.run(policies.sla, { full: false }, prepare),
      'action-not-supported',
      'they run by their schedule only',
    ],
    [() => plans.stop(policies.sla, prepare), 'action-not-supported', 'they run by their schedule only'],
    [() => cancelJob(['14'], prepare), 'state-conflict', 'has ended already'],
    [() => cancelJob(['00000000-0000-4000-8000-000000000000'], prepare), 'job-not-found', 'no session'],
    [() => cancelJob(['..'], prepare), 'job-not-found', 'no session'],
  ] as const;
  for (const [attempt, code, words] of refusals) {
    const error = await failureOf(attempt());
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
  }
  expect(sent).toEqual([]);
});

test('a connection that may only read sends no change', async () => {
  const { plans, cancelJob } = await open({ allow: [] });
  const id = world.vendor.addJob({ status: 'running' });
  const asked = world.vendor.requestCount;
  const writes = [
    await plans.run(policies.sql, { full: false }, prepare),
    await plans.disable(policies.sql, prepare),
    await cancelJob([id], prepare),
  ];
  for (const write of writes) expect(await failureOf(write.send(call))).toMatchObject({ code: 'connection-read-only' });
  expect(sent).toEqual([]);
  expect(world.vendor.requestCount).toBeGreaterThan(asked);
});

test('a policy that another client started in the meantime is a conflict that names the session', async () => {
  const { plans } = await open();
  const write = await plans.run(policies.sql, { full: false }, prepare);
  const other = await (await plans.run(policies.sql, { full: false }, prepare)).send(call);
  const error = await failureOf(write.send(call));
  expect(error).toMatchObject({ code: 'state-conflict', upstreamStatus: 409 });
  expect(error.message).toContain(other.jobs[0]?.[0]);
});

test('a role that may only read hears which role may more', async () => {
  const { plans, cancelJob } = await open({ username: 'svc-crossvault-readonly' });
  const id = world.vendor.addJob({ status: 'running' });
  for (const write of [await plans.disable(policies.sql, prepare), await cancelJob([id], prepare)]) {
    const error = await failureOf(write.send(call));
    expect(error.code).toBe('permission-denied');
    expect(error.message).toMatch(/may not (disable policies|stop sessions).*Portal Operator/);
  }
});

test('a policy that is gone by the time it is started was not started', async () => {
  const { plans } = await open();
  const write = await plans.run(policies.sql, { full: false }, prepare);
  world.vendor.faults.script([{ on: { path: '/start' }, fault: { kind: 'not-found' } }]);
  expect(await failureOf(write.send(call))).toMatchObject({ code: 'plan-not-found' });
  expect(world.vendor.truth().filter(({ nativeKind }) => nativeKind === 'SqlPolicyBackup')).toEqual([]);
});

test('a run whose sessions are forgotten ends all the same', async () => {
  const { plans, writes } = await open();
  const write = await plans.run(policies.sql, { full: false }, prepare);
  const intent = toIntent('run', write, world.simulators.clock);
  const { jobs, tracking } = await write.send(call);
  for (const [id] of jobs) world.appliance.purge(id ?? '');
  expect(await writes.follow(intent, tracking, call)).toMatchObject({ status: 'done', jobs: [] });
});

test('what was not made here is no tracking', async () => {
  const { plans, writes } = await open();
  const intent = toIntent('disable', await plans.disable(policies.sql, prepare), world.simulators.clock);
  expect(await failureOf(writes.follow(intent, { url: 'https://elsewhere.test' }, call))).toMatchObject({
    code: 'internal-error',
  });
  expect(await failureOf(writes.lookUp({ ...intent, facts: null }, call))).toMatchObject({ code: 'internal-error' });
});
