import { CrossvaultError, isJsonObject, type ListQuery, Secret } from '@crossvault/core';
import { createTestClock, createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { type AvepointConfig, avepointConfigSchema } from '../config.ts';
import documented from './__fixtures__/get-cloud-backup-job.documented.json' with { type: 'json' };
import failure from './__fixtures__/list-cloud-backup-jobs.failure-in-200.json' with { type: 'json' };
import { createAvepointConnector } from './connector.ts';

const base = 'https://graph-us.avepointonlineservices.com/backup/m365/cloudbackupjobs';
const call = { signal: new AbortController().signal };
const everything: ListQuery = { startedAfter: null, startedBefore: null, status: null };
const json = (body: unknown, status = 200) => Response.json(body, { status });
const job = { ...documented.data };

type Answer = (url: URL, request: Request) => Response | Promise<Response>;

function connectorWith(answer: Answer, keys: Partial<AvepointConfig> = {}) {
  const seen: string[] = [];
  const context = createTestContext({
    connection: 'm365',
    clock: createTestClock({ start: '2026-01-02T03:04:05Z' }),
    async fetch(request) {
      seen.push(`${decodeURIComponent(request.url)} ${request.headers.get('authorization')}`);
      return answer(new URL(request.url), request);
    },
  });
  const credential = { type: 'token', token: new Secret('t0ken') };
  const config = avepointConfigSchema.parse({ name: 'm365', vendor: 'avepoint', region: 'us', credential, ...keys });
  return { connector: createAvepointConnector(config, context), seen };
}

/** A list of rows that all are backups, paged as documented; single jobs by id. */
const serve =
  (rows: readonly unknown[], metadata: (pageIndex: number) => object = () => ({})): Answer =>
  ({ pathname, searchParams }) => {
    const id = decodeURIComponent(pathname.split('/cloudbackupjobs/')[1] ?? '');
    return id === '' ? servePage(rows, searchParams, metadata) : serveJob(rows, id);
  };

function servePage(
  rows: readonly unknown[],
  query: URLSearchParams,
  metadata: (pageIndex: number) => object,
): Response {
  const [index, size] = [Number(query.get('pageIndex')), Number(query.get('pageSize'))];
  const page = rows.slice(index * size, (index + 1) * size);
  if (query.get('jobType') === '0') return json({ statusCode: 200, data: page, metadata: metadata(index) });
  return json({ statusCode: 200, data: query.get('jobType') === '1' ? page : [], metadata: { nextLink: '' } });
}

function serveJob(rows: readonly unknown[], id: string): Response {
  const found = rows.find((row) => isJsonObject(row) && row['id'] === id);
  return found === undefined
    ? json({ statusCode: 404, message: 'unknown' }, 404)
    : json({ statusCode: 200, data: found });
}

async function listAll(
  { connector }: ReturnType<typeof connectorWith>,
  options: { size?: number; query?: ListQuery } = {},
) {
  const [list] = await connector.jobLists(call);
  if (list === undefined) throw new Error('no list');
  const pages = [];
  for (let token: string | null = null, first = true; first || token !== null; first = false) {
    const page = await connector.listJobs(list, options.query ?? everything, { size: options.size ?? 2, token }, call);
    pages.push(page);
    token = page.next;
  }
  return {
    ids: pages.flatMap((page) => page.records.map((record) => record.job.nativeId)),
    records: pages.flatMap((page) => page.records),
    rejected: pages.flatMap((page) => page.rejected),
    warnings: [...new Set(pages.flatMap((page) => page.warnings))],
  };
}
const settings = base.replace('cloudbackupjobs', 'settings/backup/frequency');
/** What was asked for beside the services of the tenant. */
const listsOf = (seen: readonly string[]) => seen.filter((line) => !line.startsWith(settings));
const truthOf = (seen: readonly string[]) => seen.filter((line) => line.includes('jobType=0'));

const five = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...job, id }));

test.each([1, 2, 3, 5, 50])('pages of %i give every job once', async (size) => {
  const result = await listAll(connectorWith(serve(five, () => ({ totalCount: 5, nextLink: '' }))), { size });
  expect(result).toMatchObject({ ids: ['a', 'b', 'c', 'd', 'e'], warnings: [] });
  expect(result.records[0]).toMatchObject({
    key: ['', 'a'],
    raw: { list: five[0] },
    context: { connection: 'm365', list: '', jobType: '1', observedAt: '2026-01-02T03:04:05.000Z' },
    job: { kind: 'backup', depth: 'list', provenance: { kind: 'inferred' } },
  });
});

test('links of our own are followed, relative and absolute', async () => {
  const links = [
    `${base}?jobType=0&pageIndex=1&pageSize=2&from=link`,
    '?jobType=0&pageIndex=2&pageSize=2&from=link',
    '',
  ];
  const fake = connectorWith(serve(five, (index) => ({ nextLink: links[index] })));
  expect((await listAll(fake)).ids).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(truthOf(fake.seen).map((line) => line.includes('from=link'))).toEqual([false, true, true]);
});

test('a foreign link never gets the token; the list continues by its index and says so', async () => {
  const fake = connectorWith(
    serve(five, () => ({ totalNumber: 5, nextLink: 'https://evil.example/jobs?pageIndex=1' })),
  );
  expect(await listAll(fake)).toMatchObject({ ids: ['a', 'b', 'c', 'd', 'e'], warnings: ['link-refused'] });
  expect(listsOf(fake.seen).every((line) => line.startsWith(`${base}?`))).toBe(true);
});

test('a list that repeats itself ends early', async () => {
  const fake = connectorWith(({ searchParams }) =>
    searchParams.get('jobType') === '0'
      ? json({ data: five.slice(0, 2), metadata: { totalCount: 9 } })
      : json({ data: [] }),
  );
  expect((await listAll(fake)).warnings).toEqual(['list-ended-early']);
});

test('bounds are sent as days, a day wider on each side, and status is not sent', async () => {
  const fake = connectorWith(serve(five, () => ({ nextLink: '' })));
  await listAll(fake, {
    query: { startedAfter: '2024-12-02T00:00:00.000Z', startedBefore: '2024-12-31T23:00:00.000Z', status: ['failed'] },
  });
  expect(truthOf(fake.seen)).toEqual([
    `${base}?startTime=2024-12-01&finishTime=2025-01-01&jobType=0&pageIndex=0&pageSize=2 Bearer t0ken`,
  ]);
});

test('a location is sent only where it is configured, and stands in the key', async () => {
  const plain = connectorWith(serve(five, () => ({ nextLink: '' })));
  await listAll(plain);
  expect(plain.seen.some((line) => /location/i.test(line))).toBe(false);
  const fake = connectorWith(serve([job]), { locations: ['NAM', 'EUR'] });
  expect((await fake.connector.jobLists(call)).map(({ key }) => key)).toEqual(['NAM', 'EUR']);
  expect((await listAll(fake)).records[0]?.key).toEqual(['NAM', job.id]);
  await fake.connector.getJob(['EUR', job.id], call);
  expect(fake.seen).toContain(`${base}/${job.id}?location=EUR Bearer t0ken`);
  expect((await failureOf(fake.connector.getJob(['GBR', job.id], call))).code).toBe('job-not-found');
});

test('a path of our own choice is the one that is called', async () => {
  const fake = connectorWith(serve([job]), { jobsPath: '/v9/cloudbackupjobs' });
  await listAll(fake);
  await fake.connector.getJob(['', job.id], call);
  expect(listsOf(fake.seen).every((line) => line.includes('.com/v9/cloudbackupjobs'))).toBe(true);
});

test('rows that are no job are rejected, and the other rows are returned', async () => {
  const result = await listAll(connectorWith(serve([null, { state: 'Failed' }, { ...job, duration: 'x' }])), {
    size: 3,
  });
  expect(result.rejected.map(({ reason }) => reason)).toEqual(['not-an-object', 'no-readable-id']);
  expect(result.records[0]?.job).toMatchObject({ status: 'succeeded', anomalies: ['unreadable-value'] });
});

test('a single job agrees with its row', async () => {
  const fake = connectorWith(serve([job]));
  const [listed] = (await listAll(fake)).records;
  const got = await fake.connector.getJob(['', job.id], call);
  expect({ ...got.job, depth: 'list' }).toEqual(listed?.job);
  expect(got.raw).toEqual({ get: job });
});

test('jobs are found by their id in every location; an id of none is no error', async () => {
  const fake = connectorWith(
    (url, request) => (url.searchParams.get('location') === 'EUR' ? json({}, 404) : serve([job])(url, request)),
    {
      locations: ['NAM', 'EUR', 'GBR'],
    },
  );
  expect(await fake.connector.findJobs(job.id, call)).toEqual([
    ['NAM', job.id],
    ['GBR', job.id],
  ]);
  for (const id of ['none', '', ' ', '.', '..']) expect(await fake.connector.findJobs(id, call)).toEqual([]);
  expect(fake.seen.every((line) => line.includes('/cloudbackupjobs/'))).toBe(true);
});

test.each(['a/../b', 'a%2fb', 'a\\b'])('the id %s is no step of a path, and is not asked for', async (id) => {
  const fake = connectorWith(() => json({ data: { ...job, id } }));
  expect(await fake.connector.findJobs(id, call)).toEqual([]);
  expect(fake.seen).toEqual([]);
});

test('an id is one step of the path, whatever else is in it', async () => {
  const fake = connectorWith(({ pathname }) =>
    json({ data: { ...job, id: decodeURIComponent(pathname.split('/').at(-1) ?? '') } }),
  );
  expect(await fake.connector.findJobs('a b?c#d', call)).toEqual([['', 'a b?c#d']]);
});

test.each<[string, Response, string]>([
  ['404', json({ statusCode: 404 }, 404), 'job-not-found'],
  ['a 404 inside a 200', json({ statusCode: 404 }), 'job-not-found'],
  ['no job in the answer', json({ statusCode: 200, data: null }), 'job-not-found'],
  ['another job', json({ data: { ...job, id: 'other' } }), 'answer-unreadable'],
  ['a job without id', json({ data: { ...job, id: null } }), 'answer-unreadable'],
  ['a server error', json({ message: 'down' }, 500), 'source-error'],
])('a single job: %s', async (_name, response, code) => {
  const fake = connectorWith((url, request) => (url.pathname.endsWith(job.id) ? response : serve([])(url, request)));
  expect(await failureOf(fake.connector.getJob(['', job.id], call))).toMatchObject({ code, source: 'm365' });
});

test.each<[string, () => Response, string, RegExp]>([
  ['401', () => json({ message: 'token' }, 401), 'authentication-failed', /token/],
  ['401 inside a 200', () => json({ statusCode: 401, message: 'token' }), 'authentication-failed', /token/],
  ['403 inside a 200', () => json({ statusCode: 403, requestId: 'R:1' }), 'permission-denied', /R:1/],
  ['404', () => json({}, 404), 'source-not-found', /region.*scope.*licence/],
  ['429', () => json({}, 429), 'source-throttled', /429/],
  ['errors inside a 200', () => json(failure), 'source-error', /InvalidParameter: The time cannot be read/],
  ['a page of a gateway', () => new Response('<html>'), 'answer-unreadable', /JSON/],
  ['no object', () => json([]), 'answer-unreadable', /no object/],
  ['no rows', () => json({ statusCode: 200, items: [] }), 'answer-unreadable', /jobsPath/],
])('a list: %s', async (_name, response, code, message) => {
  const error = await failureOf(listAll(connectorWith(response)));
  expect(error).toMatchObject({ code, source: 'm365' });
  expect(error.message).toMatch(message);
});

test('cancelling ends a list at once, with the reason', async () => {
  const controller = new AbortController();
  const { connector } = connectorWith((_url, { signal }) => {
    queueMicrotask(() => controller.abort(new CrossvaultError({ code: 'source-timeout', message: 'too slow' })));
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  const list = { key: '', order: 'none', nativeFilters: [] } as const;
  const reading = connector.listJobs(list, everything, { size: 1, token: null }, { signal: controller.signal });
  expect((await failureOf(reading)).code).toBe('source-timeout');
});
