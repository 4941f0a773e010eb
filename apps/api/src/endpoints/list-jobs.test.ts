import { CrossvaultError, type Job, jobPageSchema } from '@crossvault/contract';
import {
  createFakeVendor,
  createManualClock,
  type FakeVendor,
  fakeConnections,
  inAnswerOrder,
  jobsAt,
  makeJob,
} from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { type Facade, readProblem, startFacade } from '../testing/facade.ts';

const startOver = (vendors: Record<string, FakeVendor>): Promise<Facade> => startFacade(fakeConnections(vendors));
const idsOf = (jobs: readonly { readonly nativeId: string }[]): string[] => jobs.map(({ nativeId }) => nativeId);

const broken = new CrossvaultError({ code: 'source-unreachable', message: 'Nobody is at home.', source: 'right' });
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

describe('bad parameters are refused with what is allowed', () => {
  test.each([
    ['statu=failed', 'unknown-parameter', 'statu', 'Allowed are: connection, vendor, status, kind, target, plan'],
    ['Status=failed', 'unknown-parameter', 'Status', 'Allowed are: '],
    ['__proto__=1', 'unknown-parameter', '__proto__', 'Allowed are: '],
    ['constructor=1', 'unknown-parameter', 'constructor', 'Allowed are: '],
    ['=1', 'unknown-parameter', '', 'Allowed are: '],
    [
      'status=faild',
      'invalid-parameter',
      'status',
      'status: "faild" is not allowed; allowed is one of queued, running,',
    ],
    ['status=failed,Warning', 'invalid-parameter', 'status', '"Warning" is not allowed'],
    ['status=failed,', 'invalid-parameter', 'status', 'an empty value is not allowed; allowed is one of queued'],
    ['status=', 'invalid-parameter', 'status', 'an empty value'],
    ['status', 'invalid-parameter', 'status', 'an empty value'],
    ['connection=', 'invalid-parameter', 'connection', 'an empty value'],
    ['q=+', 'invalid-parameter', 'q', 'an empty value'],
    ['cursor=', 'invalid-parameter', 'cursor', 'an empty value'],
    ['kind=backups', 'invalid-parameter', 'kind', 'one of backup, snapshot'],
    ['trigger=cron', 'invalid-parameter', 'trigger', 'one of scheduled, manual, unknown'],
    ['problem=yes', 'invalid-parameter', 'problem', 'allowed is true or false'],
    ['problem=true,false', 'invalid-parameter', 'problem', 'allowed is true or false'],
    ['strict=1', 'invalid-parameter', 'strict', 'allowed is true or false'],
    ['sort=endedAt', 'invalid-parameter', 'sort', 'one of -startedAt, startedAt'],
    ['limit=0', 'invalid-parameter', 'limit', 'a whole number from 1 to 500'],
    ['limit=501', 'invalid-parameter', 'limit', 'a whole number from 1 to 500'],
    ['limit=-1', 'invalid-parameter', 'limit', 'a whole number from 1 to 500'],
    ['limit=1.5', 'invalid-parameter', 'limit', 'a whole number from 1 to 500'],
    ['limit=1e2', 'invalid-parameter', 'limit', 'a whole number from 1 to 500'],
    ['limit=0x10', 'invalid-parameter', 'limit', 'a whole number from 1 to 500'],
    ['limit=ten', 'invalid-parameter', 'limit', '"ten" is not allowed'],
    ['limit=5&limit=6', 'invalid-parameter', 'limit', 'given 2 times; allowed is once, a whole number from 1 to 500'],
    ['sort=startedAt&sort=startedAt', 'invalid-parameter', 'sort', 'given 2 times'],
    ['q=a&q=b', 'invalid-parameter', 'q', 'given 2 times'],
    ['include=raw,log', 'invalid-parameter', 'include', '"log" is not allowed; allowed is one of raw, tasks'],
    ['since=yesterday', 'invalid-parameter', 'since', 'Use 90m, 24h, 7d or 2w'],
    ['since=2026-01-10', 'invalid-parameter', 'since', 'RFC 3339 with a zone'],
    ['since=0h', 'invalid-parameter', 'since', 'Use 90m, 24h, 7d or 2w'],
    ['since=999999d', 'invalid-parameter', 'since', 'Use 90m, 24h, 7d or 2w'],
    ['startedAfter=2026-01-10', 'invalid-parameter', 'startedAfter', 'RFC 3339 with a zone'],
    ['startedAfter=2026-01-10T00:00:00', 'invalid-parameter', 'startedAfter', 'RFC 3339 with a zone'],
    ['startedAfter=2026-01-10T00:00:00+01:00', 'invalid-parameter', 'startedAfter', 'A plus sign is written %2B'],
    ['startedBefore=all', 'invalid-parameter', 'startedBefore', 'RFC 3339 with a zone'],
    ['startedBefore=2026-02-30T00:00:00Z', 'invalid-parameter', 'startedBefore', 'is no instant'],
    ['connection=middle', 'invalid-parameter', 'connection', 'Configured: left'],
    ['vendor=acme', 'invalid-parameter', 'vendor', 'Configured: fake'],
    ['cursor=abc', 'invalid-cursor', 'cursor', 'page.next of the page before'],
    ['sort=startedAt', 'sort-needs-window', 'sort', 'startedAfter'],
    ['q=%zz', 'invalid-parameter', 'q', 'is not percent-encoded UTF-8'],
    ['q=%ff', 'invalid-parameter', 'q', 'is not percent-encoded UTF-8'],
    [`nativeId=${Array.from({ length: 101 }, (_, id) => id).join()}`, 'invalid-parameter', 'nativeId', 'at most 100'],
  ])('%s', async (query, code, parameter, detail) => {
    const facade = await startOver({ left: createFakeVendor() });
    const reply = await facade.ask(`/v1/jobs?${query}`);
    const problem = readProblem(reply);
    expect(problem).toMatchObject({ status: 400, code, parameter, retryable: false });
    expect(problem.detail).toContain(detail);
  });

  test('all problems of a request are named, and the first is the one to decide by', async () => {
    const facade = await startOver({ left: createFakeVendor() });
    const problem = readProblem(await facade.ask('/v1/jobs?limit=0&colour=red&since=soon&status=failed'));
    expect(problem).toMatchObject({ code: 'invalid-parameter', parameter: 'limit' });
    for (const named of ['limit: "0"', 'Unknown parameter "colour"', 'since: "soon"']) {
      expect(problem.detail).toContain(named);
    }
    expect(problem.detail).not.toContain('status:');
  });

  test('a long value is not repeated whole', async () => {
    const facade = await startOver({ left: createFakeVendor() });
    const problem = readProblem(await facade.ask(`/v1/jobs?status=${'x'.repeat(5000)}`));
    expect(problem.detail.length).toBeLessThan(400);
  });

  test('a cursor of other filters is refused', async () => {
    const facade = await startOver(twoSources());
    const { next } = (await facade.readPage('/v1/jobs?limit=2')).page;
    const problem = readProblem(await facade.ask(`/v1/jobs?limit=2&status=failed&cursor=${next}`));
    expect(problem).toMatchObject({ status: 400, code: 'cursor-mismatch', parameter: 'cursor' });
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

  test('a source that failed and came back goes on from where it stood, and says that it caught up', async () => {
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

describe('sources that fail', () => {
  test('one broken source hides nothing of the others', async () => {
    const vendors = twoSources();
    vendors.right.failure = broken;
    const page = await (await startOver(vendors)).readPage('/v1/jobs');
    expect(idsOf(page.data)).toEqual(['left-2', 'left-1', 'left-0']);
    expect(page.complete).toBe(false);
    expect(page.sources[1]).toMatchObject({
      connection: 'right',
      status: 'failed',
      count: 0,
      asOf: null,
      problem: { code: 'source-unreachable', source: 'right', detail: 'Nobody is at home.' },
    });
  });

  test('strict asks for all or nothing', async () => {
    const vendors = twoSources();
    vendors.right.failure = broken;
    const problem = readProblem(await (await startOver(vendors)).ask('/v1/jobs?strict=true'));
    expect(problem).toMatchObject({ status: 502, code: 'sources-incomplete' });
    expect(problem['sources']).toMatchObject([{ status: 'ok' }, { status: 'failed' }]);
    expect(problem).not.toHaveProperty('data');
  });

  test('strict is content when all are whole', async () => {
    const page = await (await startOver(twoSources())).readPage('/v1/jobs?strict=true');
    expect(page).toMatchObject({ complete: true });
  });

  test.each([
    [['authentication-failed', 'secret-missing'], 424, 'sources-not-set-up'],
    [['source-timeout', 'source-timeout'], 504, 'sources-timed-out'],
    [['source-unreachable', 'source-timeout'], 502, 'sources-failed'],
    [['authentication-failed', 'source-error'], 502, 'sources-failed'],
  ] as const)('all down with %j', async (codes, status, code) => {
    const [left, right] = codes.map((each) =>
      createFakeVendor({ failure: new CrossvaultError({ code: each, message: `It said ${each}.` }) }),
    );
    const facade = await startOver({ left: left ?? createFakeVendor(), right: right ?? createFakeVendor() });
    const problem = readProblem(await facade.ask('/v1/jobs'));
    expect(problem).toMatchObject({ status, code });
    expect(problem['sources']).toMatchObject([
      { connection: 'left', status: 'failed', problem: { code: codes[0] } },
      { connection: 'right', status: 'failed', problem: { code: codes[1] } },
    ]);
  });

  test('a connection that could not be set up is a failed source', async () => {
    const [connection] = fakeConnections({ left: createFakeVendor() });
    const fault = new CrossvaultError({ code: 'secret-missing', message: 'LEFT_KEY is not set.' });
    const facade = await startFacade(connection === undefined ? [] : [{ ...connection, connector: null, fault }]);
    const problem = readProblem(await facade.ask('/v1/jobs'));
    expect(problem).toMatchObject({ status: 424, code: 'sources-not-set-up' });
    expect(problem.detail).toContain('LEFT_KEY');
  });

  test('how long the slowest asks to wait is said in Retry-After', async () => {
    const throttled = (retryAfterSeconds: number) =>
      createFakeVendor({
        failure: new CrossvaultError({ code: 'source-throttled', message: 'Slowly.', retryAfterSeconds }),
      });
    const reply = await (await startOver({ left: throttled(3), right: throttled(7.2) })).ask('/v1/jobs');
    expect(readProblem(reply)).toMatchObject({ status: 502, retryAfterSeconds: 7.2 });
    expect(reply.headers.get('retry-after')).toBe('8');
  });

  test('a source that never answers is given up at its deadline', async () => {
    const asked = Promise.withResolvers<void>();
    const connections = fakeConnections({ left: createFakeVendor() }).map((connection) => ({
      ...connection,
      connector: {
        ...connection.connector,
        listJobs() {
          asked.resolve();
          return new Promise<never>(() => undefined);
        },
      },
    }));
    const clock = createManualClock();
    const facade = await startFacade(connections, { clock });
    const reply = facade.ask('/v1/jobs');
    await asked.promise;
    await clock.move(30_000);
    expect(readProblem(await reply)).toMatchObject({ status: 504, code: 'sources-timed-out' });
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
