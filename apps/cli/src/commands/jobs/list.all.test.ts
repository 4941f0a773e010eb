import { createFakeVendor, jobsAt } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { openFakes } from '../../testing/fake-runtime.ts';
import { halfBroken, listJobs, nativeIdsIn, readPage, unreachable } from '../../testing/list-jobs.ts';
import { runCrossvault } from '../../testing/run-crossvault.ts';

const minutes = Array.from({ length: 23 }, (_each, index) => index);

test.each([['1'], ['7'], ['500']])('every job comes once, in order, with pages of %s', async (limit) => {
  const vendors = () => ({
    a: createFakeVendor({ jobs: jobsAt('a', minutes) }),
    b: createFakeVendor({ jobs: jobsAt('b', minutes), order: 'none', withoutRun: 2 }),
  });
  const lines = await listJobs(vendors(), '--all', '-o', 'ndjson', '--limit', limit);
  expect(lines).toMatchObject({ exitCode: 0, err: '' });
  expect(new Set(nativeIdsIn(lines.out)).size).toBe(46);
  const page = readPage((await listJobs(vendors(), '--all', '-o', 'json', '--limit', limit)).out);
  expect(page.data.map(({ nativeId }) => nativeId)).toEqual(nativeIdsIn(lines.out));
  expect(page).toMatchObject({ complete: true, page: { next: null } });
  expect(page.sources).toMatchObject([{ count: 23 }, { count: 23, withoutRun: 2 }]);
});

test('ndjson is written page by page, before the next page is requested', async () => {
  const vendor = createFakeVendor({ jobs: jobsAt('a', minutes) });
  const askedAt: number[] = [];
  await runCrossvault(['jobs', 'list', '--all', '-o', 'ndjson', '--limit', '10'], {
    openRuntime: openFakes({ a: vendor }),
    watch: () => askedAt.push(vendor.requests.length),
  });
  expect(askedAt).toHaveLength(3);
  expect(askedAt[0]).toBeLessThan(vendor.requests.length);
});

test('a source that never comes back ends the reading with what there is', async () => {
  const { exitCode, out, err } = await listJobs(halfBroken(...minutes), '--all', '-o', 'json', '--limit', '10');
  expect(exitCode).toBe(6);
  const page = readPage(out);
  expect(page.data).toHaveLength(23);
  expect(page).toMatchObject({ complete: false, sources: [{ status: 'ok', count: 23 }, { status: 'failed' }] });
  expect(page.page.next).not.toBeNull();
  expect(JSON.parse(err)).toMatchObject({ code: 'sources-incomplete' });
});

test('when in the middle no source answers any more, what was read stays read', async () => {
  const vendor = createFakeVendor({ jobs: jobsAt('a', minutes) });
  const { exitCode, out, err } = await runCrossvault(['jobs', 'list', '--all', '-o', 'ndjson', '--limit', '10'], {
    openRuntime: openFakes({ a: vendor }),
    watch: () => {
      vendor.failure = unreachable;
    },
  });
  expect(exitCode).toBe(6);
  expect(nativeIdsIn(out)).toHaveLength(10);
  expect(JSON.parse(err)).toMatchObject({ complete: false, sources: [{ status: 'partial', count: 10 }] });
});

test('a rejected record is counted once, however often its page is read', async () => {
  const rejected = [{ nativeId: null, reason: 'not-an-object', value: 7 } as const];
  const vendors = { a: createFakeVendor({ jobs: jobsAt('a', minutes), rejected, order: 'none' }) };
  const { exitCode, out } = await listJobs(vendors, '--all', '-o', 'json', '--limit', '5');
  expect(exitCode).toBe(6);
  expect(readPage(out).sources[0]).toMatchObject({
    status: 'partial',
    count: 23,
    rejected: { count: 1, items: [{ nativeId: null, reason: 'not-an-object' }] },
  });
});
