import { createRandom } from '@crossvault/simulators';
import { expect, test } from 'vitest';
import { createHeapClock } from './heap-clock.ts';

test('sleepers wake in the order of their instants, and of their calls where those are equal', async () => {
  const clock = createHeapClock('2026-03-02T12:00:00.000Z');
  const random = createRandom('heap');
  const woken: [due: number, call: number][] = [];
  const sleeps = Array.from({ length: 500 }, (_, call) => {
    const due = random.integer(1, 100);
    return clock.sleep(due).then(() => woken.push([due, call]));
  });
  await clock.runUntil(100);
  await Promise.all(sleeps);
  expect(woken).toEqual(woken.toSorted(([due, call], [otherDue, otherCall]) => due - otherDue || call - otherCall));
  expect(clock.now()).toBe(Date.parse('2026-03-02T12:00:00.100Z'));
});

test('a sleep that is given up rejects with the reason and holds no jump up', async () => {
  const clock = createHeapClock('2026-03-02T12:00:00.000Z');
  const caller = new AbortController();
  const given = clock.sleep(10, { signal: caller.signal });
  caller.abort(new Error('no longer'));
  await expect(given).rejects.toThrow('no longer');
  let wokenAtMs = 0;
  void clock.sleep(20).then(() => {
    wokenAtMs = clock.monotonicMs();
  });
  await clock.runUntil(15);
  expect([wokenAtMs, clock.monotonicMs()]).toEqual([0, 15]);
  await clock.runUntil(30);
  expect([wokenAtMs, clock.monotonicMs()]).toEqual([20, 30]);
});
