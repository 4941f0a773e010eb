import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, type SimulatorsOptions, startSimulators } from '../simulators.ts';
import { API_VERSIONS } from './versions.ts';

type Row = Readonly<Record<string, unknown>>;
type Link = { readonly href: string };
type Page = {
  readonly offset: number;
  readonly limit: number;
  readonly totalCount: number;
  readonly results: readonly Row[];
  readonly _links: { readonly self: Link; readonly first?: Link; readonly prev?: Link; readonly next?: Link };
};

let simulators: Simulators;

const start = async (options: SimulatorsOptions = {}) => {
  simulators = await startSimulators({
    vendors: ['veeam-azure'],
    oddities: true,
    jobs: 120,
    start: '2026-11-20T06:00:00Z',
    ...options,
  });
};
const restart = async (options: SimulatorsOptions) => {
  await simulators.close();
  await start(options);
};

beforeEach(() => start());
afterEach(() => simulators.close());

const veeam = () => simulators.vendor('veeam-azure');

const ask = async <Body = Page>(path: string) => {
  const headers = { authorization: `Bearer ${veeam().tokens.valid}` };
  const response = await fetch(path.startsWith('http') ? path : veeam().url + path, { headers });
  const body = (await response.json()) as Body;
  return { status: response.status, type: response.headers.get('content-type'), body };
};

const read = async (query: string, version = 'v8.1') => (await ask(`/api/${version}/jobSessions?${query}`)).body;
const idsOf = (rows: readonly { readonly id?: unknown; readonly nativeId?: string }[]) =>
  rows.map(({ id, nativeId }) => id ?? nativeId);
const readAll = async (query = '') => (await read(`Limit=-1&${query}`)).results;

test.each([
  ['v1', 'offset', 'limit', 1],
  ['v1', 'offset', 'limit', 30],
  ['v2', 'Offset', 'Limit', 9],
  ['v8.1', 'Offset', 'Limit', 1],
  ['v8.1', 'Offset', 'Limit', 7],
  ['v8.1', 'Offset', 'Limit', 500],
])('%s: all pages of %s and %s=%i together have every session once', async (version, offset, limit, size) => {
  const rows: Row[] = [];
  for (let position = 0, total = 1; position < total; position += size) {
    const page = await read(`${offset}=${position}&${limit}=${size}`, version);
    expect(page).toMatchObject({ offset: position, limit: size });
    rows.push(...page.results);
    total = page.totalCount;
  }
  expect(idsOf(rows).sort()).toEqual(idsOf(simulators.truth()).sort());
});

test.each(['v1', 'v8.1'])('%s: the links lead through all pages and back', async (version) => {
  const limit = version === 'v1' ? 'limit=25' : 'Limit=25';
  const first = await read(limit, version);
  expect(first._links).not.toHaveProperty('prev');
  const rows: Row[] = [...first.results];
  let page = first;
  while (page._links.next !== undefined) {
    page = (await ask(page._links.next.href)).body;
    rows.push(...page.results);
  }
  expect(rows).toHaveLength(first.totalCount);
  expect((await ask(page._links.first?.href ?? '')).body.results).toEqual(first.results);
  expect((await ask(page._links.prev?.href ?? '')).body.offset).toBe(page.offset - 25);
});

test('without a size a page has 30 rows in version 1 and 100 later, or the size that the simulators were given', async () => {
  expect((await read('', 'v1')).results).toHaveLength(30);
  expect((await read('')).results).toHaveLength(100);
  await restart({ pageSize: 11 });
  expect((await read('', 'v1')).results).toHaveLength(11);
  expect(await read('')).toMatchObject({ limit: 11, results: { length: 11 } });
});

test('an offset behind the end gives an empty page that still has the total', async () => {
  expect(await read('Offset=5000&Limit=10')).toMatchObject({ results: [], totalCount: 134 });
});

test('newest first: what has no start goes before everything else', async () => {
  const starts = (await readAll()).map(({ executionStartTime: at }) =>
    typeof at === 'string' ? Date.parse(at) : null,
  );
  const known = starts.filter((at) => at !== null);
  const unknown = starts.length - known.length;
  expect(unknown).toBeGreaterThan(1);
  expect(starts.slice(0, unknown).every((at) => at === null)).toBe(true);
  expect(starts.slice(unknown)).toEqual(known.toSorted((left, right) => right - left));
});

test('in version 1 sessions have counters that fall with the start, later no counter at all', async () => {
  const counters = (await read('limit=-1', 'v1')).results.map(({ usn }) => usn);
  expect(new Set(counters).size).toBe(counters.length);
  expect((await readAll()).some((row) => 'usn' in row)).toBe(false);
});

test('every row agrees with the truth', async () => {
  await restart({ jobs: 300 });
  const rows = new Map((await readAll()).map((row) => [row.id, row]));
  for (const job of simulators.truth()) {
    const row = rows.get(job.nativeId);
    const { executionStartTime: startedAt = null, executionStopTime: endedAt = null } = row ?? {};
    expect(row).toMatchObject({ type: job.nativeKind, status: job.nativeStatus });
    const cut = (value: unknown) => (value === null ? null : new Date(String(value)).toISOString());
    expect(cut(startedAt)).toBe(job.startedAt);
    expect(endedAt === 'no date' ? null : cut(endedAt)).toBe(job.endedAt);
  }
});

test('the oddities are there where they are requested', async () => {
  await restart({ jobs: 300, oddities: true });
  const rows = await readAll();
  const durations = rows.map(({ executionDuration }) => executionDuration);
  const counted = (await read('Limit=-1', 'v3')).results.map(({ executionDuration }) => executionDuration);
  expect(durations).toContain('soon');
  expect(durations.some((value) => typeof value === 'number')).toBe(false);
  expect(counted.some((value) => typeof value === 'number')).toBe(true);
  expect(durations.some((value) => /^\d\d:\d\d:\d\d$/.test(String(value)))).toBe(true);
  expect(durations.some((value) => /^1\.\d\d:\d\d:\d\d/.test(String(value)))).toBe(true);
  expect(rows.some((row) => row.executionStopTime === 'no date')).toBe(true);
  const open = rows.filter(({ status }) => /^(Running|Canceling)/.test(String(status)));
  expect(open.some((row) => row.executionStopTime === null)).toBe(true);
  expect(open.some((row) => !('executionStopTime' in row))).toBe(true);
  expect(rows).toContainEqual(
    expect.objectContaining({
      status: 'Success',
      backupJobInfo: expect.objectContaining({ protectedInstancesCount: 0 }),
    }),
  );
  const upper = rows.find((row) => JSON.stringify(row._links).includes(String(row.id).toUpperCase()));
  const link = /http[^"]+/.exec(JSON.stringify(upper?._links))?.[0] ?? '';
  expect((await ask<Row>(link)).body.id).toBe(upper?.id);
});

test.each([
  ['Status=Error', (row: Row) => row.status === 'Error'],
  ['Status=Error&Status=Running', (row: Row) => row.status === 'Error' || row.status === 'Running'],
  ['Types=PolicyBackup&Types=PolicySnapshot', (row: Row) => /^Policy(Backup|Snapshot)$/.test(String(row.type))],
  ['PolicyId=A91630AB-1603-47EA-A76C-0525E77A1188', (row: Row) => JSON.stringify(row).includes('a91630ab-1603')],
  ['FromUtc=2026-11-15T00:00:00Z', (row: Row) => String(row.executionStartTime ?? '') >= '2026-11-15'],
  [
    'FromUtc=2020-02-07T00:00:00Z&ToUtc=2020-02-07T09:00:00Z',
    (row: Row) => /^2020-02-07T08/.test(String(row.executionStartTime ?? '')),
  ],
  [
    'Status=Success&Types=RepositoryCreation',
    (row: Row) => row.type === 'RepositoryCreation' && row.status === 'Success',
  ],
  ['Invented=1&usn=4', () => true],
])('%s filters before it pages', async (query, isWanted) => {
  const wanted = idsOf((await readAll()).filter(isWanted));
  expect(wanted.length).toBeGreaterThan(0);
  expect(idsOf(await readAll(query))).toEqual(wanted);
  expect(await read(`${query}&Offset=1&Limit=1`)).toMatchObject({ totalCount: wanted.length });
});

test('a bad value is a bad request that names its parameter', async () => {
  const { status, type, body } = await ask<Row>('/api/v8.1/jobSessions?Limit=many&Status=Failed');
  expect(status).toBe(400);
  expect(type).toContain('application/problem+json');
  expect(Object.keys(body)).toEqual(['type', 'title', 'status', 'detail', 'traceId', 'errors']);
  expect(body.errors).toEqual({
    Limit: ["The value 'many' is not valid for Limit."],
    Status: ["The value 'Failed' is not valid for Status."],
  });
});

test.each([
  '/api/v8.1/jobSessions/15',
  '/api/v1/jobSessions/0b8a5f4e-0000-4000-8000-000000000000',
  '/api/v8.1/jobSessions/15/log',
  '/api/v9/jobSessions',
  '/api/v8.2/jobSessions/14',
  '/api/v8.1/jobSession/14',
])('%s is not found', async (path) => {
  const { status, type, body } = await ask<Row>(path);
  expect(status).toBe(404);
  expect(type).toContain('application/problem+json');
  expect(body).toMatchObject({ status: 404, title: 'Not Found', instance: path, traceId: expect.any(String) });
});

test.each(API_VERSIONS)('%s is served', async (version) => {
  expect((await ask(`/api/${version}/jobSessions/14`)).status).toBe(200);
});
