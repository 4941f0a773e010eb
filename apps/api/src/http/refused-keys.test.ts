import { createManualClock, silentLogger } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createRefusedKeys, mostHeld } from './refused-keys.ts';

const patient = { signal: new AbortController().signal };

function open() {
  const clock = createManualClock();
  const lines: object[] = [];
  const logger = { ...silentLogger, warn: (fields: object) => void lines.push(fields) };
  return { clock, lines, refused: createRefusedKeys(logger, clock) };
}

/** Which of these have ended by themselves. */
async function countEnded(all: readonly Promise<void>[]): Promise<number> {
  let ended = 0;
  for (const each of all) void each.then(() => (ended += 1));
  for (let round = 0; round < 5; round += 1) await new Promise((resolve) => setImmediate(resolve));
  return ended;
}

test('an address leaves one line a minute, which says how many keys were refused in the minute before', async () => {
  const { clock, lines, refused } = open();
  for (let index = 0; index < 5; index += 1) await refused.note('a', patient);
  await refused.note('b', patient);
  clock.move(60_000);
  await refused.note('a', patient);
  expect(lines).toEqual([
    { address: 'a', refusedBefore: 0 },
    { address: 'b', refusedBefore: 0 },
    { address: 'a', refusedBefore: 5 },
  ]);
});

test('an address that tries many keys waits for each answer, up to a bounded number of waits', async () => {
  const { clock, refused } = open();
  const all = Array.from({ length: 5 + mostHeld + 10 }, () => refused.note('a', patient));
  expect(await countEnded(all)).toBe(15);
  clock.move(1_000);
  await Promise.all(all);
});
