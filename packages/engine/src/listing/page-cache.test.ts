import { expect, test } from 'vitest';
import { type CachedPage, createPageCache } from './page-cache.ts';

const pageOf = (change: Partial<CachedPage> = {}): CachedPage => ({
  validator: 'v',
  since: null,
  sinceUntil: null,
  data: Buffer.from('{}'),
  counts: new Map(),
  next: null,
  ...change,
});

test('a page without since is found until it is dropped', () => {
  const cache = createPageCache(1_000_000);
  const page = pageOf();
  cache.keep('a', page);
  expect([cache.find('a', null), cache.find('b', null), cache.find('a', '2026-01-01')]).toEqual([page, null, null]);
});

test('a page since then is found until the first of its jobs leaves the window, and not for an earlier since', () => {
  const cache = createPageCache(1_000_000);
  const page = pageOf({ since: '2026-01-02', sinceUntil: '2026-01-04' });
  cache.keep('a', page);
  const found = ['2026-01-01', '2026-01-02', '2026-01-04', '2026-01-05', null].map((since) => cache.find('a', since));
  expect(found).toEqual([null, page, page, null, null]);
});

test('a page of open jobs alone stays, however far since moves', () => {
  const cache = createPageCache(1_000_000);
  const page = pageOf({ since: '2026-01-02' });
  cache.keep('a', page);
  expect(cache.find('a', '2027-01-01')).toBe(page);
});

test('the least recently used pages are dropped, and a very long one is not kept', () => {
  const cache = createPageCache(64 * 1024);
  const data = Buffer.alloc(6000);
  for (let key = 0; key < 12; key += 1) {
    cache.keep(`page ${key}`, pageOf({ data }));
    cache.find('page 0', null);
  }
  expect(['page 0', 'page 1', 'page 11'].map((key) => cache.find(key, null) !== null)).toEqual([true, false, true]);
  cache.keep('page 0', pageOf({ data: Buffer.alloc(12_000) }));
  expect(cache.find('page 0', null)).toBeNull();
});

test('without memory no page is kept', () => {
  const cache = createPageCache(0);
  cache.keep('a', pageOf());
  expect(cache.find('a', null)).toBeNull();
});
