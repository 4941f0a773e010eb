import { CrossvaultError } from '@crossvault/core';
import {
  createFakeVendor,
  createManualClock,
  fakeConnections,
  jobsAt,
  nativeIdsOf,
  silentLogger,
} from '@crossvault/testkit';
import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { createEngine, type Listing } from '../index.ts';

const broken = new CrossvaultError({ code: 'source-error', message: 'Broken for a while.' });
const minutes = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 25 });
/** For one vendor and one page: healthy, down (0), unable to name its lists (-1), or broken after so many requests. */
const fault = fc.oneof(fc.constant(null), fc.constant(0), fc.constant(-1), fc.integer({ min: 1, max: 3 }));

property.prop(
  {
    lists: fc.tuple(minutes, minutes, minutes),
    orders: fc.tuple(
      ...Array.from({ length: 3 }, () => fc.constantFrom<'newest-first' | 'none'>('newest-first', 'none')),
    ),
    bounded: fc.boolean(),
    limit: fc.integer({ min: 1, max: 12 }),
    pageSize: fc.integer({ min: 1, max: 8 }),
    schedule: fc.array(fc.tuple(fault, fault, fault), { maxLength: 8 }),
  },
  { numRuns: 300 },
)(
  'after any schedule of faults that ends every job is listed, each once',
  async ({ lists, orders, bounded, limit, pageSize, schedule }) => {
    const names = ['a', 'b', 'c'];
    const vendors = names.map((name, index) =>
      createFakeVendor({
        jobs: jobsAt(name, lists[index] ?? []),
        order: orders[index] ?? 'none',
        pageSize,
        nativeFilters: bounded ? ['startedAfter', 'startedBefore'] : [],
      }),
    );
    const apply = (page: number): void => {
      for (const [index, vendor] of vendors.entries()) {
        const now = schedule[page]?.[index] ?? null;
        vendor.failure = now === 0 ? broken : null;
        vendor.listsFailure = now === -1 ? broken : null;
        vendor.failsFromRequest = now === null || now <= 0 ? null : vendor.requests.length + now;
      }
    };
    const connections = fakeConnections(
      Object.fromEntries(names.map((name, index) => [name, vendors[index] ?? createFakeVendor()])),
    );
    const engine = createEngine({ connections, clock: createManualClock(), logger: silentLogger });
    apply(0);
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 200; page += 1) {
      const listing: Listing | null = await engine
        .listJobs(
          {},
          { sort: '-startedAt', limit, cursor, strict: false, fresh: true },
          { signal: new AbortController().signal },
        )
        .catch((error: unknown) => {
          // All sources down at once: the reader asks again with the same cursor.
          if (CrossvaultError.isInstance(error) && error.code === 'sources-failed') return null;
          throw error;
        });
      apply(page + 1);
      if (listing === null) continue;
      seen.push(...nativeIdsOf([listing]));
      expect(listing.records.length).toBeLessThanOrEqual(limit);
      if (listing.next === null) break;
      cursor = listing.next;
    }
    expect(seen.toSorted()).toEqual(vendors.flatMap(({ jobs }) => jobs.map(({ nativeId }) => nativeId)).toSorted());
  },
);
