import type { FaultInput, VendorId } from '@crossvault/simulators';
import { VENDOR_IDS } from '@crossvault/simulators';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compareWithTruth, wholeAndOnce } from './compare.ts';
import { type House, openHouse, type ReadVendor } from './open-house.ts';
import { readWhole } from './read-whole.ts';
import { warmUp } from './warm-up.ts';

const deadlineMs = 30_000;
/** What all retries of a connection draw from, and what the retry of a failure costs. */
const quota = { tokens: 500, cost: 14 };

let house: House;
beforeAll(warmUp);
beforeEach(async () => {
  house = await openHouse({ jobs: 60, deadlineMs, pageSize: 10 });
});
afterEach(() => house.close());

const reader = (id: VendorId): ReadVendor => {
  const found = house.vendors.find((each) => each.id === id);
  if (found === undefined) throw new Error(`${id} is not here`);
  return found;
};
const always = (id: VendorId, fault: FaultInput): void =>
  reader(id).vendor.faults.script([{ on: { times: 'always' }, fault }]);
const readPage = () => readWhole(house, { limit: 500, mostPages: 1, pauseMs: 0 });
const statusesOf = (sources: readonly { readonly status: string }[] | undefined) =>
  sources?.map(({ status }) => status);

describe.each(VENDOR_IDS)('%s', (id) => {
  test.each([
    ['in seconds', 'seconds' as const],
    ['as a date', 'date' as const],
    ['in its body', 'body' as const],
  ])('that throttles with a wait %s gets no request before it is over', async (_how, form) => {
    reader(id).vendor.faults.script([
      { on: { nth: 2 }, fault: { kind: 'throttled', wait: { form, seconds: 11 } } },
      { on: { nth: 6 }, fault: { kind: 'throttled', wait: { form, seconds: 7 } } },
    ]);
    const startMs = house.world.clock.now();
    const before = house.simulators.truth();
    const reading = await readWhole(house, { limit: 500 });
    expect(reader(id).vendor.faults.done.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['throttled']));
    expect(reader(id).vendor.faults.askedTooEarly).toBe(0);
    expect(house.world.clock.now() - startMs).toBeGreaterThanOrEqual(11_000);
    expect(compareWithTruth(reading.jobs, before, house.simulators.truth())).toEqual(wholeAndOnce);
  });

  test('that throttles for longer than the deadline is reported at once, and asked again when it may be', async () => {
    always(id, { kind: 'throttled', wait: { seconds: 120 } });
    const startMs = house.world.clock.now();
    const [sources] = (await readPage()).pages;
    expect(house.world.clock.now() - startMs).toBeLessThan(deadlineMs);
    const own = sources?.find(({ connection }) => connection === reader(id).vendor.connection.name);
    expect(own).toMatchObject({ status: 'failed', problem: { code: 'source-throttled' } });
    expect(own?.retryAfterSeconds).toBeGreaterThan(0);
    reader(id).vendor.faults.clear();
    await house.world.clock.sleep(120_000);
    expect(statusesOf((await readPage()).pages[0])).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  test('that hangs costs its own deadline and nothing else', async () => {
    always(id, { kind: 'hang' });
    const others = (job: { readonly vendor: string }): boolean => job.vendor !== id;
    const before = house.simulators.truth().filter(others);
    const startMs = house.world.clock.now();
    const reading = await readPage();
    expect(house.world.clock.now() - startMs).toBe(deadlineMs);
    expect(statusesOf(reading.pages[0])).toEqual(VENDOR_IDS.map((each) => (each === id ? 'failed' : 'ok')));
    expect(compareWithTruth(reading.jobs, before, house.simulators.truth().filter(others))).toEqual(wholeAndOnce);
  });

  test('that fails always gets no more attempts than calls and quota, and is whole again once it heals', async () => {
    // Who has signed in reads only lists from here on.
    await readPage();
    const { vendor, connector } = reader(id);
    const asked = vendor.requestCount;
    const earlier = connector.condition().requests;
    always(id, { kind: 'status', status: 503 });
    for (let page = 0; page < 12; page += 1) await readPage();
    const { sent, retried } = connector.condition().requests;
    const calls = sent - retried - (earlier.sent - earlier.retried);
    expect(retried).toBeLessThanOrEqual(Math.floor(quota.tokens / quota.cost));
    expect(vendor.requestCount - asked).toBeLessThanOrEqual(calls + Math.floor(quota.tokens / quota.cost));
    expect(connector.condition().circuit).toBe('open');
    vendor.faults.clear();
    await house.world.clock.sleep(300_000);
    const before = house.simulators.truth();
    const reading = await readWhole(house, { limit: 500 });
    expect(compareWithTruth(reading.jobs, before, house.simulators.truth())).toEqual(wholeAndOnce);
    expect(connector.condition().circuit).toBe('closed');
  });
});
