import { afterEach } from 'vitest';
import type { AvepointOptions } from '../avepoint/options.ts';
import { createAvepointSimulator } from '../avepoint/simulator.ts';
import { createSimulatedClock } from '../clock/clock.ts';
import { createRandom } from '../fleet/random.ts';
import type { SimulatedVendor } from '../simulated-vendor.ts';

export type Row = Record<string, unknown>;
type Answer = { readonly status: number; readonly body: Row; readonly rows: readonly Row[]; readonly nextLink: string };

export const PATH = '/backup/m365/cloudbackupjobs';

const started: SimulatedVendor[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((vendor) => vendor.stop()));
});

/** A simulated tenant of AvePoint, stopped after the test. */
export const start = async ({ jobs = 60, ...avepoint }: AvepointOptions & { jobs?: number } = {}) => {
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

export const get = async (vendor: SimulatedVendor, path: string, token = vendor.tokens.valid): Promise<Answer> => {
  const address = path.startsWith('http') ? path : vendor.url + path;
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  const body: unknown = await response.json();
  if (!isRow(body)) throw new TypeError('no envelope');
  const nextLink = isRow(body.metadata) ? String(body.metadata.nextLink) : '';
  return { status: response.status, body, rows: Array.isArray(body.data) ? body.data : [], nextLink };
};

export const readAll = async (vendor: SimulatedVendor, query = ''): Promise<Row[]> => {
  const rows: Row[] = [];
  let link = `${PATH}?${query}`;
  while (link !== '') {
    const page = await get(vendor, link);
    rows.push(...page.rows);
    link = page.nextLink;
  }
  return rows;
};

export const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => String(id)).sort();
export const truthIds = (vendor: SimulatedVendor): string[] =>
  vendor
    .truth()
    .map(({ nativeId }) => nativeId)
    .sort();
