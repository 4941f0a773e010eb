import type { AgedRequest } from '@crossvault/core/store';
import { createManualClock, silentLogger } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { deleteAgedRecords, keepHouse } from './upkeep.ts';

test('deletes only what has a setting, in short transactions, until nothing is left', async () => {
  const clock = createManualClock();
  const asked: AgedRequest[] = [];
  const left = [1000, 1000, 7];
  const store = {
    async deleteAged(request: AgedRequest) {
      asked.push(request);
      return left.shift() ?? 0;
    },
  };
  const retention = { changes: 30, audit: 400 };
  const deleted = await deleteAgedRecords({ store, clock, retention }, new AbortController().signal);
  expect(deleted).toEqual({ changes: 2007, audit: 0 });
  expect(asked.map(({ records }) => records)).toEqual(['changes', 'changes', 'changes', 'audit']);
  const dayMs = 86_400_000;
  expect(Date.parse(asked[0]?.before ?? '')).toBe(clock.now() - 30 * dayMs);
});

test('continues after a store that failed, and ends when it is stopped', async () => {
  const stopped = new AbortController();
  let looks = 0;
  const clock = {
    ...createManualClock(),
    sleep: async () => {
      if (looks === 2) stopped.abort();
    },
  };
  const store = {
    async deleteAged() {
      looks += 1;
      throw new Error('The disk is full.');
    },
  };
  await keepHouse({ store, clock, logger: silentLogger, retention: { changes: 1 } }, stopped.signal);
  expect(looks).toBe(2);
});
