import { type Connector, CrossvaultError, type ListQuery, Secret } from '@crossvault/core';
import { createTestClock, createTestContext } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { azureBackup } from '../index.ts';
import vmBackup from './__fixtures__/get-job.vm-backup.json' with { type: 'json' };
import firstPage from './__fixtures__/list-jobs.first-page.json' with { type: 'json' };

const filesKey = 'ef4ab5a7-c2c0-4304-af80-af49f48af3d1/azurefiles/azurefilesvault';
const vmKey = '00000000-0000-0000-0000-000000000000/default-rg/abdemovault';
const vmJob = '7ddead57-bcb9-4269-ac31-6a1b57588700';
const vaults = [
  { subscriptionId: 'ef4ab5a7-c2c0-4304-af80-af49f48af3d1', resourceGroup: 'azurefiles', name: 'azurefilesvault' },
  { subscriptionId: '00000000-0000-0000-0000-000000000000', resourceGroup: 'Default-RG', name: 'abdemovault' },
];
const call = { signal: new AbortController().signal };
const all: ListQuery = { startedAfter: null, startedBefore: null, status: null };

interface Opened {
  readonly connector: Connector;
  /** Every request so far: its address, decoded. */
  readonly asked: string[];
}

function open(answer: (url: URL, request: Request) => Response | Promise<Response>): Opened {
  const asked: string[] = [];
  const config = azureBackup.configSchema.parse({
    name: 'azure',
    vendor: 'azure-backup',
    vaults,
    credential: { type: 'token', token: new Secret('t0ken') },
  });
  const context = createTestContext({
    connection: 'azure',
    clock: createTestClock({ start: '2024-02-06T06:00:00Z' }),
    fetch: async (request) => {
      asked.push(decodeURIComponent(request.url));
      return answer(new URL(request.url), request);
    },
  });
  return { connector: azureBackup.connect(config, context), asked };
}
const list = (key = filesKey) => ({ key, order: 'newest-first', nativeFilters: [] }) as const;
const read = ({ connector }: Opened, token: string | null = null, query = all) =>
  connector.listJobs(list(), query, { size: 50, token }, call);
const problem = (status: number, code = 'CloudError') =>
  Response.json({ error: { code, message: 'Their words' } }, { status });
const pageOf = (names: readonly string[], nextLink?: unknown) =>
  Response.json({ value: names.map((name) => ({ name, properties: {} })), nextLink });
const jobsOf =
  'https://management.azure.com/subscriptions/ef4ab5a7-c2c0-4304-af80-af49f48af3d1/resourceGroups/azurefiles/providers/Microsoft.RecoveryServices/vaults/azurefilesvault/backupJobs';
const nextPage = (number: number) => `${jobsOf}?page=${number}`;

test('every vault is a list of its own, under its lower-cased names', async () => {
  const { connector } = open(() => pageOf([]));
  expect(await connector.jobLists(call)).toEqual(
    [filesKey, vmKey].map((key) => ({
      key,
      order: 'newest-first',
      nativeFilters: ['startedAfter', 'startedBefore', 'status'],
    })),
  );
});

test('a page gives its jobs in the order of the vendor, and what is no job is rejected', async () => {
  const opened = open(() => Response.json(firstPage));
  const page = await read(opened);
  expect(page.records.map(({ key }) => key)).toEqual([
    [filesKey, '11111111-aaaa-4bbb-8ccc-000000000001'],
    [filesKey, '11111111-aaaa-4bbb-8ccc-000000000002'],
  ]);
  expect(page.records[0]).toMatchObject({
    raw: { list: firstPage.value[0] },
    context: { connection: 'azure', list: filesKey, observedAt: '2024-02-06T06:00:00.000Z' },
    job: { depth: 'list', connection: 'azure', vendor: 'azure-backup' },
  });
  expect(page.rejected.map(({ reason }) => reason)).toEqual(['not-an-object', 'no-readable-id']);
  expect(page).toMatchObject({ withoutRun: 0, warnings: [], next: expect.any(String) });
});

test('the first request names the vault, the version and the filter, with the token', async () => {
  const headers: (string | null)[] = [];
  const opened = open((_url, request) => {
    headers.push(request.headers.get('authorization'));
    return pageOf([]);
  });
  await read(opened, null, { ...all, startedAfter: '2024-02-05T12:00:00.500Z', status: ['failed'] });
  expect(opened.asked).toEqual([
    'https://management.azure.com/subscriptions/ef4ab5a7-c2c0-4304-af80-af49f48af3d1/resourceGroups/azurefiles/providers/Microsoft.RecoveryServices/vaults/azurefilesvault/backupJobs' +
      "?api-version=2025-02-01&$filter=startTime eq '2024-02-05 12:00:00 PM' and endTime eq '2024-02-07 06:00:00 AM' and status eq 'Failed'",
  ]);
  expect(headers).toEqual(['Bearer t0ken']);
});

test('the next page is requested by the link unchanged', async () => {
  const opened = open((url) => (url.searchParams.has('$skiptoken') ? pageOf(['z']) : Response.json(firstPage)));
  const first = await read(opened);
  const second = await read(opened, first.next);
  expect(opened.asked[1]).toBe(decodeURIComponent(firstPage.nextLink));
  expect(second.records.map(({ job }) => job.nativeId)).toEqual(['z']);
  expect(second.next).toBeNull();
});

test('a link to another host is refused, reported, and never requested', async () => {
  const opened = open(() => pageOf(['a'], 'https://evil.example/backupJobs?page=2'));
  const first = await read(opened);
  expect(await read(opened, first.next)).toMatchObject({ records: [], next: null, warnings: ['link-refused'] });
  expect(opened.asked).toHaveLength(1);
});

test.each([
  ['the page comes again under another link', (page: number) => pageOf(['a'], nextPage(page + 1))],
  ['the links lead round in a circle', (page: number) => pageOf([`job-${page}`], nextPage(page % 2))],
  ['empty pages lead round in a circle', (page: number) => pageOf([], nextPage(page % 2))],
  ['the link is no text', (page: number) => pageOf([`job-${page}`], [7])],
  ['the link goes nowhere', (page: number) => (page === 0 ? pageOf(['a'], nextPage(1)) : problem(404))],
])('reading stops with a warning when %s', async (_title, answer) => {
  let pages = 0;
  const opened = open(() => answer(pages++));
  let page = await read(opened);
  while (page.next !== null && pages < 10) page = await read(opened, page.next);
  expect(page).toMatchObject({ next: null, warnings: ['list-ended-early'] });
  expect(pages).toBeLessThan(5);
});

test.each([null, [], 'text', {}, { value: {} }, { nextLink: 'x' }])('the envelope %j is unreadable', async (body) => {
  const opened = open(() => Response.json(body));
  await expect(read(opened)).rejects.toMatchObject({ code: 'answer-unreadable', source: 'azure' });
});

test.each([
  [401, 'authentication-failed'],
  [403, 'permission-denied'],
  [404, 'source-not-found'],
  [400, 'source-refused'],
  [500, 'source-error'],
])("an answer of %i becomes %s, with the vendor's words", async (status, code) => {
  const opened = open(() => problem(status));
  await expect(read(opened)).rejects.toMatchObject({
    code,
    source: 'azure',
    message: expect.stringContaining('CloudError: Their words'),
  });
});

test('a list or a token of another connection is refused', async () => {
  const { connector } = open(() => pageOf([]));
  const unknown = connector.listJobs(list('a/b/c'), all, { size: 50, token: null }, call);
  await expect(unknown).rejects.toMatchObject({ code: 'source-not-found' });
  const foreign = connector.listJobs(list(), all, { size: 50, token: 'page-2' }, call);
  await expect(foreign).rejects.toMatchObject({ code: 'invalid-cursor', source: 'azure' });
});

test('cancelling ends a reading at once', async () => {
  const controller = new AbortController();
  const { connector } = open((_url, request) => {
    const hanging = Promise.withResolvers<Response>();
    request.signal.addEventListener('abort', () => hanging.reject(request.signal.reason));
    return hanging.promise;
  });
  const reading = connector.listJobs(list(), all, { size: 50, token: null }, { signal: controller.signal });
  controller.abort(new CrossvaultError({ code: 'source-timeout', message: 'Too slow.' }));
  await expect(reading).rejects.toMatchObject({ code: 'source-timeout', source: 'azure' });
});

test('a job is found in whichever vaults have it, in either case', async () => {
  const { connector } = open((url) => (url.pathname.includes('abdemovault') ? Response.json(vmBackup) : problem(404)));
  expect(await connector.findJobs(vmJob.toUpperCase(), call)).toEqual([[vmKey, vmJob]]);
});

test('a job in no vault is not found; an id of another form may be refused for it', async () => {
  expect(await open(() => problem(404)).connector.findJobs(vmJob, call)).toEqual([]);
  expect(await open(() => problem(400)).connector.findJobs('FB20241015105312327583', call)).toEqual([]);
  await expect(open(() => problem(400)).connector.findJobs(vmJob, call)).rejects.toMatchObject({ upstreamStatus: 400 });
  await expect(open(() => problem(403)).connector.findJobs(vmJob, call)).rejects.toMatchObject({
    code: 'permission-denied',
  });
});

test.each(['', '.', '..', '\ud800'])('the id %j asks the vendor nothing', async (nativeId) => {
  const opened = open(() => Response.json(vmBackup));
  expect(await opened.connector.findJobs(nativeId, call)).toEqual([]);
  expect(opened.asked).toEqual([]);
});

test('a job is read whole, and explained by the same rules', async () => {
  const { connector } = open(() => Response.json(vmBackup));
  const record = await connector.getJob([vmKey, vmJob], call);
  expect(record).toMatchObject({ key: [vmKey, vmJob], raw: { get: vmBackup }, job: { depth: 'full' } });
  expect(connector.explainJob(record.raw, record.context)?.id).toBe(record.job.id);
});

test.each([
  ['the vault does not know', [vmKey, vmJob]],
  ['is in a vault of another connection', ['a/b/c', vmJob]],
  ['has a key of another form', [vmJob]],
])('a job that %s is not found, by its id and the connection', async (_title, key) => {
  const { connector } = open(() => problem(404));
  await expect(connector.getJob(key, call)).rejects.toMatchObject({
    code: 'job-not-found',
    source: 'azure',
    message: `The connection azure has no job ${vmJob}.`,
  });
});

test.each([null, {}, { ...vmBackup, name: 'another' }])('the answer %j is not the job asked for', async (body) => {
  const { connector } = open(() => Response.json(body));
  await expect(connector.getJob([vmKey, vmJob], call)).rejects.toMatchObject({ code: 'answer-unreadable' });
});

test('closing is done at once', async () => {
  await expect(open(() => pageOf([])).connector.close()).resolves.toBeUndefined();
});
