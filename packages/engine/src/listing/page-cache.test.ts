import { expect, test } from 'vitest';
import { createPageCache, type PageCache, type PageJobs, type ReadPage } from './page-cache.ts';

const jobsOf = (data: string): PageJobs<string> => ({ data, counts: new Map(), next: null });

const pageOf = (change: Partial<ReadPage> = {}): ReadPage => ({
  validator: 'v',
  since: null,
  sinceUntil: null,
  jobs: jobsOf('{}'),
  ...change,
});

const dataOf = (cache: PageCache, key: string) => cache.find(key, null)?.jobs?.data ?? null;

test('a page without since is found until it is dropped', () => {
  const cache = createPageCache(1_000_000);
  const page = pageOf();
  cache.keep('a', page);
  const found = [cache.find('a', null), cache.find('b', null), cache.find('a', '2026-01-01')];
  expect(found).toEqual([{ ...page, jobs: null }, null, null]);
});

test('a page since then is found until the first of its jobs leaves the window, and not for an earlier since', () => {
  const cache = createPageCache(1_000_000);
  const page = pageOf({ since: '2026-01-02', sinceUntil: '2026-01-04' });
  cache.keep('a', page);
  const found = ['2026-01-01', '2026-01-02', '2026-01-04', '2026-01-05', null].map((since) => cache.find('a', since));
  const kept = { ...page, jobs: null };
  expect(found).toEqual([null, kept, kept, null, null]);
});

test('a page of open jobs alone stays, however far since moves', () => {
  const cache = createPageCache(1_000_000);
  cache.keep('a', pageOf({ since: '2026-01-02' }));
  expect(cache.find('a', '2027-01-01')?.validator).toBe('v');
});

test('the least recently used pages are dropped, and a very long one is not kept', () => {
  const cache = createPageCache(64 * 1024);
  const jobs = jobsOf('x'.repeat(6000));
  for (let key = 0; key < 12; key += 1) {
    cache.keep(`page ${key}`, pageOf({ jobs }));
    cache.keep(`page ${key}`, pageOf({ jobs }));
    cache.find('page 0', null);
  }
  expect(['page 0', 'page 1', 'page 11'].map((key) => cache.find(key, null) !== null)).toEqual([true, false, true]);
  cache.keep('page 0', pageOf({ jobs: jobsOf('x'.repeat(12_000)) }));
  expect(dataOf(cache, 'page 0')).toBeNull();
});

test('without memory no page is kept', () => {
  const cache = createPageCache(0);
  cache.keep('a', pageOf());
  expect(cache.find('a', null)).toBeNull();
});

test('the jobs of a page are kept as bytes once they were read for the second time', () => {
  const cache = createPageCache(1_000_000);
  const page = pageOf({ jobs: jobsOf('{"ä":1}') });
  cache.keep('a', page);
  expect(dataOf(cache, 'a')).toBeNull();
  cache.keep('a', page);
  expect(dataOf(cache, 'a')).toEqual(Buffer.from('{"ä":1}'));
});
