import { type Clock, CrossvaultError } from '@crossvault/core';
import {
  createFakeVendor,
  createManualClock,
  type FakeVendor,
  fakeConnections,
  firstPage,
  inAnswerOrder,
  jobsAt,
  nativeIdsOf,
  patientCall,
  readAllPages,
  silentLogger,
} from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { createEngine, type Engine } from '../index.ts';

const engineOver = (vendors: Record<string, FakeVendor>, clock: Clock = createManualClock()): Engine =>
  createEngine({ connections: fakeConnections(vendors), clock, logger: silentLogger });

describe('a source in trouble', () => {
  const broken = new CrossvaultError({ code: 'source-unreachable', message: 'Nothing listens there.' });

  test('never hides the others: the answer says what failed and is not complete', async () => {
    const engine = engineOver({
      good: createFakeVendor({ jobs: jobsAt('good', [1, 2]) }),
      bad: createFakeVendor({ failure: broken }),
    });
    const listing = await engine.listJobs({}, firstPage, patientCall);
    expect(nativeIdsOf([listing])).toEqual(['good-1', 'good-0']);
    expect(listing.complete).toBe(false);
    expect(listing.sources.map(({ connection, status }) => [connection, status])).toEqual([
      ['good', 'ok'],
      ['bad', 'failed'],
    ]);
    expect(listing.sources[1]?.problem).toMatchObject({ code: 'source-unreachable', source: 'bad' });
  });

  test('with strict, all or nothing', async () => {
    const engine = engineOver({
      good: createFakeVendor({ jobs: jobsAt('good', [1]) }),
      bad: createFakeVendor({ failure: broken }),
    });
    await expect(engine.listJobs({}, { ...firstPage, strict: true }, patientCall)).rejects.toMatchObject({
      code: 'sources-incomplete',
    });
  });

  test.each([
    ['authentication-failed', 'sources-not-set-up'],
    ['source-timeout', 'sources-timed-out'],
    ['source-unreachable', 'sources-failed'],
  ] as const)('when all fail with %s, the answer is %s', async (code, joint) => {
    const failure = new CrossvaultError({ code, message: 'No.' });
    const engine = engineOver({ a: createFakeVendor({ failure }), b: createFakeVendor({ failure }) });
    await expect(engine.listJobs({}, firstPage, patientCall)).rejects.toMatchObject({ code: joint });
  });

  test('that hangs costs its own deadline and nothing else', async () => {
    const clock = createManualClock();
    const engine = engineOver(
      { good: createFakeVendor({ jobs: jobsAt('good', [1]) }), slow: createFakeVendor({ hangs: true }) },
      clock,
    );
    const reading = engine.listJobs({}, firstPage, patientCall);
    await clock.move(0);
    await clock.move(30_000);
    const listing = await reading;
    expect(nativeIdsOf([listing])).toEqual(['good-0']);
    expect(listing.sources[1]).toMatchObject({ status: 'failed', problem: { code: 'source-timeout' } });
  });

  test('continues at its position once it is back, and reports that it caught up', async () => {
    const good = createFakeVendor({ jobs: jobsAt('good', [10, 20, 30, 40]) });
    const shaky = createFakeVendor({ jobs: jobsAt('shaky', [15, 25, 35, 45]) });
    const engine = engineOver({ good, shaky });
    const pages = await readAllPages(engine.listJobs, {}, 2, (count) => {
      shaky.failure = count === 1 ? broken : null;
    });
    expect(new Set(nativeIdsOf(pages))).toEqual(new Set(inAnswerOrder([...good.jobs, ...shaky.jobs])));
    expect(nativeIdsOf(pages)).toHaveLength(8);
    expect(pages[1]?.sources[1]).toMatchObject({ status: 'failed', caughtUp: false });
    expect(pages.some(({ sources }) => sources[1]?.caughtUp === true)).toBe(true);
    expect(pages.at(-1)?.next).toBeNull();
  });

  test('that never comes back leaves a cursor that does not move, so that a reader can tell', async () => {
    const engine = engineOver({
      good: createFakeVendor({ jobs: jobsAt('good', [1]) }),
      bad: createFakeVendor({ failure: broken }),
    });
    const first = await engine.listJobs({}, firstPage, patientCall);
    const second = await engine.listJobs({}, { ...firstPage, cursor: first.next }, patientCall);
    expect(second.records).toEqual([]);
    expect(second.next).toBe(first.next);
  });

  test('that fails in mid-list is partial, and what it listed stays listed', async () => {
    const vendor = createFakeVendor({ jobs: jobsAt('a', [1, 2, 3, 4, 5, 6]), pageSize: 2, failsFromRequest: 2 });
    const engine = engineOver({ a: vendor, good: createFakeVendor({ jobs: jobsAt('good', [7]) }) });
    const listing = await engine.listJobs({}, firstPage, patientCall);
    expect(listing.sources[0]).toMatchObject({ status: 'partial', problem: { code: 'source-error' } });
    vendor.failsFromRequest = null;
    const rest = await engine.listJobs({}, { ...firstPage, cursor: listing.next }, patientCall);
    expect(nativeIdsOf([listing, rest]).toSorted()).toEqual(['a-0', 'a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'good-0']);
    expect(rest.sources[0]).toMatchObject({ status: 'ok', caughtUp: true });
  });

  test('a caller who gives up is answered at once', async () => {
    const controller = new AbortController();
    const engine = engineOver({ slow: createFakeVendor({ hangs: true }) });
    const reading = engine.listJobs({}, firstPage, { signal: controller.signal });
    controller.abort(new CrossvaultError({ code: 'interrupted', message: 'enough' }));
    await expect(reading).rejects.toMatchObject({ code: 'interrupted' });
  });
});
