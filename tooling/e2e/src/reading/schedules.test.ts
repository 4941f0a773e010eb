import { errorCodes } from '@crossvault/core';
import { fc, test as property } from '@fast-check/vitest';
import { beforeAll, expect } from 'vitest';
import { compareWithTruth, wholeAndOnce } from './compare.ts';
import { endlessFault } from './endless-fault.ts';
import { openHouse } from './open-house.ts';
import { readWhole } from './read-whole.ts';
import { openScheduled, planFaults, playOutages, schedule } from './schedule.ts';
import { readScheduleCount } from './settings.ts';
import { warmUp } from './warm-up.ts';

const numRuns = readScheduleCount();
const timeoutMs = Math.max(120_000, numRuns * 2000);

beforeAll(warmUp);

property.prop([schedule], { numRuns, endOnFailure: numRuns > 1000 })(
  'after any schedule of faults that ends, every job is listed once',
  async (given) => {
    const house = await openScheduled(given);
    try {
      const before = house.simulators.truth();
      planFaults(house, given);
      await playOutages(house, given, 0);
      const between = (page: number) => playOutages(house, given, page);
      const reading = await readWhole(house, { limit: given.limit, mostPages: 60, between });
      expect(compareWithTruth(reading.jobs, before, house.simulators.truth())).toEqual(wholeAndOnce);
      expect(new Set(reading.jobs.map(({ id }) => id)).size).toBe(reading.jobs.length);
      expect(reading.ended).toBe(true);
      expect(reading.pages.at(-1)?.map(({ status }) => status)).not.toContain('failed');
      expect(house.vendors.map(({ vendor }) => vendor.faults.askedTooEarly)).toEqual([0, 0, 0, 0]);
    } finally {
      await house.close();
    }
  },
  timeoutMs,
);

property.prop([fc.record({ vendor: fc.nat(3), fault: endlessFault, seed: fc.integer({ min: 1, max: 1000 }) })], {
  numRuns: Math.ceil(numRuns / 5),
})(
  'any fault that does not end leaves a clear problem on its source within the deadline, and the others whole',
  async ({ vendor: index, fault, seed }) => {
    const deadlineMs = 30_000;
    const house = await openHouse({ jobs: 24, seed, deadlineMs });
    const broken = house.vendors[index];
    const others = (job: { readonly vendor: string }): boolean => job.vendor !== broken?.id;
    try {
      const before = house.simulators.truth().filter(others);
      broken?.vendor.faults.script([{ on: { list: true, times: 'always' }, fault }]);
      const startMs = house.world.clock.now();
      const first = await readWhole(house, { limit: 500, mostPages: 1, pauseMs: 0 });
      expect(house.world.clock.now() - startMs).toBeLessThanOrEqual(deadlineMs);
      const [sources] = first.pages;
      const own = sources?.[index];
      // Lists that are requested in another way may still be there.
      expect(['failed', 'partial']).toContain(own?.status);
      expect(errorCodes).toContain(own?.problem?.code);
      expect(own?.problem).toMatchObject({
        source: broken?.vendor.connection.name,
        detail: expect.stringMatching(/\w{3}/),
      });
      expect(sources?.filter((_source, each) => each !== index).map(({ status }) => status)).toEqual([
        'ok',
        'ok',
        'ok',
      ]);
      expect(compareWithTruth(first.jobs.filter(others), before, house.simulators.truth().filter(others))).toEqual(
        wholeAndOnce,
      );
    } finally {
      await house.close();
    }
  },
  timeoutMs,
);
