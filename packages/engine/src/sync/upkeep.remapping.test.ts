import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { makeJob } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createPartsWorld } from './testing/sync-parts.ts';
import { remapOutdated } from './upkeep.ts';

const at = '2026-01-01T00:00:00.000Z';

/** So many jobs that older rules mapped, and how many of them are mapped again so far. */
async function openOutdated(count: number) {
  let mapped = 0;
  const world = createPartsWorld(
    {},
    {
      mapJob: () => {
        mapped += 1;
        return { kind: 'rejected', rejection: { nativeId: null, reason: 'no-readable-id', value: null } };
      },
    },
  );
  await world.store.acquireLease(world.parts.lease, 60_000);
  await world.store.putJobs(
    Array.from({ length: count }, (_, index) => ({
      record: {
        key: [`${index}`],
        job: { ...makeJob('moving', `${index}`), endedAt: at, startedAt: at, observedAt: at },
        raw: { list: {} },
        context: { connection: 'moving', list: 'jobs', observedAt: at },
      },
      mapperVersion: 1,
      number: 1,
    })),
  );
  return { ...world, mapped: () => mapped };
}

test('stored jobs are mapped again a few in a turn of the event loop, so that renewals and requests have theirs', async () => {
  const { parts, mapped } = await openOutdated(50);
  let isOver = false;
  const remapping = remapOutdated(parts).finally(() => {
    isOver = true;
  });
  const seen = [0];
  while (!isOver) {
    await turnOfTheLoop();
    seen.push(mapped());
  }
  await remapping;
  expect(mapped()).toBe(50);
  expect(Math.max(...seen.map((each, index) => each - (seen[index - 1] ?? 0)))).toBeLessThanOrEqual(5);
});

test('mapping again ends between two turns when the lease is lost', async () => {
  const { parts, mapped, ending } = await openOutdated(50);
  const remapping = remapOutdated(parts);
  while (mapped() === 0) await turnOfTheLoop();
  ending.abort(new Error('lost'));
  await expect(remapping).rejects.toThrow('lost');
  expect(mapped()).toBeLessThan(50);
});
