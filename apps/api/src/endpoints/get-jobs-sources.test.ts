import { CrossvaultError } from '@crossvault/core';
import { createFakeVendor, createManualClock, type FakeVendor, fakeConnections, jobsAt } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { type Facade, readProblem, startFacade } from '../testing/facade.ts';

const startOver = (vendors: Record<string, FakeVendor>): Promise<Facade> => startFacade(fakeConnections(vendors));

const broken = new CrossvaultError({
  code: 'source-unreachable',
  message: 'The source does not answer.',
  source: 'right',
});
const twoSources = () => ({
  left: createFakeVendor({ jobs: jobsAt('left', [1, 5, 9]) }),
  right: createFakeVendor({ jobs: jobsAt('right', [2, 6]) }),
});

describe('sources that fail', () => {
  test('a failing source does not hide the others', async () => {
    const vendors = twoSources();
    vendors.right.failure = broken;
    const page = await (await startOver(vendors)).readPage('/v1/jobs');
    expect(page.data.map(({ nativeId }) => nativeId)).toEqual(['left-2', 'left-1', 'left-0']);
    expect(page.complete).toBe(false);
    expect(page.sources[1]).toMatchObject({
      connection: 'right',
      status: 'failed',
      count: 0,
      asOf: null,
      problem: { code: 'source-unreachable', source: 'right', detail: 'The source does not answer.' },
    });
  });

  test('strict fails when a source is incomplete', async () => {
    const vendors = twoSources();
    vendors.right.failure = broken;
    const problem = readProblem(await (await startOver(vendors)).ask('/v1/jobs?strict=true'));
    expect(problem).toMatchObject({ status: 502, code: 'sources-incomplete' });
    expect(problem['sources']).toMatchObject([{ status: 'ok' }, { status: 'failed' }]);
    expect(problem).not.toHaveProperty('data');
  });

  test('strict succeeds when all sources are complete', async () => {
    const page = await (await startOver(twoSources())).readPage('/v1/jobs?strict=true');
    expect(page).toMatchObject({ complete: true });
  });

  test.each([
    [['authentication-failed', 'secret-missing'], 424, 'sources-not-set-up'],
    [['source-timeout', 'source-timeout'], 504, 'sources-timed-out'],
    [['source-unreachable', 'source-timeout'], 502, 'sources-failed'],
    [['authentication-failed', 'source-error'], 502, 'sources-failed'],
  ] as const)('all down with %j', async (codes, status, code) => {
    const [left, right] = codes.map((each) =>
      createFakeVendor({ failure: new CrossvaultError({ code: each, message: `It said ${each}.` }) }),
    );
    const facade = await startOver({ left: left ?? createFakeVendor(), right: right ?? createFakeVendor() });
    const problem = readProblem(await facade.ask('/v1/jobs'));
    expect(problem).toMatchObject({ status, code });
    expect(problem['sources']).toMatchObject([
      { connection: 'left', status: 'failed', problem: { code: codes[0] } },
      { connection: 'right', status: 'failed', problem: { code: codes[1] } },
    ]);
  });

  test('a connection that could not be set up is a failed source', async () => {
    const [connection] = fakeConnections({ left: createFakeVendor() });
    const fault = new CrossvaultError({ code: 'secret-missing', message: 'LEFT_KEY is not set.' });
    const facade = await startFacade(connection === undefined ? [] : [{ ...connection, connector: null, fault }]);
    const problem = readProblem(await facade.ask('/v1/jobs'));
    expect(problem).toMatchObject({ status: 424, code: 'sources-not-set-up' });
    expect(problem.detail).toContain('LEFT_KEY');
  });

  test('Retry-After is the longest wait of all sources', async () => {
    const throttled = (retryAfterSeconds: number) =>
      createFakeVendor({
        failure: new CrossvaultError({ code: 'source-throttled', message: 'Slowly.', retryAfterSeconds }),
      });
    const reply = await (await startOver({ left: throttled(3), right: throttled(7.2) })).ask('/v1/jobs');
    expect(readProblem(reply)).toMatchObject({ status: 502, retryAfterSeconds: 7.2 });
    expect(reply.headers.get('retry-after')).toBe('8');
  });

  test('a source that never answers fails at its deadline', async () => {
    const asked = Promise.withResolvers<void>();
    const connections = fakeConnections({ left: createFakeVendor() }).map((connection) => ({
      ...connection,
      connector: {
        ...connection.connector,
        listJobs() {
          asked.resolve();
          return new Promise<never>(() => undefined);
        },
      },
    }));
    const clock = createManualClock();
    const facade = await startFacade(connections, { clock });
    const reply = facade.ask('/v1/jobs');
    await asked.promise;
    await clock.move(30_000);
    expect(readProblem(await reply)).toMatchObject({ status: 504, code: 'sources-timed-out' });
  });
});
