import { CrossvaultError, type Job, jobPageSchema } from '@crossvault/core';
import {
  createFakeVendor,
  type FakeVendor,
  fakeConnections,
  inAnswerOrder,
  jobsAt,
  makeJob,
} from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { type Facade, startFacade } from '../testing/facade.ts';

const startOver = (vendors: Record<string, FakeVendor>): Promise<Facade> => startFacade(fakeConnections(vendors));
const idsOf = (jobs: readonly { readonly nativeId: string }[]): string[] => jobs.map(({ nativeId }) => nativeId);

const broken = new CrossvaultError({
  code: 'source-unreachable',
  message: 'The source does not answer.',
  source: 'right',
});
const twoSources = () => ({
  left: createFakeVendor({ jobs: jobsAt('left', [1, 5, 9]) }),
  right: createFakeVendor({ jobs: jobsAt('right', [2, 6]) }),
});

describe('one page', () => {
  test('merges all connections, newest first, and says what each contributed', async () => {
    const facade = await startOver(twoSources());
    const page = await facade.readPage('/v1/jobs');
    expect(idsOf(page.data)).toEqual(['left-2', 'right-1', 'left-1', 'right-0', 'left-0']);
    expect(page).toMatchObject({ page: { next: null }, complete: true });
    expect(page.sources).toMatchObject([
      { connection: 'left', vendor: 'fake', status: 'ok', count: 3, problem: null },
      { connection: 'right', vendor: 'fake', status: 'ok', count: 2, problem: null },
    ]);
    expect(page.data[0]?.links.self).toBe(`/v1/jobs/${page.data[0]?.id}`);
  });

  test('without any connection is empty and complete', async () => {
    const facade = await startFacade([]);
    expect(await facade.readPage('/v1/jobs')).toMatchObject({ data: [], complete: true, sources: [] });
  });

  test('has neither raw answers nor tasks unless they are asked for', async () => {
    const facade = await startOver(twoSources());
    const [plain] = (await facade.readPage('/v1/jobs')).data;
    expect(plain).not.toHaveProperty('raw');
    expect(plain).not.toHaveProperty('tasks');
    const [full] = (await facade.readPage('/v1/jobs?include=raw,tasks')).data;
    expect(full).toMatchObject({ raw: { list: { id: 'left-2' } }, tasks: [] });
    const [repeated] = (await facade.readPage('/v1/jobs?include=tasks&include=raw')).data;
    expect(repeated).toEqual(full);
  });

  test('shows what a rejected record was only where raw values are asked for', async () => {
    const rejected = [{ nativeId: null, reason: 'no-readable-id' as const, value: { no: 'id' } }];
    const facade = await startOver({ left: createFakeVendor({ jobs: jobsAt('left', [1]), rejected }) });
    const page = await facade.readPage('/v1/jobs');
    expect(page).toMatchObject({ complete: false, data: [{ nativeId: 'left-0' }] });
    expect(page.sources[0]).toMatchObject({ status: 'partial', rejected: { count: 1 } });
    expect(page.sources[0]?.rejected.items).toEqual([{ nativeId: null, reason: 'no-readable-id' }]);
    const raw = await facade.readPage('/v1/jobs?include=raw');
    expect(raw.sources[0]?.rejected.items).toEqual(rejected);
  });
});

describe('filters', () => {
  const failed = { status: 'failed', problem: true, nativeStatus: 'Error' } as const;
  const jobs: readonly Job[] = [
    makeJob('left', 'a', {
      startedAt: '2026-01-10T08:00:00.000Z',
      target: { type: 'vm', id: null, name: 'Web 1, old' },
    }),
    makeJob('left', 'b', { startedAt: '2026-01-10T07:00:00.000Z', ...failed, kind: 'restore', trigger: 'manual' }),
    makeJob('left', 'c', {
      startedAt: '2026-01-10T06:00:00.000Z',
      endedAt: '2026-01-15T11:00:00.000Z',
      status: 'warning',
      problem: true,
      plan: { id: 'p1', name: 'Nightly', nextRunAt: null },
    }),
    makeJob('left', 'd', { startedAt: '2026-01-10T05:00:00.000Z', kind: 'copy', nativeKind: 'Tape copy' }),
  ];

  test.each([
    ['status=failed', ['b']],
    ['status=failed,warning', ['b', 'c']],
    ['status=failed&status=warning', ['b', 'c']],
    ['status=failed%2C%20warning', ['b', 'c']],
    ['kind=copy,restore', ['b', 'd']],
    ['trigger=manual', ['b']],
    ['problem=true', ['b', 'c']],
    ['problem=false', ['a', 'd']],
    ['target=web%201%5C,%20old', ['a']],
    ['plan=nightly', ['c']],
    ['plan=p1', ['c']],
    ['nativeId=d,a', ['a', 'd']],
    ['since=24h', ['c']],
    ['since=2026-01-15T00:00:00Z', ['c']],
    ['startedAfter=2026-01-10T07:00:00Z', ['a', 'b']],
    ['startedAfter=2026-01-10T08:00:00%2B01:00', ['a', 'b']],
    ['startedAfter=all', ['a', 'b', 'c', 'd']],
    ['startedBefore=2026-01-10T06:00:00Z', ['d']],
    ['q=tape', ['d']],
    ['q=tap+cop', ['d']],
    ['connection=left&vendor=fake', ['a', 'b', 'c', 'd']],
    ['sort=startedAt&startedAfter=2026-01-01T00:00:00Z', ['d', 'c', 'b', 'a']],
    ['status=failed&problem=false', []],
    ['&&status=failed&', ['b']],
  ])('%s', async (query, expected) => {
    const facade = await startOver({ left: createFakeVendor({ jobs: [...jobs] }) });
    const page = await facade.readPage(`/v1/jobs?${query}`);
    expect(idsOf(page.data)).toEqual(expected);
  });
});

describe('reading to the end', () => {
  test.each([1, 2, 7])('with limit %i gives every job exactly once and in order', async (limit) => {
    const left = createFakeVendor({ jobs: jobsAt('left', [3, 1, 4, 1, 5, 9, 2, 6]), pageSize: 3 });
    const right = createFakeVendor({ jobs: jobsAt('right', [2, 7, 1, 8]), order: 'none' });
    const facade = await startOver({ left, right });
    const seen: string[] = [];
    let path: string | null = `/v1/jobs?limit=${limit}`;
    while (path !== null) {
      const { data, page }: { data: readonly { nativeId: string }[]; page: { next: string | null } } =
        await facade.readPage(path);
      seen.push(...idsOf(data));
      path = page.next === null ? null : `/v1/jobs?limit=${limit}&cursor=${page.next}`;
    }
    expect(seen).toEqual(inAnswerOrder([...left.jobs, ...right.jobs]));
  });

  test('a source that failed and recovered continues from its position, and reports that it caught up', async () => {
    const vendors = twoSources();
    const facade = await startOver(vendors);
    vendors.right.failure = broken;
    const first = await facade.readPage('/v1/jobs?limit=2');
    expect(first).toMatchObject({ complete: false, sources: [{ status: 'ok' }, { status: 'failed' }] });
    vendors.right.failure = null;
    const second = await facade.readPage(`/v1/jobs?limit=10&cursor=${first.page.next}`);
    expect([...idsOf(first.data), ...idsOf(second.data)].toSorted()).toEqual([
      ...['left-0', 'left-1', 'left-2', 'right-0', 'right-1'],
    ]);
    expect(second).toMatchObject({ complete: true, sources: [{ caughtUp: false }, { caughtUp: true }] });
  });
});

describe('an answer that is known already', () => {
  test('is not sent again while nothing but the time of looking has changed', async () => {
    const vendors = twoSources();
    const facade = await startOver(vendors);
    const first = await facade.ask('/v1/jobs?limit=2');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[\w-]+"$/);
    vendors.left.jobs = vendors.left.jobs.map((job) => ({ ...job, observedAt: '2026-01-15T13:00:00.000Z' }));
    await facade.clock.move(3_600_000);
    const second = await facade.ask('/v1/jobs?limit=2', { headers: { 'If-None-Match': `"other", ${tag}` } });
    expect(second).toMatchObject({ status: 304, text: '' });
    expect(second.headers.get('etag')).toBe(tag);
    expect(second.headers.get('x-request-id')).toMatch(/\w/);
  });

  test.each<[string, (vendors: ReturnType<typeof twoSources>) => void]>([
    ['a job', ({ left }) => left.jobs.splice(0, 1, makeJob('left', 'left-0', { status: 'failed' }))],
    ['the state of a source', ({ right }) => Object.assign(right, { failsFromRequest: 2 })],
    [
      'whether there is more',
      ({ left }) => left.jobs.push(makeJob('left', 'old', { startedAt: '2026-01-09T00:00:00.000Z' })),
    ],
  ])('is sent again when %s has changed', async (_what, change) => {
    const vendors = twoSources();
    const facade = await startOver(vendors);
    const first = await facade.ask('/v1/jobs?limit=5');
    change(vendors);
    const second = await facade.ask('/v1/jobs?limit=5', {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    });
    expect(second.status).toBe(200);
    expect(second.headers.get('etag')).not.toBe(first.headers.get('etag'));
  });
});

describe('a list that is held between pages', () => {
  const unordered = () => createFakeVendor({ jobs: jobsAt('left', [1, 2, 3, 4]), order: 'none' });

  test('is not asked for again', async () => {
    const left = unordered();
    const facade = await startOver({ left });
    const { next } = (await facade.readPage('/v1/jobs?limit=2')).page;
    const asked = left.requests.length;
    await facade.readPage(`/v1/jobs?limit=2&cursor=${next}`);
    expect(left.requests.length).toBe(asked);
  });

  test.each(['no-cache', 'max-age=0, No-Cache'])('is asked for again with Cache-Control: %s', async (control) => {
    const left = unordered();
    const facade = await startOver({ left });
    const { next } = (await facade.readPage('/v1/jobs?limit=2')).page;
    const asked = left.requests.length;
    const reply = await facade.ask(`/v1/jobs?limit=2&cursor=${next}`, { headers: { 'Cache-Control': control } });
    expect(idsOf(jobPageSchema.parse(reply.body).data)).toEqual(['left-1', 'left-0']);
    expect(left.requests.length).toBeGreaterThan(asked);
  });
});
