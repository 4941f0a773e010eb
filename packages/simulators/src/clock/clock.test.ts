import { expect, test } from 'vitest';
import { createSimulatedClock } from './clock.ts';

test('a clock that does not run stands still until it is moved or set', () => {
  const clock = createSimulatedClock({ start: '2026-11-20T06:00:00Z' });
  expect(clock.now()).toBe(Date.parse('2026-11-20T06:00:00Z'));
  clock.move(90_000);
  expect(clock.now()).toBe(Date.parse('2026-11-20T06:01:30Z'));
  clock.set('2027-01-01T00:00:00Z');
  expect(clock.now()).toBe(Date.parse('2027-01-01T00:00:00Z'));
});

test('a running clock never goes back by itself and can be moved ahead', () => {
  const clock = createSimulatedClock({ running: true });
  const before = clock.now();
  clock.move(3_600_000);
  expect(clock.now()).toBeGreaterThanOrEqual(before + 3_600_000);
});

test('setting the clock lets no time pass: sleepers stay asleep and the monotonic reading stands', async () => {
  const clock = createSimulatedClock({ start: '2026-11-20T06:00:00Z' });
  let isAwake = false;
  const sleep = clock.sleep(1000).then(() => {
    isAwake = true;
  });
  const before = clock.monotonicMs();
  clock.set('2026-11-21T06:00:00Z');
  clock.move(-3_600_000);
  await Promise.resolve();
  expect([clock.monotonicMs() - before, isAwake]).toEqual([0, false]);
  clock.move(1000);
  await sleep;
  expect(clock.monotonicMs() - before).toBe(1000);
});

test('what is no instant is refused and changes nothing', () => {
  expect(() => createSimulatedClock({ start: 'soon' })).toThrow(RangeError);
  const clock = createSimulatedClock({ start: '2026-11-20T06:00:00Z' });
  expect(() => clock.set('tomorrow')).toThrow('not an instant: tomorrow');
  expect(clock.now()).toBe(Date.parse('2026-11-20T06:00:00Z'));
});

test('who sleeps on a clock that stands wakes when it is moved, in order', async () => {
  const clock = createSimulatedClock({ start: '2026-11-20T06:00:00Z' });
  const woken: string[] = [];
  const sleeps = [
    clock.sleep(2000).then(() => woken.push('later')),
    clock.sleep(1000).then(() => woken.push('sooner')),
    clock.sleep(0).then(() => woken.push('at once')),
  ];
  expect(clock.nextWakeMs).toBe(clock.monotonicMs() + 1000);
  clock.move(999);
  await sleeps[2];
  expect(woken).toEqual(['at once']);
  clock.move(5000);
  await Promise.all(sleeps);
  expect(woken).toEqual(['at once', 'sooner', 'later']);
  expect(clock.nextWakeMs).toBeNull();
});

test('an aborted sleep rejects with the reason and wakes no other', async () => {
  const clock = createSimulatedClock({ start: '2026-11-20T06:00:00Z' });
  const giving = new AbortController();
  const sleep = clock.sleep(1000, { signal: giving.signal });
  giving.abort(new Error('given up'));
  await expect(sleep).rejects.toThrow('given up');
  expect(clock.nextWakeMs).toBeNull();
  await expect(clock.sleep(1000, { signal: giving.signal })).rejects.toThrow('given up');
});

test('on a running clock sleepers wake by themselves, or with a move', async () => {
  const clock = createSimulatedClock({ running: true });
  const long = clock.sleep(3_600_000);
  await clock.sleep(1);
  clock.move(3_600_000);
  await long;
  expect(clock.nextWakeMs).toBeNull();
});
