import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, type SimulatorsOptions, startSimulators } from '../simulators.ts';
import { FILES_VAULT, GROWN_VAULT, keyOfVault, VAULTS, VM_VAULT } from './documented.ts';

type Row = { readonly id?: string; readonly name?: string; readonly properties: Record<string, unknown> };
type Answer = { readonly value: Row[]; readonly nextLink?: string; readonly error?: { code: string; message: string } };

let simulators: Simulators;

const start = async (options: SimulatorsOptions = {}) => {
  simulators = await startSimulators({
    vendors: ['azure-backup'],
    oddities: true,
    jobs: 200,
    start: '2026-11-20T06:00:00Z',
    pageSize: 7,
    ...options,
  });
};

beforeEach(() => start());
afterEach(() => simulators.close());

const azure = () => simulators.vendor('azure-backup');

const pathOf = (vault = GROWN_VAULT): string =>
  `/subscriptions/${vault.subscriptionId}/resourceGroups/${vault.resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${vault.name}`;

const ask = async (address: string, init: RequestInit = {}) => {
  const url = address.startsWith('http') ? address : azure().url + address;
  const headers = { authorization: `Bearer ${azure().tokens.valid}`, ...init.headers };
  const response = await fetch(url, { ...init, headers });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? null : JSON.parse(text)) as Answer,
  };
};

const readAll = async (vault = GROWN_VAULT, filter = '', whenPageIsRead: (page: number) => void = () => undefined) => {
  const rows: Row[] = [];
  let next: string | undefined =
    `${pathOf(vault)}/backupJobs?api-version=2019-05-13&$filter=${encodeURIComponent(filter)}`;
  for (let page = 1; next !== undefined; page += 1) {
    const { body } = await ask(next);
    rows.push(...body.value);
    next = body.nextLink;
    whenPageIsRead(page);
  }
  return rows;
};

const startOf = (row: Row | undefined) => Date.parse(String(row?.properties.startTime));
const namesOf = (rows: Row[]) => rows.map(({ name }) => name);
const truthOf = (vault = GROWN_VAULT) => simulators.truth().filter(({ list }) => list === keyOfVault(vault));

test.each([1, 3, 50, 1000])('all pages of %i rows together have every job once, newest first', async (pageSize) => {
  await simulators.close();
  await start({ pageSize });
  for (const vault of VAULTS) {
    const rows = await readAll(vault);
    const starts = rows.map(startOf);
    expect(starts).toEqual(starts.toSorted((left, right) => right - left));
    expect(namesOf(rows).sort()).toEqual(
      truthOf(vault)
        .map(({ nativeId }) => nativeId)
        .sort(),
    );
  }
});

test('jobs that are added while the pages are read neither hide nor repeat a row', async () => {
  const before = truthOf().map(({ nativeId }) => nativeId);
  const rows = namesOf(
    await readAll(GROWN_VAULT, '', () => {
      azure().addJob();
      azure().addJob({ status: 'failed', startedAt: '2026-11-13T00:00:00Z' });
    }),
  );
  expect(new Set(rows).size).toBe(rows.length);
  expect(rows).toEqual(expect.arrayContaining(before));
});

test('nextLink is absolute, has another api-version and keeps the filter', async () => {
  const filter = "status eq 'Completed' and operation eq 'Backup'";
  const { body } = await ask(`${pathOf()}/backupJobs?api-version=2025-02-01&$filter=${encodeURIComponent(filter)}`);
  const link = new URL(body.nextLink ?? '');
  expect(link.origin).toBe(azure().url);
  expect(link.searchParams.get('api-version')).toBe('2017-07-01');
  expect(link.searchParams.get('$filter')).toBe(filter);
  expect(body.value[0]?.properties.duration).toMatch(/^P/);
  const next = await ask(link.href);
  expect(next.body.value[0]?.properties.duration).toMatch(/^[\d.:]+$/);
});

test('filters leave exactly the jobs of the truth that fit', async () => {
  const failed = truthOf().filter(({ nativeStatus }) => nativeStatus === 'Failed');
  expect(failed.length).toBeGreaterThan(2);
  expect(namesOf(await readAll(GROWN_VAULT, "status eq 'failed'")).sort()).toEqual(
    failed.map(({ nativeId }) => nativeId).sort(),
  );
  const since = truthOf().filter(({ startedAt }) => (startedAt ?? '') >= '2026-11-18T00:00:00.000Z');
  const window = "startTime eq '2026-11-18 12:00:00 AM' and endTime eq '2026-11-20 11:59:59 PM'";
  expect(namesOf(await readAll(GROWN_VAULT, window)).sort()).toEqual(since.map(({ nativeId }) => nativeId).sort());
});

test('a wrong filter or continuation token is 400', async () => {
  const wrong = await ask(`${pathOf()}/backupJobs?api-version=2019-05-13&$filter=status%20eq%20'Done'`);
  expect(wrong.status).toBe(400);
  expect(wrong.body.error?.message).toMatch(/^The inputs specified for Get jobs API are incorrect/);
  expect((await ask(`${pathOf()}/backupJobs?api-version=2019-05-13&$skipToken=abc`)).status).toBe(400);
});

test.each([
  ['no token', undefined, 'AuthenticationFailed'],
  ['a wrong token', 'Bearer nonsense', 'InvalidAuthenticationToken'],
  ['another scheme', 'Basic abc', 'AuthenticationFailed'],
])('%s is 401', async (_case, authorization, code) => {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  const response = await fetch(`${azure().url}${pathOf()}/backupJobs?api-version=2019-05-13`, { headers });
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toContain('Bearer');
  expect(await response.json()).toMatchObject({ error: { code } });
});

test('tokens expire and are taken on as the test says', async () => {
  const list = `${pathOf()}/backupJobs?api-version=2019-05-13`;
  const as = (token: string) => ask(list, { headers: { authorization: `Bearer ${token}` } });
  expect((await as(azure().tokens.expired)).body.error?.code).toBe('ExpiredAuthenticationToken');
  azure().expireToken();
  expect((await as(azure().tokens.valid)).status).toBe(401);
  azure().acceptToken('fresh');
  expect((await as('fresh')).status).toBe(200);
});

test.each([
  ['', 'MissingApiVersionParameter'],
  ['?api-version=latest', 'InvalidApiVersionParameter'],
])('api-version "%s" is 400', async (query, code) => {
  const { status, body } = await ask(`${pathOf()}/backupJobs${query}`);
  expect([status, body.error?.code]).toEqual([400, code]);
});

test.each([
  ['a job', () => `${pathOf()}/backupJobs/00000000-aaaa-bbbb-cccc-000000000000`],
  ['a job of another vault', () => `${pathOf()}/backupJobs/7ddead57-bcb9-4269-ac31-6a1b57588700`],
  ['a vault', () => `${pathOf({ ...GROWN_VAULT, name: 'other' })}/backupJobs`],
  ['a subscription', () => `${pathOf({ ...GROWN_VAULT, subscriptionId: 'ffff' })}/backupJobs`],
  ['an operation', () => `${pathOf()}/backupOperations/cd153561-20d3-467a-b911-cc1de47d4763`],
  ['a route', () => '/subscriptions'],
])('%s that is not there is 404 with an error of the resource manager', async (_case, path) => {
  const { status, body } = await ask(`${path()}?api-version=2019-05-13`);
  expect(status).toBe(404);
  expect(body.error).toEqual({ code: expect.any(String), message: expect.any(String) });
});

test('ids and paths are compared without case', async () => {
  const path = `${pathOf(VM_VAULT)}/backupJobs/7DDEAD57-BCB9-4269-AC31-6A1B57588700`;
  const { status, body } = await ask(`${path.replace('/subscriptions', '/Subscriptions')}?api-version=2019-05-13`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ properties: { duration: '00:20:23.0896697', extendedInfo: {}, actionsInfo: [1] } });
  expect(JSON.stringify(await readAll(VM_VAULT))).not.toContain('extendedInfo');
});

test('each documented operation names its job, and that job is there', async () => {
  for (const [vault, spelling, operation, job] of [
    [VM_VAULT, 'backupOperations', 'cd153561-20d3-467a-b911-cc1de47d4763', '41f3e94b-ae6b-4a20-b422-65abfcaf03e5'],
    [FILES_VAULT, 'backupoperations', 'c3a52d1d-0853-4211-8141-477c65740264', 'e2ca2cf4-2eb9-4d4b-b16a-8e592d2a658b'],
    [FILES_VAULT, 'backupoperations', 'b300922a-ad9c-4181-b4cd-d42ea780ad77', '7816fca8-d5be-4c41-b911-1bbd922e5826'],
  ] as const) {
    const { body } = await ask(`${pathOf(vault)}/${spelling}/${operation}?api-version=2016-12-01`);
    expect(body).toMatchObject({ id: operation, status: 'Succeeded', properties: { jobId: job } });
    expect((await ask(`${pathOf(vault)}/backupJobs/${job}?api-version=2019-05-13`)).status).toBe(200);
  }
});

test('stopping the protection of the documented share is accepted and can be followed by both headers', async () => {
  const item = `${pathOf(FILES_VAULT)}/backupFabrics/Azure/protectionContainers/StorageContainer;Storage;AzureFiles;testvault2/protectedItems/azurefileshare;testshare`;
  const body = JSON.stringify({ properties: { policyId: '', protectionState: 'ProtectionStopped' } });
  const accepted = await ask(`${item}?api-version=2019-05-13`, { method: 'PUT', body });
  expect([accepted.status, accepted.headers.get('retry-after')]).toEqual([202, '60']);
  simulators.clock.move(90_000);
  const status = await ask(accepted.headers.get('azure-asyncoperation') ?? '');
  const jobId = /"jobId":"([^"]+)"/.exec(JSON.stringify(status.body))?.[1];
  expect((await ask(`${pathOf(FILES_VAULT)}/backupJobs/${jobId}?api-version=2019-05-13`)).body).toMatchObject({
    properties: { operation: 'DisableBackup', entityFriendlyName: 'testshare', storageAccountName: 'testvault2' },
  });
  const result = await ask(accepted.headers.get('location') ?? '');
  expect(result.body).toMatchObject({
    name: 'AzureFileShare;testshare',
    properties: { friendlyName: 'testshare', policyId: '', protectionState: 'ProtectionStopped' },
  });
  expect((await ask(`${item}?api-version=2019-05-13`, { method: 'PUT', body: '{}' })).status).toBe(400);
});

test('answers carry request ids and what is left of the reads', async () => {
  const list = `${pathOf()}/backupJobs?api-version=2019-05-13`;
  const { headers } = await ask(list, { headers: { 'x-ms-client-request-id': 'mine' } });
  expect(headers.get('x-ms-client-request-id')).toBe('mine, mine');
  expect(headers.get('x-ms-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get('x-ms-ratelimit-remaining-subscription-reads')).toBe('11999');
  expect((await ask(list)).headers.get('x-ms-ratelimit-remaining-subscription-reads')).toBe('11998');
});

test('a running job ends when the clock is moved, and a test can end, change or reopen one', async () => {
  const nativeId = azure().addJob({ target: 'vm-new' });
  const get = async () =>
    (await ask(`${pathOf()}/backupJobs/${nativeId}?api-version=2019-05-13`)).body as unknown as Row;
  expect((await get()).properties).toMatchObject({ status: 'InProgress', entityFriendlyName: 'vm-new' });
  simulators.clock.move(600_000);
  expect((await get()).properties).toMatchObject({ status: 'Completed', endTime: '2026-11-20T06:10:00Z' });
  azure().changeJob(nativeId, { status: 'failed', merge: { properties: { duration: 'no idea' } } });
  expect((await get()).properties).toMatchObject({ status: 'Failed', duration: 'no idea' });
  azure().changeJob(nativeId, { status: 'running' });
  const truth = simulators.truth().find((job) => job.nativeId === nativeId);
  expect(truth).toMatchObject({ status: 'running', endedAt: null, startedAt: '2026-11-20T06:00:00.000Z' });
  expect(() => azure().changeJob('unknown', {})).toThrow('no job unknown here');
});

test('raw payloads are served as given, placed by their start or by the time they were added', async () => {
  const named = { name: 'raw-1', properties: { startTime: '2026-11-19T00:00:00Z', status: 'Completed', extra: [1] } };
  expect(azure().addJob({ raw: named })).toBe('raw-1');
  azure().addJob({ raw: { properties: { status: 'Failed' } } });
  azure().addJob({ raw: 'no object', list: keyOfVault(FILES_VAULT).toUpperCase() });
  const rows = await readAll();
  expect(rows[0]).toEqual({ properties: { status: 'Failed' } });
  const index = rows.findIndex(({ name }) => name === 'raw-1');
  expect(rows[index]).toEqual(named);
  expect(startOf(rows[index - 1])).toBeGreaterThanOrEqual(Date.parse('2026-11-19T00:00:00Z'));
  expect(startOf(rows[index + 1])).toBeLessThanOrEqual(Date.parse('2026-11-19T00:00:00Z'));
  expect((await readAll(FILES_VAULT))[0]).toBe('no object');
  expect(simulators.truth().some(({ nativeId }) => nativeId === 'raw-1')).toBe(false);
});

test('words that the vendor does not have, and vaults that are not there, cannot be added', () => {
  expect(() => azure().addJob({ status: 'skipped' })).toThrow('no job status for skipped');
  expect(() => azure().addJob({ kind: 'snapshot' })).toThrow('no operation for snapshot');
  expect(() => azure().addJob({ list: 'a/b/c' })).toThrow('no vault a/b/c');
});

test('an invented word of the vendor is unknown in the truth', () => {
  const nativeId = azure().addJob({ nativeStatus: 'Hibernating', nativeKind: 'Backup (Log)' });
  const truth = simulators.truth().find((job) => job.nativeId === nativeId);
  expect(truth).toMatchObject({ status: 'unknown', nativeStatus: 'Hibernating', kind: 'backup' });
});
