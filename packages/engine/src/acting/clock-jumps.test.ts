import { finishWork } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { actFor, createActingWorld, runPlan, untilOver } from './testing/acting-world.ts';

const dayMs = 86_400_000;

test.each([
  ['with a store', true],
  ['without one', false],
])(
  'a clock that is set by a day, forward or back, keeps no operation from being followed to its end, %s',
  async (_, isStored) => {
    for (const shiftMs of [dayMs, -dayMs]) {
      const { vendor, open, clock } = createActingWorld({}, { isStored });
      const { engine } = open();
      const { id } = await actFor(engine, runPlan);
      clock.shiftWall(shiftMs);
      finishWork(vendor);
      const startMs = clock.monotonicMs();
      const operation = await untilOver(engine, id);
      expect(operation.status).toBe('done');
      expect(clock.monotonicMs() - startMs).toBeLessThan(5 * 60_000);
      await engine.close();
    }
  },
);
