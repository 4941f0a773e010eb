import { expect, test } from 'vitest';
import type { Job } from '../model/job.ts';
import { makeJob } from '../testing/make-job.ts';
import type { Connector, JobList, ListQuery } from './connector.ts';
import { readJobs } from './read-jobs.ts';

const nowMs = Date.parse('2026-03-10T00:00:00.000Z');
const clock = { now: () => nowMs };
const jobAt = (nativeId: string, startedAt: string | null, more: Partial<Job> = {}): Job =>
  makeJob({ id: `id-${nativeId}`, nativeId, startedAt, endedAt: startedAt, ...more });

interface Requested {
  readonly list: string;
  readonly token: string | null;
  readonly query: ListQuery;
}

/** A vendor with these lists, each in pages of jobs. It applies no filter. */
function createLister(lists: readonly (Partial<JobList> & { readonly pages: readonly (readonly Job[])[] })[]) {
  const requested: Requested[] = [];
  const connector: Pick<Connector, 'jobLists' | 'listJobs'> = {
    jobLists: async () =>
      lists.map(({ pages: _pages, ...list }, index) => ({
        key: String(index),
        order: 'newest-first',
        nativeFilters: ['startedAfter', 'startedBefore', 'status'],
        ...list,
      })),
    async listJobs(list, query, page) {
      requested.push({ list: list.key, token: page.token, query });
      const pages = lists[Number(list.key)]?.pages ?? [];
      const index = Number(page.token ?? 0);
      const records = (pages[index] ?? []).map((job) => ({
        key: [job.nativeId],
        job,
        raw: {},
        context: { connection: 'here', list: list.key, observedAt: job.observedAt },
      }));
      const rejection = { nativeId: null, reason: 'not-an-object', value: 7 } as const;
      return {
        records,
        rejected: index === 0 ? [rejection] : [],
        withoutRun: 0,
        next: index + 1 < pages.length ? String(index + 1) : null,
        warnings: [],
      };
    },
  };
  return { connector, requested };
}

async function idsOf(jobs: AsyncIterable<Job>): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { nativeId } of jobs) ids.push(nativeId);
  return ids;
}

test('all jobs of all lists are read, page after page', async () => {
  const { connector } = createLister([
    { pages: [[jobAt('b', '2026-03-02T00:00:00.000Z')], [jobAt('a', '2026-03-01T00:00:00.000Z')]] },
    { pages: [[jobAt('c', '2026-03-05T00:00:00.000Z')]] },
  ]);
  expect(await idsOf(readJobs(connector))).toEqual(['b', 'a', 'c']);
});

test('a page is requested only when the caller iterates to it', async () => {
  const { connector, requested } = createLister([{ pages: [[jobAt('b', null)], [jobAt('a', null)]] }]);
  for await (const job of readJobs(connector)) {
    expect(job.nativeId).toBe('b');
    break;
  }
  expect(requested.map(({ token }) => token)).toEqual([null]);
});

test('a list without an order is sorted, newest start first and jobs without a start before them', async () => {
  const pages = [
    [jobAt('old', '2026-03-01T00:00:00.000Z')],
    [jobAt('new', '2026-03-03T00:00:00.000Z'), jobAt('queued', null)],
  ];
  const { connector } = createLister([{ order: 'none', pages }]);
  expect(await idsOf(readJobs(connector))).toEqual(['queued', 'new', 'old']);
});

test('a job that two pages report is returned once', async () => {
  const twice = jobAt('twice', '2026-03-03T00:00:00.000Z');
  const { connector } = createLister([{ pages: [[twice], [twice, jobAt('last', null)]] }]);
  expect(await idsOf(readJobs(connector))).toEqual(['twice', 'last']);
});

test('status selects jobs, also where the vendor applies no filter, and is sent only to a list that applies it', async () => {
  const pages = [[jobAt('good', null), jobAt('bad', null, { status: 'failed' })]];
  const { connector, requested } = createLister([{ pages }, { nativeFilters: [], pages: [] }]);
  expect(await idsOf(readJobs(connector, { status: ['failed'], since: '1d', clock }))).toEqual(['bad']);
  expect(requested.map(({ query }) => query)).toEqual([
    { startedAfter: '2026-03-02T00:00:00.000Z', startedBefore: null, status: ['failed'] },
    { startedAfter: null, startedBefore: null, status: null },
  ]);
});

test('since keeps jobs that started, ended or were open since then', async () => {
  const before = '2026-03-08T00:00:00.000Z';
  const pages = [
    [
      jobAt('started', '2026-03-09T12:00:00.000Z'),
      jobAt('ended', before, { endedAt: '2026-03-09T12:00:00.000Z' }),
      jobAt('open', before, { ended: false, endedAt: null }),
      jobAt('over', before),
    ],
  ];
  const { connector } = createLister([{ pages }]);
  expect(await idsOf(readJobs(connector, { since: '24h', clock }))).toEqual(['started', 'ended', 'open']);
  expect(await idsOf(readJobs(connector, { since: '2026-03-09T00:00:00Z' }))).toEqual(['started', 'ended', 'open']);
});

test('an ordered list ends where all jobs of a page started long before since; one without an order does not', async () => {
  const pages = [[jobAt('new', '2026-03-09T12:00:00.000Z')], [jobAt('old', '2026-02-01T00:00:00.000Z')], []];
  const ordered = createLister([{ nativeFilters: [], pages }]);
  await idsOf(readJobs(ordered.connector, { since: '24h', clock }));
  expect(ordered.requested).toHaveLength(2);
  const unordered = createLister([{ order: 'none', nativeFilters: [], pages }]);
  await idsOf(readJobs(unordered.connector, { since: '24h', clock }));
  expect(unordered.requested).toHaveLength(3);
});

test('rejected records are reported with their page and their list', async () => {
  const { connector } = createLister([{ pages: [[jobAt('a', null)]] }]);
  const reported: unknown[] = [];
  await idsOf(readJobs(connector, { onPage: (page, list) => reported.push([list.key, page.rejected.length]) }));
  expect(reported).toEqual([['0', 1]]);
});

test('an aborted signal ends the reading before the next page', async () => {
  const { connector, requested } = createLister([{ pages: [[jobAt('a', null)], [jobAt('b', null)]] }]);
  const controller = new AbortController();
  const reading = (async () => {
    for await (const _job of readJobs(connector, { signal: controller.signal })) controller.abort(new Error('enough'));
  })();
  await expect(reading).rejects.toThrow('enough');
  expect(requested).toHaveLength(1);
});

test('a since that is neither a span nor an instant is refused', async () => {
  const { connector } = createLister([]);
  await expect(idsOf(readJobs(connector, { since: 'yesterday' }))).rejects.toMatchObject({
    code: 'invalid-parameter',
    parameter: 'since',
  });
});
