import { type Connector, CrossvaultError, type ListQuery, Secret } from '@crossvault/core';
import { createTestClock, createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { veeamAzureConfigSchema } from '../config.ts';
import granted from './__fixtures__/create-token.granted.json' with { type: 'json' };
import session from './__fixtures__/get-job-session.documented.json' with { type: 'json' };
import failedLog from './__fixtures__/get-job-session-log.failed.json' with { type: 'json' };
import documented from './__fixtures__/list-job-sessions.documented.json' with { type: 'json' };
import { createVeeamAzureConnector } from './connector.ts';

type Answer = Response | object;
const notFound = () => Response.json({ title: 'Not Found', detail: 'No such session.' }, { status: 404 });
const call = { signal: new AbortController().signal };
const all: ListQuery = { startedAfter: null, startedBefore: null, status: null };
const token = { type: 'token', token: new Secret('given') };
const password = { type: 'password', username: 'svc', password: new Secret('p') };

/** A connector at an appliance that answers by path; unknown paths are 404. Everything that was asked is in `seen`. */
function setUp(answers: Readonly<Record<string, (url: URL, request: Request) => Answer>>, change: object = {}) {
  const seen: string[] = [];
  const warned: string[] = [];
  const context = createTestContext({
    connection: 'veeam-ukwest',
    logger: { debug() {}, info() {}, warn: (_fields, message) => warned.push(message), error() {} },
    clock: createTestClock(),
    async fetch(request) {
      request.signal.throwIfAborted();
      const url = new URL(request.url);
      seen.push(`${request.method} ${url.pathname}${url.search}`);
      const answer = answers[url.pathname]?.(url, request) ?? notFound();
      return answer instanceof Response ? answer : Response.json(answer);
    },
  });
  const config = veeamAzureConfigSchema.parse({
    name: 'veeam-ukwest',
    vendor: 'veeam-azure',
    baseUrl: 'https://veeam.example.net',
    credential: token,
    ...change,
  });
  return { connector: createVeeamAzureConnector(config, context), seen, warned };
}

async function listOf(connector: Connector, query: ListQuery, size: number) {
  const [list] = await connector.jobLists(call);
  if (list === undefined) throw new Error('no list');
  const pages = [];
  for (let next: string | null = null, asked = 0; asked === 0 || next !== null; asked += 1) {
    const page = await connector.listJobs(list, query, { size, token: next }, call);
    pages.push(page);
    next = page.next;
  }
  return pages;
}

const page = (offset: number, limit: number, rows: readonly unknown[] = documented.results) => ({
  offset,
  limit,
  totalCount: rows.length,
  results: rows.slice(offset, offset + limit),
});

test.each([1, 5, 14, 100])('v1 is read in pages of %i by its lower-case parameters', async (size) => {
  const path = '/api/v1/jobSessions';
  const answer = (url: URL) => page(Number(url.searchParams.get('offset')), Number(url.searchParams.get('limit')));
  const { connector, seen } = setUp({ [path]: answer }, { apiVersion: 'v1' });
  const pages = await listOf(connector, { ...all, startedAfter: '2020-02-07T00:00:00.000Z', status: ['failed'] }, size);
  const ids = pages.flatMap(({ records }) => records.map(({ job }) => job.nativeId));
  expect(ids).toEqual(documented.results.map(({ id }) => id));
  expect(seen).toHaveLength(Math.ceil(14 / size));
  expect(seen[0]).toBe(`GET ${path}?offset=0&limit=${size}`);
  expect((await connector.jobLists(call))[0]).toEqual({ key: 'sessions', order: 'newest-first', nativeFilters: [] });
});

test('later versions are asked with capitals, whole seconds and one key for each status', async () => {
  const { connector, seen } = setUp({ '/api/v8.1/jobSessions': () => page(0, 50, []) });
  const query: ListQuery = {
    startedAfter: '2026-03-01T00:00:00.500Z',
    startedBefore: '2026-03-02T00:00:00.500Z',
    status: ['running', 'failed'],
  };
  expect(await listOf(connector, query, 50)).toEqual([
    { records: [], rejected: [], withoutRun: 0, next: null, warnings: [] },
  ]);
  expect(seen.map((line) => decodeURIComponent(line))).toEqual([
    'GET /api/v8.1/jobSessions?Offset=0&Limit=50&FromUtc=2026-03-01T00:00:00Z&ToUtc=2026-03-02T00:00:01Z' +
      '&Status=Running&Status=RunningWithWarning&Status=RunningWithError&Status=Error',
  ]);
  expect((await connector.jobLists(call))[0]?.nativeFilters).toEqual(['startedAfter', 'startedBefore', 'status']);
});

test('an appliance that pages as it likes is read to its end', async () => {
  const answer = (url: URL) => page(Number(url.searchParams.get('Offset')), 3);
  const { connector } = setUp({ '/api/v8.1/jobSessions': answer });
  expect((await listOf(connector, all, 500)).flatMap(({ records }) => records)).toHaveLength(14);
});

test('an appliance that ignores the offset ends the list early instead of looping', async () => {
  const { connector, seen } = setUp({ '/api/v8.1/jobSessions': () => page(0, 5) });
  const pages = await listOf(connector, all, 5);
  expect(pages.map(({ records, warnings }) => [records.length, warnings])).toEqual([
    [5, []],
    [0, ['list-ended-early']],
  ]);
  expect(seen.length).toBeLessThan(6);
});

test('a row without an id is rejected and the others arrive', async () => {
  const rows = [{ ...session, id: null }, 7, session];
  const { connector } = setUp({ '/api/v8.1/jobSessions': () => page(0, 50, rows) });
  const [first] = await listOf(connector, all, 50);
  expect(first?.records.map(({ key }) => key)).toEqual([['14']]);
  expect(first?.rejected.map(({ reason }) => reason)).toEqual(['no-readable-id', 'not-an-object']);
  expect(first?.records[0]).toMatchObject({
    raw: { list: session },
    context: { connection: 'veeam-ukwest', list: 'sessions', observedAt: '2026-03-02T12:00:00.000Z' },
  });
});

test.each([[[]], [{}], [{ results: null }], ['text']])('%j is no list of sessions', async (body) => {
  const { connector } = setUp({ '/api/v8.1/jobSessions': () => Response.json(body) });
  expect(await failureOf(listOf(connector, all, 5))).toMatchObject({
    code: 'answer-unreadable',
    source: 'veeam-ukwest',
  });
});

test('a session is read whole, with its log', async () => {
  const { connector, seen } = setUp({
    '/api/v8.1/jobSessions/14': () => session,
    '/api/v8.1/jobSessions/14/log': () => failedLog,
  });
  const record = await connector.getJob(['14'], call);
  expect(record.raw).toEqual({ get: session, log: failedLog });
  expect(record.job).toMatchObject({ nativeId: '14', depth: 'full', errors: [{ count: 1 }, { count: 1 }] });
  expect(connector.explainJob(record.raw, record.context)?.id).toBe(record.job.id);
  expect(await connector.findJobs('14', call)).toEqual([['14']]);
  expect(seen.slice(0, 2)).toEqual(['GET /api/v8.1/jobSessions/14', 'GET /api/v8.1/jobSessions/14/log']);
  expect((await connector.jobLog?.(['14'], call))?.entries.map(({ status }) => status)).toEqual([
    'succeeded',
    'warning',
    'failed',
  ]);
});

test('a log that cannot be had costs the errors and not the job', async () => {
  const { connector, warned } = setUp({
    '/api/v8.1/jobSessions/14': () => session,
    '/api/v8.1/jobSessions/14/log': () => Response.json({}, { status: 500 }),
    '/api/v8.1/jobSessions/14/protectedItems': () => ({ offset: 0, limit: 200, totalCount: 0, results: [] }),
  });
  const { job, raw } = await connector.getJob(['14'], call);
  expect(raw).toEqual({ get: session, objects: [] });
  expect([job.errors, job.provenance['errors'], job.depth]).toEqual([[], 'missing', 'full']);
  expect(warned).toHaveLength(1);
});

test.each([404, 400])('an id that is answered with %i is no job', async (status) => {
  const refuse = () => Response.json({ title: 'No' }, { status });
  const { connector } = setUp({
    '/api/v8.1/jobSessions': () => page(0, 1),
    '/api/v8.1/jobSessions/99': refuse,
    '/api/v8.1/jobSessions/99/log': refuse,
  });
  expect(await connector.findJobs('99', call)).toEqual([]);
  for (const attempt of [connector.getJob(['99'], call), connector.jobLog?.(['99'], call)]) {
    const error = await failureOf(attempt);
    expect(error).toMatchObject({ code: 'job-not-found', source: 'veeam-ukwest' });
    expect(error.message).toMatch(/veeam-ukwest has no session 99/);
  }
});

test('ids that no path can carry are not asked for', async () => {
  const { connector, seen } = setUp({ '/api/v8.1/jobSessions': () => page(0, 1) });
  for (const id of ['', '.', '..', '../oauth2/token', '..%2foauth2']) {
    expect(await connector.findJobs(id, call)).toEqual([]);
  }
  expect(seen).toEqual([]);
});

test('a version that the appliance does not serve is not taken for an unknown id', async () => {
  const { connector } = setUp({});
  for (const attempt of [connector.findJobs('14', call), connector.getJob(['14'], call), listOf(connector, all, 5)]) {
    const error = await failureOf(attempt);
    expect(error).toMatchObject({ code: 'source-not-found', upstreamStatus: 404 });
    expect(error.message).toMatch(/does not serve version v8\.1.*7\.0 serves v7, v6, v5/);
  }
});

test('other errors are reported and not taken for an unknown id', async () => {
  const { connector } = setUp({ '/api/v8.1/jobSessions/14': () => Response.json({}, { status: 401 }) });
  expect(await failureOf(connector.findJobs('14', call))).toMatchObject({ code: 'authentication-failed' });
  const elsewhere = setUp({}, { credential: password });
  expect(await failureOf(elsewhere.connector.getJob(['14'], call))).toMatchObject({ code: 'source-not-found' });
  expect(elsewhere.seen).toEqual(['POST /api/oauth2/token']);
});

test('a log-in that is refused during a reading is not an unknown id, and a refused log-out does not prevent closing', async () => {
  let logIns = 0;
  const answer = () => {
    logIns += 1;
    return logIns === 1 ? granted : Response.json({ title: 'Bad Request' }, { status: 400 });
  };
  const refused = () => Response.json({}, { status: 401 });
  const { connector } = setUp(
    { '/api/oauth2/token': answer, '/api/v8.1/jobSessions/14': refused },
    { credential: password },
  );
  expect(await failureOf(connector.findJobs('14', call))).toMatchObject({ code: 'authentication-failed' });
  await expect(connector.close()).resolves.toBeUndefined();
});

test('a session or log of another form is unreadable', async () => {
  const { connector } = setUp({
    '/api/v8.1/jobSessions/14': () => [],
    '/api/v8.1/jobSessions/14/log': () => ({ log: 'gone' }),
  });
  expect((await failureOf(connector.getJob(['14'], call))).code).toBe('answer-unreadable');
  expect((await failureOf(connector.jobLog?.(['14'], call))).code).toBe('answer-unreadable');
});

test('cancelling ends at once, also while the log is read', async () => {
  const controller = new AbortController();
  const reason = new CrossvaultError({ code: 'source-timeout', message: 'too slow' });
  const { connector } = setUp({
    '/api/v8.1/jobSessions/14': () => {
      controller.abort(reason);
      return session;
    },
  });
  expect(await failureOf(connector.getJob(['14'], { signal: controller.signal }))).toMatchObject({
    code: 'source-timeout',
  });
});

test('closing gives the token back', async () => {
  const { connector, seen } = setUp(
    { '/api/oauth2/token': () => granted, '/api/v8.1/jobSessions': () => page(0, 50) },
    { credential: password },
  );
  await listOf(connector, all, 50);
  await connector.close();
  expect(seen).toEqual([
    'POST /api/oauth2/token',
    'GET /api/v8.1/jobSessions?Offset=0&Limit=50',
    'DELETE /api/oauth2/token',
  ]);
});
