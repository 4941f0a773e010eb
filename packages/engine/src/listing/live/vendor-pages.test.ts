import type { ListPage, ListQuery, PageRequest } from '@crossvault/core';
import { positionOf } from '@crossvault/core/store';
import { makeJob } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { createOrderWatch, ignoresFilter, readPages } from './vendor-pages.ts';

const pageOf = (next: string | null): ListPage => ({ records: [], rejected: [], withoutRun: 0, next, warnings: [] });

/** The tokens that were asked for, and the pages that came. */
async function read(...nexts: readonly (string | null)[]) {
  const asked: PageRequest[] = [];
  const left = [...nexts];
  const ask = async (_: null, page: PageRequest) => {
    asked.push(page);
    return pageOf(left.shift() ?? null);
  };
  const pages: ListPage[] = [];
  for await (const page of readPages(ask, null, 50)) pages.push(page);
  return { tokens: asked.map(({ token }) => token), sizes: new Set(asked.map(({ size }) => size)), pages };
}

describe('pages of a vendor', () => {
  test('are asked for one after the other, each with the token of the one before', async () => {
    const { tokens, sizes, pages } = await read('a', 'b', null);
    expect(tokens).toEqual([null, 'a', 'b']);
    expect(sizes).toEqual(new Set([50]));
    expect(pages.map(({ warnings }) => warnings)).toEqual([[], [], []]);
  });

  test.each([
    ['a', 'a'],
    ['a', 'b', 'a'],
    ['a', 'b', 'b'],
  ])('end with a warning when a token comes again: %s', async (...nexts) => {
    const { tokens, pages } = await read(...nexts, 'never');
    expect(tokens).toHaveLength(nexts.length);
    expect(pages.at(-1)).toMatchObject({ next: null, warnings: ['list-ended-early'] });
  });

  test('end when the reader stops', async () => {
    let asked = 0;
    const ask = async () => {
      asked += 1;
      return pageOf(String(asked));
    };
    for await (const _ of readPages(ask, null, 50)) if (asked === 3) break;
    expect(asked).toBe(3);
  });
});

describe('a filter that was sent', () => {
  const query: ListQuery = {
    startedAfter: '2026-03-10T00:00:00.000Z',
    startedBefore: '2026-03-20T00:00:00.000Z',
    status: ['failed'],
  };
  const isIgnored = (fields: Parameters<typeof makeJob>[2], asked: ListQuery = query) => {
    const job = makeJob('c', '1', { status: 'failed', startedAt: '2026-03-15T00:00:00.000Z', ...fields });
    return ignoresFilter({ key: ['1'], job, raw: {}, context: { connection: 'c', list: 'l', observedAt: '' } }, asked);
  };

  test('is kept where what came is asked for, or was rounded by days', () => {
    expect(isIgnored({})).toBeNull();
    expect(isIgnored({ startedAt: '2026-03-08T01:00:00.000Z' })).toBeNull();
    expect(isIgnored({ startedAt: '2026-03-21T23:00:00.000Z' })).toBeNull();
    expect(isIgnored({ startedAt: null })).toBeNull();
  });

  test('is ignored where what came lies far outside, or has another status', () => {
    expect(isIgnored({ startedAt: '2026-03-07T00:00:00.000Z' })).toBe('filter-ignored');
    expect(isIgnored({ startedAt: '2026-03-23T00:00:00.000Z' })).toBe('filter-ignored');
    expect(isIgnored({ status: 'succeeded' })).toBe('filter-ignored');
  });

  test('is not held against a status that we worked out ourselves, nor where none was sent', () => {
    expect(isIgnored({ status: 'warning', provenance: { status: 'computed' } })).toBeNull();
    const nothing = { startedAfter: null, startedBefore: null, status: null };
    expect(isIgnored({ status: 'succeeded', startedAt: '2020-01-01T00:00:00.000Z' }, nothing)).toBeNull();
  });
});

describe('the order of a list', () => {
  const watch = (order: 'newest-first' | 'none', ...starts: readonly (number | null)[]) => {
    const isMisplaced = createOrderWatch({ list: { key: 'l', order, nativeFilters: [] } });
    return starts.map((day) => {
      const startedAt = day === null ? null : new Date(Date.UTC(2026, 2, day)).toISOString();
      const job = makeJob('c', String(day), { startedAt });
      return isMisplaced({
        key: [positionOf(job).id],
        job,
        raw: {},
        context: { connection: 'c', list: 'l', observedAt: '' },
      });
    });
  };

  test('is newest first, with jobs that have not started before all', () => {
    expect(watch('newest-first', null, null, 9, 9, 7)).toEqual([false, false, false, false, false]);
  });

  test('is broken by each job that is newer than one before it', () => {
    expect(watch('newest-first', 9, 7, 8, 6, 9)).toEqual([false, false, true, false, true]);
    expect(watch('newest-first', 9, null)).toEqual([false, true]);
  });

  test('is none where none is promised', () => {
    expect(watch('none', 1, 9, null, 3)).toEqual([false, false, false, false]);
  });
});
