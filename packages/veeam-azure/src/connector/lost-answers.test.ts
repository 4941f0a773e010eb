import type { PreparedWrite, WriteIntent } from '@crossvault/core';
import { failureOf, followToEnd, toIntent } from '@crossvault/testkit';
import { afterEach, expect, test } from 'vitest';
import { actorOf, call, policies, prepare } from '../testing/acting.ts';
import { type ApplianceOptions, type OpenAppliance, openAppliance } from '../testing/open-appliance.ts';

type Actor = ReturnType<typeof actorOf>;
type Ready = readonly [write: PreparedWrite, action: WriteIntent['action']];

let world: OpenAppliance;
const open = async (options: ApplianceOptions = {}) => {
  world = await openAppliance({ jobs: 0, allow: ['operate'], ...options });
  return actorOf(world.connector);
};
afterEach(() => world.close());

const changes = () =>
  world.vendor.requests.filter(({ method, path }) => method === 'POST' && !path.includes('/oauth2/'));
const change = /\/(start|stop|enable|disable)$/;
const cut = (kind: 'reset-body' | 'reset-before' | 'hang' | 'truncated-json') =>
  world.vendor.faults.script([{ on: { method: 'POST', path: change }, fault: { kind } }]);
const gatewayFails = () =>
  world.vendor.faults.script([
    { on: { method: 'POST', path: change }, fault: { kind: 'status', status: 504, body: 'html' } },
  ]);

const startRun = async ({ plans }: Actor) => {
  await (await plans.run(policies.machines, { full: false }, prepare)).send(call);
  world.simulators.clock.move(10_000);
};

/** Every change that there is, prepared. */
const all: readonly (readonly [name: string, ready: (actor: Actor) => Promise<Ready>])[] = [
  ['run', async ({ plans }) => [await plans.run(policies.machines, { full: false }, prepare), 'run']],
  ['run of shares', async ({ plans }) => [await plans.run(policies.shares, { full: false }, prepare), 'run']],
  ['run of networks', async ({ plans }) => [await plans.run(policies.vnet, { full: false }, prepare), 'run']],
  [
    'stop',
    async (actor) => {
      await startRun(actor);
      return [await actor.plans.stop(policies.machines, prepare), 'stop'];
    },
  ],
  ['disable', async ({ plans }) => [await plans.disable(policies.sql, prepare), 'disable']],
  [
    'enable',
    async ({ plans }) => {
      await (await plans.disable(policies.sla, prepare)).send(call);
      return [await plans.enable(policies.sla, prepare), 'enable'];
    },
  ],
  [
    'cancel',
    async ({ cancelJob }) => [await cancelJob([world.vendor.addJob({ status: 'running' })], prepare), 'cancel'],
  ],
];

test.each(all)('%s: a connection that breaks after the appliance accepted ends in the truth', async (_name, ready) => {
  const actor = await open();
  const [write, action] = await ready(actor);
  const before = changes().length;
  const intent = toIntent(action, write, world.simulators.clock);
  cut('reset-body');
  expect(await failureOf(write.send(call))).toMatchObject({ code: 'answer-lost' });
  const found = await actor.writes.lookUp(intent, call);
  const report = await followToEnd(world.connector, intent, found, world.simulators.clock);
  expect(report).toMatchObject({ status: 'done', error: null });
  expect(report.jobs.length).toBe(action !== 'run' ? 0 : intent.target.name?.includes('Shares') ? 1 : 2);
  expect(changes().length).toBe(before + 1);
});

test.each(all)('%s: what never reached the appliance stays unknown, with the checked objects', async (_name, ready) => {
  const actor = await open();
  const [write, action] = await ready(actor);
  const before = changes().length;
  const intent = toIntent(action, write, world.simulators.clock);
  cut('reset-before');
  expect(await failureOf(write.send(call))).toMatchObject({ code: 'answer-lost' });
  for (const waitMs of [0, 60_000, 240_000, 3_600_000]) {
    world.simulators.clock.move(waitMs);
    const found = await actor.writes.lookUp(intent, call);
    expect(found).toMatchObject({ status: 'unknown', tracking: null, error: { message: expect.stringMatching(/\w/) } });
  }
  expect(changes().length).toBe(before + 1);
});

test.each(all)('%s: what a gateway hands over after 80 seconds ends in the truth', async (_name, ready) => {
  const actor = await open();
  const [write, action] = await ready(actor);
  const intent = toIntent(action, write, world.simulators.clock);
  cut('reset-before');
  expect(await failureOf(write.send(call))).toMatchObject({ code: 'answer-lost' });
  world.simulators.clock.move(63_000);
  expect((await actor.writes.lookUp(intent, call)).status).toBe('unknown');
  world.simulators.clock.move(17_000);
  for (const { method, url, headers, body } of write.requests) {
    const authorization = `Bearer ${world.vendor.tokens.valid}`;
    const sent = { method, headers: { ...headers, authorization } };
    await fetch(url, body === null ? sent : { ...sent, body: JSON.stringify(body) });
  }
  const found = await actor.writes.lookUp(intent, call);
  const report = await followToEnd(world.connector, intent, found, world.simulators.clock);
  expect(report).toMatchObject({ status: 'done', error: null });
});

test('a session that the schedule may have started is not taken for the run that was requested', async () => {
  const actor = await open();
  const write = await actor.plans.run(policies.sql, { full: false }, prepare);
  const intent = toIntent('run', write, world.simulators.clock);
  world.simulators.clock.move(26 * 3_600_000);
  await (await actor.plans.run(policies.sql, { full: false }, prepare)).send(call);
  expect(await actor.writes.lookUp(intent, call)).toMatchObject({
    status: 'unknown',
    jobs: [],
    error: { message: expect.stringContaining('the schedule or a later request') },
  });
});

test.each(['truncated-json', 'hang'] as const)('a start whose answer is lost by %s is not sent again', async (kind) => {
  const actor = await open();
  const write = await actor.plans.run(policies.sql, { full: false }, prepare);
  const asked = world.vendor.requestCount;
  cut(kind);
  expect(await failureOf(write.send(call))).toMatchObject({ code: 'answer-lost' });
  expect(world.vendor.requestCount).toBe(asked + 1);
});

test('a gateway that cancelled says nothing about what the appliance did', async () => {
  const actor = await open();
  const write = await actor.plans.disable(policies.sql, prepare);
  gatewayFails();
  expect(await failureOf(write.send(call))).toMatchObject({ code: 'answer-lost', upstreamStatus: 504 });
  expect(changes().length).toBe(1);
});

test('an earlier run of the policy is not taken for the requested one', async () => {
  const actor = await open();
  await (await actor.plans.run(policies.sql, { full: false }, prepare)).send(call);
  world.simulators.clock.move(30 * 60_000);
  const write = await actor.plans.run(policies.sql, { full: false }, prepare);
  const intent = toIntent('run', write, world.simulators.clock);
  world.simulators.clock.move(61_000);
  expect(await actor.writes.lookUp(intent, call)).toMatchObject({ status: 'unknown', jobs: [] });
});

test('a session that ended by itself may or may not have been stopped', async () => {
  const actor = await open();
  const id = world.vendor.addJob({ status: 'running' });
  const intent = toIntent('cancel', await actor.cancelJob([id], prepare), world.simulators.clock);
  world.vendor.changeJob(id, { status: 'succeeded' });
  const report = await actor.writes.lookUp(intent, call);
  expect(report).toMatchObject({ status: 'unknown', error: { message: expect.stringContaining(`${id} is Success`) } });
  world.appliance.purge(id);
  expect((await actor.writes.lookUp(intent, call)).status).toBe('unknown');
});

test('v1 cannot be asked for the sessions of one policy, and its run is found all the same', async () => {
  const actor = await open({ apiVersion: 'v1' });
  const write = await actor.plans.run(policies.machines, { full: false }, prepare);
  const intent = toIntent('run', write, world.simulators.clock);
  cut('reset-body');
  await failureOf(write.send(call));
  const report = await followToEnd(
    world.connector,
    intent,
    await actor.writes.lookUp(intent, call),
    world.simulators.clock,
  );
  expect(report).toMatchObject({ status: 'done' });
  expect(report.jobs.length).toBe(2);
});
