import { afterEach, describe, expect, test } from 'vitest';
import { createSimulatedClock } from '../clock.ts';
import { createRandom } from '../random.ts';
import type { SimulatedVendor } from '../simulated-vendor.ts';
import type { AvepointOptions } from './options.ts';
import { createAvepointSimulator } from './simulator.ts';

type Row = Record<string, unknown>;
type Answer = { readonly status: number; readonly body: Row; readonly rows: readonly Row[]; readonly nextLink: string };

const PATH = '/backup/m365/cloudbackupjobs';

const started: SimulatedVendor[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((vendor) => vendor.stop()));
});

const start = async ({ jobs = 60, ...avepoint }: AvepointOptions & { jobs?: number } = {}) => {
  const clock = createSimulatedClock({ start: '2026-03-10T08:00:00Z' });
  const vendor = createAvepointSimulator({
    clock,
    random: createRandom(1),
    jobs,
    days: 14,
    anchorMs: clock.now(),
    port: 0,
    pageSize: undefined,
    avepoint,
  });
  started.push(vendor);
  await vendor.start();
  return { vendor, clock };
};

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

const get = async (vendor: SimulatedVendor, path: string, token = vendor.tokens.valid): Promise<Answer> => {
  const address = path.startsWith('http') ? path : vendor.url + path;
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  const body: unknown = await response.json();
  if (!isRow(body)) throw new TypeError('no envelope');
  const nextLink = isRow(body.metadata) ? String(body.metadata.nextLink) : '';
  return { status: response.status, body, rows: Array.isArray(body.data) ? body.data : [], nextLink };
};

const readAll = async (vendor: SimulatedVendor, query = ''): Promise<Row[]> => {
  const rows: Row[] = [];
  let link = `${PATH}?${query}`;
  while (link !== '') {
    const page = await get(vendor, link);
    rows.push(...page.rows);
    link = page.nextLink;
  }
  return rows;
};

const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => String(id)).sort();
const truthIds = (vendor: SimulatedVendor): string[] =>
  vendor
    .truth()
    .map(({ nativeId }) => nativeId)
    .sort();

describe('the forms that the vendor does not document', () => {
  test.each([0, 1] as const)('the first page is %i, and no index before it is refused', async (firstPage) => {
    const { vendor } = await start({ firstPage, jobs: 25 });
    const first = await get(vendor, `${PATH}?pageIndex=${firstPage}`);
    expect((await get(vendor, `${PATH}?pageIndex=0`)).rows).toEqual(first.rows);
    expect(first.nextLink).toContain(`pageIndex=${firstPage + 1}`);
    expect(idsOf(await readAll(vendor))).toEqual(truthIds(vendor));
  });

  test.each([
    ['relative', /^\/backup\/m365\/cloudbackupjobs\?pageSize=5&pageIndex=1$/],
    ['token', /^[\w-]+$/],
    ['absent', /^undefined$/],
  ] as const)('a link can be %s', async (nextLink, pattern) => {
    const { vendor } = await start({ nextLink });
    expect((await get(vendor, `${PATH}?pageSize=5`)).nextLink).toMatch(pattern);
  });

  test('the total can be left out', async () => {
    const { vendor } = await start({ hasTotals: false });
    expect(Object.keys((await get(vendor, PATH)).body.metadata ?? {})).toEqual(['nextLink']);
  });

  test.each(['/backup/m365/jobs', '/backup/m365/cloudbackup/getjobs'])(
    'at %s the list has its former shape',
    async (path) => {
      const { vendor } = await start({ jobs: 12 });
      const { body } = await get(vendor, `${path}?pageSize=100`);
      expect(body).toEqual({ totalNumber: 13, jobs: (await get(vendor, `${PATH}?pageSize=100`)).rows, nextLink: '' });
      expect((await get(vendor, `${path}?pageSize=5`)).body.nextLink).toContain(`${vendor.url}${path}?`);
    },
  );
});

describe('the licence', () => {
  const LICENCE = '/backup/m365/cloudbackuplicenseconsumption';

  test.each([
    ['licensed', 200, { status: 200, body: { data: { purchasedUserSeats: 500 } } }],
    ['unlicensed', 404, { status: 200, body: { data: { purchasedUserSeats: 0 } } }],
    ['elsewhere', 404, { status: 404 }],
  ] as const)('of a tenant that is %s', async (tenant, listStatus, licence) => {
    const { vendor } = await start({ tenant, jobs: 0 });
    expect((await get(vendor, PATH)).status).toBe(listStatus);
    expect(await get(vendor, LICENCE)).toMatchObject(licence);
  });
});
