import { afterEach, expect, test } from 'vitest';
import { type House, openHouse } from './open-house.ts';

let house: House;
afterEach(() => house.close());

const dayMs = 86_400_000;
const page = { limit: 500, cursor: null, strict: true, fresh: false } as const;
const call = { signal: new AbortController().signal };

test.each([
  ['on a usual day', '2026-06-10T12:00:00.000Z'],
  ['before the night that skips an hour', '2026-03-28T12:00:00.000Z'],
  ['before the night that has an hour twice', '2026-10-24T12:00:00.000Z'],
])('%s the next run of every plan is the one that the simulators start next', async (_name, start) => {
  house = await openHouse({ oddities: false, schedules: {}, start, days: 1, veeamSpc: { apiVersion: 'v3' } });
  const { records } = await house.engine.plans({}, page, call);
  const nowMs = house.simulators.clock.now();
  house.simulators.clock.move(8 * dayMs);
  const { occurrences } = house.simulators.schedule();
  const told = records.flatMap(({ thing: { vendor, name, nextRunAt } }) => {
    const next = occurrences.find((one) => {
      return one.vendor === vendor && one.plan === name && Date.parse(one.dueAt) > nowMs;
    });
    // When the run before will have ended nobody knows.
    const isFollowing = next?.track === 'copy' && vendor === 'veeam-spc';
    return next === undefined || isFollowing ? [] : [{ name, told: nextRunAt, due: next.dueAt }];
  });
  expect(told.map(({ name, told: at }) => `${name} ${at}`)).toEqual(told.map(({ name, due }) => `${name} ${due}`));
  expect(told.length).toBeGreaterThan(25);
});
