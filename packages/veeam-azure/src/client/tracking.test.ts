import { pollUntilDone } from '@crossvault/client-kit';
import { failureOf } from '@crossvault/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenAppliance, openAppliance } from '../testing/open-appliance.ts';
import { createTracking, type Tracked, trackingOf } from './tracking.ts';

const call = { signal: new AbortController().signal };
let world: OpenAppliance;
beforeEach(async () => {
  world = await openAppliance({ jobs: 0 });
});
afterEach(() => world.close());

const poll = (tracking: Tracked, signal = call.signal) =>
  pollUntilDone(createTracking(world.client, 'veeam-ukwest'), { tracking, waitSeconds: null }, world.context.clock, {
    signal,
  });

async function accept(): Promise<Tracked> {
  const { body, response } = await world.client.items.list(
    'virtual-machines',
    { offset: 0, limit: 2, sync: true },
    call,
  );
  const tracking = trackingOf(response, body);
  if (tracking === null) throw new Error('It was not accepted.');
  return tracking;
}

test('a request that takes long is followed to its result', async () => {
  const begun = world.simulators.clock.now();
  const end = await poll(await accept());
  expect(end).toMatchObject({ state: 'done', result: { totalCount: 6, results: [{}, {}] } });
  expect(world.simulators.clock.now() - begun).toBe(20_000);
  const looks = world.vendor.requests.filter(({ path }) => path.includes('/operations/'));
  expect(looks).toHaveLength(4);
});

test.each([
  ['Error', { state: 'failed', message: expect.stringMatching(/no access to the subscription/) }],
  ['Canceled', { state: 'cancelled', message: 'It was cancelled at the appliance.' }],
  ['Warning', { state: 'done', result: { totalCount: 6 } }],
] as const)('one that ends as %s is reported as such', async (outcome, end) => {
  world.appliance.turn({ operations: { durationSeconds: 7, outcome } });
  expect(await poll(await accept())).toMatchObject(end);
});

test('a session is followed as well, and is its own result', async () => {
  const id = world.vendor.addJob({ durationSeconds: 60 });
  expect(await poll({ kind: 'session', id })).toMatchObject({ state: 'done', result: { id, status: 'Success' } });
  const failed = world.vendor.addJob({ nativeStatus: 'Error', durationSeconds: 5 });
  expect(await poll({ kind: 'session', id: failed })).toMatchObject({ state: 'failed' });
});

test('an operation that the appliance has forgotten is not a failed one', async () => {
  const forgotten = { kind: 'operation', id: '00000000-0000-4000-8000-000000000000' } as const;
  expect(await failureOf(poll(forgotten))).toMatchObject({ code: 'source-not-found', upstreamStatus: 404 });
});

test('trouble between two looks costs a look and not the operation', async () => {
  const tracking = await accept();
  world.vendor.faults.script([{ on: { path: '/operations/', times: 7 }, fault: { kind: 'status', status: 503 } }]);
  expect(await poll(tracking)).toMatchObject({ state: 'done' });
});

test('an answer that is no operation is unreadable', async () => {
  const client = {
    getOperation: async () => ({ body: [], response: new Response() }),
    getSession: world.client.getSession,
  };
  const look = createTracking(client, 'veeam-ukwest').look({ kind: 'operation', id: '1' }, call);
  expect(await failureOf(look)).toMatchObject({ code: 'answer-unreadable', source: 'veeam-ukwest' });
});

test('only an answer 202 that names an operation has to be followed', async () => {
  const { body, response } = await world.client.items.list(
    'virtual-machines',
    { offset: 0, limit: 2, sync: false },
    call,
  );
  expect(trackingOf(response, body)).toBeNull();
  const accepted = new Response(null, { status: 202 });
  expect([trackingOf(accepted, {}), trackingOf(accepted, null), trackingOf(accepted, { id: [7] })]).toEqual([
    null,
    null,
    null,
  ]);
  expect(trackingOf(accepted, { id: 'x' })).toEqual({ kind: 'operation', id: 'x' });
  expect(trackingOf(accepted, { id: 7 })).toEqual({ kind: 'operation', id: '7' });
});
