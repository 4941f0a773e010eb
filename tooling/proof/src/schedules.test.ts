import { test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { compareWithTruth, wholeAndOnce } from './compare.ts';
import { openHouse } from './open-house.ts';
import { readWhole } from './read-whole.ts';
import { planFaults, playOutages, schedule } from './schedule.ts';
import { readScheduleCount } from './settings.ts';

const numRuns = readScheduleCount();

property.prop([schedule], { numRuns })(
  'any schedule of faults that ends leaves every job told, each once',
  async (given) => {
    const { seed, limit, pageSize } = given;
    const house = await openHouse({ jobs: 24, seed, pageSize });
    try {
      const before = house.simulators.truth();
      planFaults(house, given);
      await playOutages(house, given, 0);
      const reading = await readWhole(house, { limit, between: (page) => playOutages(house, given, page) });
      expect(compareWithTruth(reading.jobs, before, house.simulators.truth())).toEqual(wholeAndOnce);
      expect(new Set(reading.jobs.map(({ id }) => id)).size).toBe(reading.jobs.length);
      expect(reading.ended).toBe(true);
      expect(reading.pages.at(-1)?.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok', 'ok']);
    } finally {
      await house.close();
    }
  },
  Math.max(60_000, numRuns * 1000),
);
