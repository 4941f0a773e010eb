import { CrossvaultError } from '@crossvault/core';
import { worldOf } from '@crossvault/harness';
import { startSimulators } from '@crossvault/simulators';
import { createTestClock } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { lookAt, readTracking, type Tracking } from './tracking.ts';

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
    const names = `iaasvmcontainerv2;rg-compute;${machine}`;
    const item = `${vault}/backupFabrics/Azure/protectionContainers/iaasvmcontainer;${names}/protectedItems/vm;${names}`;
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
    let { tracking, waitSeconds } = start;
    for (;;) {
      await clock.sleep((waitSeconds ?? 0) * 1000);
      const end = await lookAt(client, tracking, clock, call);
      if (end.state !== 'running')
        return { start, end, asked, jobs: simulators.truth().map(({ nativeId }) => nativeId) };
      ({ tracking, waitSeconds } = end);
    }
  } finally {
    await world.close();
    await simulators.close();
  }
}

test('an operation is followed by its status to the job that it made, no sooner than it asks', async () => {
  const { start, end, asked, jobs } = await follow('PUT', 'vm-app-03', 'both');
  expect(start).toMatchObject({ tracking: { by: 'status' }, waitSeconds: 60 });
  expect(end).toMatchObject({
    state: 'done',
    body: { status: 'Succeeded', properties: { jobId: expect.any(String) } },
  });
  expect(jobs).toContain((end.body as { properties: { jobId: string } }).properties.jobId);
  expect(asked).toEqual(['60 s', '120 s']);
});

test.each([
  ['PUT', { properties: { protectionState: 'ProtectionStopped' } }],
  ['DELETE', null],
] as const)('without a status %s is followed by its location to the end, which shows %j', async (method, body) => {
  const { start, end, asked } = await follow(method, 'vm-app-03', 'location');
  expect(start.tracking.by).toBe('result');
  expect(end.state).toBe('done');
  if (body === null) expect(end.body).toBeNull();
  else expect(end.body).toMatchObject(body);
  expect(asked).toEqual(['60 s', '120 s']);
});

test('an operation that fails says so in the words of Azure', async () => {
  const { end } = await follow('PUT', 'vm-locked', 'both');
  expect(end).toMatchObject({
    state: 'failed',
    body: { error: { code: 'UserErrorItemLocked', message: 'The item is locked by another operation.' } },
  });
});

const clientOver = (body: unknown, response = new Response()) => ({ follow: async () => ({ body, response }) });
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
  expect(await lookAt(clientOver(body), byStatus, createTestClock(), call)).toMatchObject({ state });
});

const pending = (seconds: string) =>
  new Response(null, { status: 202, headers: { location: 'https://management.azure.com/p', 'retry-after': seconds } });

test.each([
  ['5', 5],
  ['86400', 600],
])('202 may move the place to look at, and a wait of %s seconds is one of %i', async (reported, waitSeconds) => {
  const seen = await lookAt(clientOver(null, pending(reported)), { by: 'result', link: 'x' }, createTestClock(), call);
  expect(seen).toEqual({
    state: 'running',
    waitSeconds,
    tracking: { by: 'result', link: 'https://management.azure.com/p' },
    body: null,
  });
});

test('a refusal while polling is a failure to look, and never the end of the operation', async () => {
  const refused = new CrossvaultError({ code: 'permission-denied', message: 'No.' });
  const client = { follow: () => Promise.reject(refused) };
  await expect(lookAt(client, byStatus, createTestClock(), call)).rejects.toBe(refused);
});

test('an answer without either header was no acceptance', () => {
  expect(readTracking(new Response(), 0)).toBeNull();
});
