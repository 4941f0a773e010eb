import type { Clock } from '@crossvault/core';
import {
  createFakeVendor,
  createManualClock,
  type FakeVendor,
  fakeConnections,
  firstPage,
  inAnswerOrder,
  jobsAt,
  makeJob,
  minuteAt,
  nativeIdsOf,
  patientCall,
  readAllPages,
  silentLogger,
} from '@crossvault/testkit';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { createEngine, type Engine } from '../index.ts';

const engineOver = (vendors: Record<string, FakeVendor>, clock: Clock = createManualClock()): Engine =>
  createEngine({ connections: fakeConnections(vendors), clock, logger: silentLogger });

describe('a vendor that does not keep its word', () => {
  test('a list that is not in its promised order is read whole, sorted, and named', async () => {
    const vendor = createFakeVendor({ jobs: jobsAt('a', [1, 2, 3, 4, 5, 6, 7, 8]), pageSize: 3, sort: (jobs) => jobs });
    const pages = await readAllPages(engineOver({ a: vendor }).listJobs, {}, 3);
    expect(nativeIdsOf(pages)).toEqual(inAnswerOrder(vendor.jobs));
    expect(pages[0]?.sources[0]?.warnings).toContain('order-broken');
  });

  property.prop({ where: fc.integer({ min: 1, max: 29 }), limit: fc.integer({ min: 1, max: 9 }) })(
    'one job without a start deep in the list is listed once, late or early, and nothing is lost',
    async ({ where, limit }) => {
      const dated = jobsAt(
        'a',
        Array.from({ length: 30 }, (_, index) => 100 - index),
      );
      const stray = makeJob('a', 'stray', { startedAt: null });
      const vendor = createFakeVendor({
        jobs: [...dated.slice(0, where), stray, ...dated.slice(where)],
        pageSize: 4,
        nativeFilters: [],
        sort: (jobs) => jobs,
      });
      const ids = nativeIdsOf(await readAllPages(engineOver({ a: vendor }).listJobs, {}, limit));
      expect(ids.toSorted()).toEqual(vendor.jobs.map(({ nativeId }) => nativeId).toSorted());
    },
  );

  test('a filter that is ignored is noticed, and applied here', async () => {
    const jobs = [...jobsAt('a', [1, 2]), makeJob('a', 'failed', { startedAt: minuteAt(3), status: 'failed' })];
    const listing = await engineOver({ a: createFakeVendor({ jobs, ignoresFilters: true }) }).listJobs(
      { status: ['failed'] },
      firstPage,
      patientCall,
    );
    expect(nativeIdsOf([listing])).toEqual(['failed']);
    expect(listing.sources[0]?.warnings).toContain('filter-ignored');
    expect(listing.complete).toBe(true);
  });

  test.each(['newest-first', 'none'] as const)(
    'a list (%s) too long to be held is still listed whole, including a misplaced job',
    async (order) => {
      const jobs = jobsAt(
        'a',
        Array.from({ length: 20_100 }, (_, index) => 5000 - index / 10),
      );
      const stray = makeJob('a', 'stray', { startedAt: null });
      const vendor = createFakeVendor({
        jobs: [...jobs.slice(0, 20), stray, ...jobs.slice(20)],
        pageSize: order === 'none' ? 5000 : 15,
        order,
        nativeFilters: [],
        sort: (all) => all,
      });
      const list = engineOver({ a: vendor }).listJobs;
      const first = await list({}, { ...firstPage, limit: 10 }, patientCall);
      const second = await list({}, { ...firstPage, limit: 11, cursor: first.next }, patientCall);
      const newest = inAnswerOrder(jobs).slice(0, 20);
      expect(nativeIdsOf([first, second]).toSorted()).toEqual(['stray', ...newest].toSorted());
    },
  );

  test('a link that points elsewhere never ends a list: it is read on by its time bound, and named', async () => {
    const vendor = createFakeVendor({ jobs: jobsAt('a', [1, 2, 2, 3, 4, 5, 6, 7]), pageSize: 3, refusedLinkAfter: 1 });
    const [page, ...rest] = await readAllPages(engineOver({ a: vendor }).listJobs, {}, 50);
    expect(rest).toEqual([]);
    expect(nativeIdsOf(page === undefined ? [] : [page])).toEqual(inAnswerOrder(vendor.jobs));
    expect(page?.sources[0]).toMatchObject({ status: 'partial', warnings: ['link-refused'] });
  });

  test('without a time bound the jobs that arrived are listed, and the source reports that the rest is missing', async () => {
    const jobs = jobsAt('a', [1, 2, 3, 4, 5]);
    const vendor = createFakeVendor({ jobs, pageSize: 2, refusedLinkAfter: 2, nativeFilters: [] });
    const pages = await readAllPages(engineOver({ a: vendor }).listJobs, {}, 50);
    expect(nativeIdsOf(pages)).toEqual(['a-4', 'a-3', 'a-2', 'a-1']);
    expect(pages.at(-1)?.sources[0]).toMatchObject({ problem: { code: 'link-refused' } });
  });

  test('a record that cannot be listed is counted and named, and the rest arrives', async () => {
    const vendor = createFakeVendor({
      jobs: jobsAt('a', [1]),
      rejected: [{ nativeId: null, reason: 'no-readable-id', value: { secret: 1 } }],
    });
    const listing = await engineOver({ a: vendor }).listJobs({}, firstPage, patientCall);
    expect(nativeIdsOf([listing])).toEqual(['a-0']);
    expect(listing.sources[0]).toMatchObject({ status: 'partial', rejected: { count: 1 } });
  });
});

describe('windows', () => {
  const old = makeJob('a', 'old', { startedAt: '2025-01-01T00:00:00.000Z', endedAt: '2025-01-01T01:00:00.000Z' });

  test('a list without order is read for thirty days, and the answer says so', async () => {
    const engine = engineOver({ a: createFakeVendor({ jobs: [old, ...jobsAt('a', [1])], order: 'none' }) });
    const listing = await engine.listJobs({}, firstPage, patientCall);
    expect(nativeIdsOf([listing])).toEqual(['a-0']);
    expect(listing.window.startedAfter).toBe('2025-12-16T12:00:00.000Z');
  });

  test('startedAfter=all and a native id lift the window', async () => {
    const engine = engineOver({ a: createFakeVendor({ jobs: [old, ...jobsAt('a', [1])], order: 'none' }) });
    expect(nativeIdsOf([await engine.listJobs({ startedAfter: 'all' }, firstPage, patientCall)])).toEqual([
      'a-0',
      'old',
    ]);
    expect(nativeIdsOf([await engine.listJobs({ nativeId: ['old'] }, firstPage, patientCall)])).toEqual(['old']);
  });

  test('since shows what started, ended or is still open since then', async () => {
    const vendor = createFakeVendor({
      jobs: [
        makeJob('a', 'long', { startedAt: '2026-01-13T10:00:00.000Z', endedAt: '2026-01-15T01:00:00.000Z' }),
        makeJob('a', 'open', { startedAt: '2026-01-12T10:00:00.000Z', endedAt: null, status: 'running', ended: false }),
        makeJob('a', 'over', { startedAt: '2026-01-13T10:00:00.000Z', endedAt: '2026-01-13T11:00:00.000Z' }),
      ],
    });
    const listing = await engineOver({ a: vendor }).listJobs({ since: '24h' }, firstPage, patientCall);
    expect(nativeIdsOf([listing])).toEqual(['long', 'open']);
    expect(vendor.requests[0]?.query.startedAfter).toBe('2026-01-07T12:00:00.000Z');
  });
});

describe('questions that cannot be answered', () => {
  const engine = engineOver({ a: createFakeVendor({ jobs: jobsAt('a', [1, 2, 3]) }) });

  test('a cursor of other filters, a text that is no cursor, a bare date, a strange connection', async () => {
    const { next } = await engine.listJobs({}, { ...firstPage, limit: 1 }, patientCall);
    await expect(
      engine.listJobs({ status: ['failed'] }, { ...firstPage, cursor: next }, patientCall),
    ).rejects.toMatchObject({
      code: 'cursor-mismatch',
    });
    await expect(engine.listJobs({}, { ...firstPage, cursor: 'abc' }, patientCall)).rejects.toMatchObject({
      code: 'invalid-cursor',
    });
    await expect(engine.listJobs({ startedAfter: '2026-01-01' }, firstPage, patientCall)).rejects.toMatchObject({
      parameter: 'startedAfter',
    });
    await expect(engine.listJobs({ connection: ['b'] }, firstPage, patientCall)).rejects.toThrow(
      /no configured connection has "b".*Configured: a/,
    );
  });

  test('the order of values in a filter does not matter to a cursor', async () => {
    const { next } = await engine.listJobs(
      { status: ['failed', 'succeeded'] },
      { ...firstPage, limit: 1 },
      patientCall,
    );
    const listing = await engine.listJobs(
      { status: ['succeeded', 'failed'] },
      { ...firstPage, limit: 1, cursor: next },
      patientCall,
    );
    expect(nativeIdsOf([listing])).toEqual(['a-1']);
  });
});
