import { pollUntilDone } from '@crossvault/client-kit';
import { CrossvaultError } from '@crossvault/contract';
import { startSimulators } from '@crossvault/simulators';
import { createTestClock, worldOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createTrackingProtocol, readTracking, type Tracking } from './tracking.ts';

const call = { signal: new AbortController().signal };
const bodyOf = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));

/** Has an item of the simulator changed and follows what was accepted, by what is left of the headers. */
async function follow(method: 'PUT' | 'DELETE', machine: string, leave: 'both' | 'location') {
  const simulators = await startSimulators({ vendors: ['azure-backup'], jobs: 1, start: '2026-03-02T12:00:00Z' });
  const azure = simulators.vendor('azure-backup');
  const world = worldOf(simulators);
  const { clock } = world;
  const send = (url: string, init: RequestInit = {}) =>
    world.fetch(new Request(url, { ...init, headers: { authorization: `Bearer ${azure.tokens.valid}` } }));
  try {
    const vault =
      '/subscriptions/8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50/resourceGroups/rg-backup-weu/providers/Microsoft.RecoveryServices/vaults/rsv-prod-weu';
    const item = `${vault}/backupFabrics/Azure/protectionContainers/c;rg;${machine}/protectedItems/vm;iaasvmcontainerv2;rg;${machine}`;
    const body = method === 'PUT' ? { body: '{"properties":{"protectionState":"ProtectionStopped"}}' } : {};
    const accepted = await send(`${azure.url}${item}?api-version=2025-02-01`, { method, ...body });
    await accepted.text();
    const headers = new Headers(accepted.headers);
    if (leave === 'location') headers.delete('azure-asyncoperation');
    const start = readTracking(new Response(null, { headers }), clock.now());
    if (start === null) throw new Error('Nothing was accepted.');
    const asked: string[] = [];
    const client = {
      async follow(link: string) {
        asked.push(`${Math.round((clock.now() - Date.parse('2026-03-02T12:00:00Z')) / 1000)} s`);
        const response = await send(link);
        return { response, body: bodyOf(await response.text()) };
      },
    };
    const end = await pollUntilDone(createTrackingProtocol(client, clock), start, clock, call);
    return { start, end, asked, jobs: simulators.truth().map(({ nativeId }) => nativeId) };
  } finally {
    await world.close();
    await simulators.close();
  }
}

test('an operation is followed by its status to the job that it made, no sooner than it asks', async () => {
  const { start, end, asked, jobs } = await follow('PUT', 'vm-app-03', 'both');
  expect(start).toMatchObject({ tracking: { by: 'status' }, waitSeconds: 60 });
  const [jobName] = end.state === 'done' ? end.result.jobNames : [];
  expect(jobs).toContain(jobName);
  expect(asked).toEqual(['60 s', '120 s']);
});

test.each([
  ['PUT', '200 with the item'],
  ['DELETE', '204'],
] as const)('without a status %s is followed by its location to the end, which is %s', async (method, _end) => {
  const { start, end, asked } = await follow(method, 'vm-app-03', 'location');
  expect(start.tracking.by).toBe('result');
  expect(end).toEqual({ state: 'done', result: { jobNames: [] } });
  expect(asked).toEqual(['60 s', '120 s']);
});

test('an operation that fails says so in the words of Azure', async () => {
  const { end } = await follow('PUT', 'vm-locked', 'both');
  expect(end).toEqual({
    state: 'failed',
    code: 'UserErrorItemLocked',
    message: 'The item is locked by another operation.',
  });
});

const protocolOver = (body: unknown, response = new Response()) =>
  createTrackingProtocol({ follow: async () => ({ body, response }) }, createTestClock());
const byStatus: Tracking = { by: 'status', link: 'https://management.azure.com/o' };

test.each([
  [{ status: 'InProgress' }, 'running'],
  [{ status: 'Accepted' }, 'running'],
  [{ status: 'Cancelled' }, 'running'],
  [{}, 'running'],
  [null, 'running'],
  [{ status: 'succeeded' }, 'done'],
  [{ status: 'Failed', error: { code: 'A', message: 'B' } }, 'failed'],
  [{ status: 'Canceled' }, 'cancelled'],
])('the status %j means %s', async (body, state) => {
  expect(await protocolOver(body).look(byStatus, call)).toMatchObject({ state });
});

test('several jobs are all told, and an end without any is an end', async () => {
  const several = { status: 'Succeeded', properties: { jobIds: ['a', 'b', 7] } };
  expect(await protocolOver(several).look(byStatus, call)).toEqual({ state: 'done', result: { jobNames: ['a', 'b'] } });
  expect(await protocolOver({ status: 'Succeeded' }).look(byStatus, call)).toMatchObject({ result: { jobNames: [] } });
});

test('202 may move the place to look at', async () => {
  const response = new Response(null, {
    status: 202,
    headers: { location: 'https://management.azure.com/p', 'retry-after': '5' },
  });
  expect(await protocolOver(undefined, response).look({ by: 'result', link: 'x' }, call)).toEqual({
    state: 'running',
    waitSeconds: 5,
    tracking: { by: 'result', link: 'https://management.azure.com/p' },
  });
});

test('a refusal while polling is a failure to look, and never the end of the operation', async () => {
  const refused = new CrossvaultError({ code: 'permission-denied', message: 'No.' });
  const protocol = createTrackingProtocol({ follow: () => Promise.reject(refused) }, createTestClock());
  await expect(
    pollUntilDone(protocol, { tracking: byStatus, waitSeconds: null }, createTestClock(), call),
  ).rejects.toBe(refused);
});

test('an answer without either header was no acceptance', () => {
  expect(readTracking(new Response(), 0)).toBeNull();
});
