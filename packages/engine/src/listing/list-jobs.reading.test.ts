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
import { createEngine, type Engine, type Listing } from '../index.ts';

const engineOver = (vendors: Record<string, FakeVendor>, clock: Clock = createManualClock()): Engine =>
  createEngine({ connections: fakeConnections(vendors), clock, logger: silentLogger });

describe('reading to the end', () => {
  property.prop({
    a: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }),
    b: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }),
    limit: fc.integer({ min: 1, max: 30 }),
    pageSize: fc.integer({ min: 1, max: 20 }),
    order: fc.constantFrom<'newest-first' | 'none'>('newest-first', 'none'),
    bounded: fc.boolean(),
  })(
    'gives each job of all lists exactly once and in order, whatever the page sizes',
    async ({ a, b, limit, pageSize, order, bounded }) => {
      const filters = bounded ? (['startedAfter', 'startedBefore'] as const) : [];
      const left = createFakeVendor({ jobs: jobsAt('left', a), pageSize, nativeFilters: filters });
      const right = createFakeVendor({
        jobs: jobsAt('right', b),
        pageSize,
        order,
        nativeFilters: filters,
        ...(order === 'none' ? { sort: (jobs) => jobs } : {}),
      });
      const pages = await readAllPages(engineOver({ left, right }).listJobs, {}, limit);
      expect(nativeIdsOf(pages)).toEqual(inAnswerOrder([...left.jobs, ...right.jobs]));
      expect(pages.every(({ complete }) => complete)).toBe(true);
      expect(pages.every(({ records }) => records.length <= limit)).toBe(true);
    },
  );

  property.prop({
    minutes: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 50 }),
    limit: fc.integer({ min: 1, max: 10 }),
  })(
    'skips and repeats nothing that was there throughout, while new jobs are added and the engine is restarted',
    async ({ minutes, limit }) => {
      const vendor = createFakeVendor({ jobs: jobsAt('a', minutes), pageSize: 7 });
      const before = inAnswerOrder(vendor.jobs);
      const seen: string[] = [];
      let cursor: string | null = null;
      for (let added = 0; ; added += 1) {
        const listing: Listing = await engineOver({ a: vendor }).listJobs(
          {},
          { ...firstPage, limit, cursor },
          patientCall,
        );
        seen.push(...listing.records.map(({ job }) => job.nativeId));
        cursor = listing.next;
        if (cursor === null) break;
        vendor.jobs.push(makeJob('a', `new-${added}`, { startedAt: minuteAt(100 + added) }));
      }
      expect(seen.filter((id) => !id.startsWith('new-'))).toEqual(before);
      expect(new Set(seen).size).toBe(seen.length);
    },
  );

  test('jobs without a start come first', async () => {
    const vendor = createFakeVendor({
      jobs: [...jobsAt('a', [1, 2]), makeJob('a', 'waiting', { startedAt: null, status: 'queued', ended: false })],
    });
    expect(nativeIdsOf(await readAllPages(engineOver({ a: vendor }).listJobs, {}, 2))).toEqual([
      'waiting',
      'a-1',
      'a-0',
    ]);
  });

  test('from the oldest on needs a lower bound, and then works', async () => {
    const engine = engineOver({ a: createFakeVendor({ jobs: jobsAt('a', [3, 1, 2]), pageSize: 2 }) });
    const oldestFirst = { ...firstPage, sort: 'startedAt' } as const;
    await expect(engine.listJobs({}, oldestFirst, patientCall)).rejects.toMatchObject({ code: 'sort-needs-window' });
    const listing = await engine.listJobs({ startedAfter: minuteAt(0) }, { ...oldestFirst, limit: 2 }, patientCall);
    expect(nativeIdsOf([listing])).toEqual(['a-1', 'a-2']);
    const rest = await engine.listJobs(
      { startedAfter: minuteAt(0) },
      { ...oldestFirst, limit: 2, cursor: listing.next },
      patientCall,
    );
    expect(nativeIdsOf([rest])).toEqual(['a-0']);
    expect(rest.next).toBeNull();
  });
});
