import { createSimulatedClock } from '../clock/clock.ts';
import { createRandom } from '../fleet/random.ts';
import type { VeeamSpcOptions } from '../veeam-spc/options.ts';
import { createVeeamSpcSimulator } from '../veeam-spc/simulator.ts';

export type Vendor = ReturnType<typeof createVeeamSpcSimulator>;
export type Row = Record<string, unknown>;

const started: Vendor[] = [];

/** For after each test. */
export const stopAll = async (): Promise<void> => {
  await Promise.all(started.splice(0).map((vendor) => vendor.stop()));
};

/** A console whose clock stands still until it is moved. */
export const start = async (veeamSpc: VeeamSpcOptions = {}) => {
  const clock = createSimulatedClock({ start: '2026-03-10T08:00:00Z' });
  const core = {
    clock,
    random: createRandom(1),
    jobs: 90,
    days: 14,
    anchorMs: clock.now(),
    port: 0,
    pageSize: undefined,
  };
  const vendor = createVeeamSpcSimulator({ ...core, veeamSpc });
  started.push(vendor);
  await vendor.start();
  return { vendor, clock };
};

/** `METHOD /path`, with the token that the console takes. */
export const ask = async (vendor: Vendor, asked: string, body?: unknown, headers: Record<string, string> = {}) => {
  const [method = 'GET', path = ''] = asked.split(' ');
  const response = await fetch(vendor.url + path, {
    method,
    headers: {
      authorization: `Bearer ${vendor.tokens.valid}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  return { status: response.status, body: answer, location: response.headers.get('location') };
};
export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const rowOf = ({ body }: { readonly body: unknown }): Row => {
  if (!isRow(body)) throw new Error('the answer is no object');
  return isRow(body['data']) ? body['data'] : body;
};
