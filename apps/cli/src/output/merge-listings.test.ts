import type { SourceReport } from '@crossvault/core';
import type { Listing } from '@crossvault/engine';
import { expect, test } from 'vitest';
import { createListingMerger } from './merge-listings.ts';

const window = { startedAfter: null, startedBefore: null };
const report = (overrides: Partial<SourceReport> = {}): SourceReport => ({
  connection: 'a',
  vendor: 'fake',
  status: 'ok',
  count: 2,
  asOf: '2026-01-01T00:00:01.000Z',
  window,
  rejected: { count: 0, items: [] },
  withoutRun: 0,
  warnings: [],
  problem: null,
  retryAfterSeconds: null,
  caughtUp: false,
  ...overrides,
});
const problem = {
  type: 'urn:crossvault:error:source-error',
  title: '',
  status: 502,
  detail: 'No.',
  code: 'source-error',
  retryable: true,
} as const;

function merge(...sources: readonly SourceReport[]) {
  const merger = createListingMerger();
  for (const source of sources) {
    const page: Listing = { records: [], next: null, window, complete: source.status === 'ok', sources: [source] };
    merger.add(page);
  }
  return merger.end();
}

test('one page stays what it is', () => {
  const only = report({ status: 'partial', problem, warnings: ['filter-ignored'], withoutRun: 3 });
  expect(merge(only)).toEqual({ next: null, window, complete: false, sources: [only] });
});

test('counts add up, the oldest look counts, warnings are reported once', () => {
  const { sources, complete } = merge(
    report({ warnings: ['order-broken'], withoutRun: 4 }),
    report({ warnings: ['order-broken'], withoutRun: 4, asOf: '2026-01-01T00:00:00.000Z', caughtUp: true }),
    report({ asOf: null }),
  );
  expect(complete).toBe(true);
  expect(sources[0]).toMatchObject({
    count: 6,
    withoutRun: 4,
    warnings: ['order-broken'],
    asOf: '2026-01-01T00:00:00.000Z',
    caughtUp: true,
  });
});

test('a source that failed in between and caught up is whole', () => {
  const { complete } = merge(report(), report({ status: 'failed', count: 0, problem }), report({ caughtUp: true }));
  expect(complete).toBe(true);
});

test('a source that failed at the end is partial when it returned jobs, else failed', () => {
  const failed = report({ status: 'failed', count: 0, problem });
  expect(merge(report(), failed)).toMatchObject({ complete: false, sources: [{ status: 'partial', problem }] });
  expect(merge(failed, failed)).toMatchObject({ complete: false, sources: [{ status: 'failed', count: 0 }] });
});

test('rejected records and lists that ended early make the whole incomplete, and are counted once', () => {
  const rejected = { count: 1, items: [{ nativeId: 'x', reason: 'no-readable-id' as const }] };
  const odd = report({ status: 'partial', rejected });
  expect(merge(odd, report(), odd)).toMatchObject({ complete: false, sources: [{ status: 'partial', rejected }] });
  const short = report({ status: 'partial', warnings: ['list-ended-early'] });
  expect(merge(short, report())).toMatchObject({ complete: false, sources: [{ status: 'partial' }] });
});
