import { expect, test } from 'vitest';
import { createStandingClock } from './standing-clock.ts';

test('time passes when it is moved, and sleepers wake in the order of their time', async () => {
  const clock = createStandingClock('2026-03-02T12:00:00.000Z');
  const woken: string[] = [];
  const sleeps = [
    clock.sleep(20).then(() => woken.push('late')),
    clock.sleep(10).then(() => woken.push('early')),
    clock.sleep(0).then(() => woken.push('at once')),
  ];
  expect(clock.nextWakeMs).toBe(10);
  clock.move(20);
  await Promise.all(sleeps);
  expect(woken).toEqual(['at once', 'early', 'late']);
  expect([clock.monotonicMs(), new Date(clock.now()).toISOString()]).toEqual([20, '2026-03-02T12:00:00.020Z']);
  expect(clock.nextWakeMs).toBeNull();
});

test('a set wall clock lets no time pass, and an aborted sleep ends with the reason', async () => {
  const clock = createStandingClock('2026-03-02T12:00:00.000Z');
  clock.shiftWall(-60_000);
  expect([clock.monotonicMs(), new Date(clock.now()).toISOString()]).toEqual([0, '2026-03-02T11:59:00.000Z']);
  const caller = new AbortController();
  const sleep = clock.sleep(10, { signal: caller.signal });
  caller.abort(new Error('no longer'));
  await expect(sleep).rejects.toThrow('no longer');
  expect(clock.nextWakeMs).toBeNull();
});
