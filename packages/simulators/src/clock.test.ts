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

test('what is no instant is refused and changes nothing', () => {
  expect(() => createSimulatedClock({ start: 'soon' })).toThrow(RangeError);
  const clock = createSimulatedClock({ start: '2026-11-20T06:00:00Z' });
  expect(() => clock.set('tomorrow')).toThrow('not an instant: tomorrow');
  expect(clock.now()).toBe(Date.parse('2026-11-20T06:00:00Z'));
});
