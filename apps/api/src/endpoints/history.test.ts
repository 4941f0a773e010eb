import { CrossvaultError, connectionSchema, jobPageSchema, summarySchema, syncAnswerSchema } from '@crossvault/core';
import { createFakeVendor, type FakeVendor, fakeConnections, jobsAt, makeJob, patientCall } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';
import { startHistoryFacade } from '../testing/history.ts';

async function synced(vendors: Record<string, FakeVendor>) {
  const facade = await startHistoryFacade(fakeConnections(vendors));
  for (const name of Object.keys(vendors)) await facade.synchronizer.syncNow(name, patientCall);
  return facade;
}
const noCache = { headers: { 'Cache-Control': 'no-cache', Prefer: 'wait=5' } };

describe('answers from the store', () => {
  test('ask no vendor, keep their tag while nothing changes, and have their age', async () => {
    const a = createFakeVendor({ jobs: jobsAt('a', [1, 2]) });
    const facade = await synced({ a });
    const asked = a.requests.length;
    const first = await facade.ask('/v1/jobs?include=tasks');
    expect(jobPageSchema.parse(first.body)).toMatchObject({
      complete: true,
      data: [
        { nativeId: 'a-1', tasks: [], links: { self: expect.stringContaining('/v1/jobs/') } },
        { nativeId: 'a-0' },
      ],
      sources: [{ asOf: '2026-01-15T12:00:00.000Z' }],
    });
    await facade.clock.move(60_000);
    const tag = first.headers.get('etag') ?? '';
    // Node's fetch makes a conditional request one with no-cache, unless something else is said.
    const headers = { 'If-None-Match': tag, 'Cache-Control': 'max-age=0' };
    expect((await facade.ask('/v1/jobs?include=tasks', { headers })).status).toBe(304);
    expect(a.requests.length).toBe(asked);
  });

  test('with no-cache, are synced first, and report the sync', async () => {
    const a = createFakeVendor({ jobs: jobsAt('a', [1]) });
    const facade = await synced({ a });
    a.jobs = jobsAt('a', [1, 2]);
    expect((await facade.readPage('/v1/jobs')).data).toHaveLength(1);
    const fresh = await facade.ask('/v1/jobs', noCache);
    expect(jobPageSchema.parse(fresh.body).data).toHaveLength(2);
    expect(fresh.headers.get('preference-applied')).toBe('wait=5');
  });

  test('with no-cache and a tag, are synced first, and answered with 304 when that changed nothing', async () => {
    const a = createFakeVendor({ jobs: jobsAt('a', [1]) });
    const facade = await synced({ a });
    const tag = (await facade.ask('/v1/jobs')).headers.get('etag') ?? '';
    const headers = { ...noCache.headers, 'If-None-Match': tag };
    const asked = a.requests.length;
    expect((await facade.ask('/v1/jobs', { headers })).status).toBe(304);
    expect(a.requests.length).toBeGreaterThan(asked);
    a.jobs = jobsAt('a', [1, 2]);
    expect((await facade.ask('/v1/jobs', { headers })).status).toBe(200);
  });

  test('have what is stored when the wait ends; concurrent callers share the sync', async () => {
    const a = createFakeVendor({ jobs: jobsAt('a', [1]) });
    const b = createFakeVendor({ jobs: jobsAt('b', [1]) });
    const facade = await synced({ a, b });
    a.hangs = true;
    const statuses: number[] = [];
    const ask = async (path: string) => statuses.push((await facade.ask(path, noCache)).status);
    const waiting = [ask('/v1/jobs'), ask('/v1/jobs?connection=a')];
    await expect
      .poll(async () => {
        await facade.clock.move(5_000);
        return statuses;
      })
      .toEqual([200, 200]);
    await Promise.all(waiting);
    expect(facade.synchronizer.turns.get('a')).toBe(2);
  });

  test('refuse a malformed wait', async () => {
    const facade = await synced({ a: createFakeVendor() });
    const problem = readProblem(
      await facade.ask('/v1/jobs', { headers: { 'Cache-Control': 'no-cache', Prefer: 'wait=soon' } }),
    );
    expect(problem).toMatchObject({ code: 'invalid-parameter', parameter: 'Prefer' });
  });
});

describe('POST /v1/connections/{name}/sync', () => {
  const post = (wait: string) => ({ method: 'POST', headers: { Prefer: wait } });

  test('with a wait, returns the result of the sync', async () => {
    const a = createFakeVendor({ jobs: jobsAt('a', [1]) });
    const facade = await startHistoryFacade(fakeConnections({ a }));
    const waiting = connectionSchema.parse((await facade.ask('/v1/connections/a')).body);
    expect(waiting.sync).toMatchObject({ state: 'waiting', lastAt: null });
    const reply = await facade.ask('/v1/connections/a/sync', post('wait=20'));
    expect([reply.status, reply.headers.get('preference-applied')]).toEqual([200, 'wait=20']);
    expect(syncAnswerSchema.parse(reply.body)).toMatchObject({
      connection: 'a',
      finished: true,
      sync: { state: 'current', progress: 1, lastAt: '2026-01-15T12:00:00.000Z', lagSeconds: 0 },
    });
    const after = connectionSchema.parse((await facade.ask('/v1/connections/a')).body);
    expect([after.health, after.checkedAt]).toEqual(['ok', '2026-01-15T12:00:00.000Z']);
  });

  test('answers 202 while the sync runs', async () => {
    const facade = await startHistoryFacade(fakeConnections({ a: createFakeVendor({ hangs: true }) }));
    const answer = facade.ask('/v1/connections/a/sync', post('wait=1'));
    await expect.poll(() => facade.synchronizer.turns.get('a')).toBe(1);
    await facade.clock.move(1_000);
    expect((await answer).status).toBe(202);
  });

  test('without a store, is refused as a fault of the configuration', async () => {
    const facade = await startFacade(fakeConnections({ a: createFakeVendor() }));
    for (const [path, init] of [
      ['/v1/connections/a/sync', { method: 'POST' }],
      ['/v1/summary', {}],
      ['/v1/changes', {}],
      ['/v1/changes', { headers: { Accept: 'text/event-stream' } }],
    ] as const) {
      expect(readProblem(await facade.ask(path, init))).toMatchObject({ code: 'store-missing', status: 409 });
    }
  });
});

describe('GET /v1/summary', () => {
  test('counts by status in the window, and knows the last successes whatever the window', async () => {
    const target = (name: string) => ({ type: 'vm', id: name, name }) as const;
    const facade = await synced({
      a: createFakeVendor({
        jobs: [
          makeJob('a', '1', {
            startedAt: '2026-01-15T10:00:00.000Z',
            endedAt: '2026-01-15T10:30:00.000Z',
            target: target('new'),
          }),
          makeJob('a', '2', {
            startedAt: '2026-01-01T10:00:00.000Z',
            endedAt: '2026-01-01T10:30:00.000Z',
            target: target('old'),
          }),
          makeJob('a', '3', { startedAt: '2026-01-15T11:00:00.000Z', status: 'failed', problem: true }),
        ],
      }),
      b: createFakeVendor(),
    });
    const { total, connections, window } = summarySchema.parse((await facade.ask('/v1/summary')).body);
    expect(window).toEqual({ since: '2026-01-14T12:00:00.000Z', startedBefore: null });
    expect(connections).toMatchObject([
      {
        connection: 'a',
        jobs: 2,
        counts: { succeeded: 1, failed: 1, warning: 0 },
        problems: 1,
        lastSuccessAt: '2026-01-15T10:30:00.000Z',
        oldestSuccess: { target: 'old', at: '2026-01-01T10:30:00.000Z' },
      },
      { connection: 'b', jobs: 0, lastSuccessAt: null, oldestSuccess: null },
    ]);
    expect(total).toMatchObject({ jobs: 2, problems: 1 });
  });
});

test('a source whose last sync went wrong is stale and says why', async () => {
  const a = createFakeVendor({ jobs: jobsAt('a', [1]) });
  const facade = await synced({ a });
  a.failure = new CrossvaultError({ code: 'source-throttled', message: 'Slow down.', retryAfterSeconds: 40 });
  await facade.ask('/v1/jobs', noCache);
  expect((await facade.readPage('/v1/jobs')).sources).toMatchObject([
    { status: 'stale', retryAfterSeconds: 40, problem: { code: 'source-throttled' } },
  ]);
});
