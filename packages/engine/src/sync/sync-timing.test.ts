import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  addMs,
  backoffMs,
  believed,
  daysBefore,
  earlierOf,
  isTooFar,
  laterOf,
  openJobWaitMs,
  plausibleWaitMs,
  shownPast,
  syncTiming,
  withJitter,
} from './sync-timing.ts';

const nowMs = Date.parse('2026-03-02T12:00:00.000Z');
const at = (ms: number): string => new Date(nowMs + ms).toISOString();
const minuteMs = 60_000;

describe('waits', () => {
  test('after failures double, up to a bound', () => {
    expect([0, 1, 2, 3, 4].map(backoffMs)).toEqual([10_000, 10_000, 20_000, 40_000, 80_000]);
    expect(backoffMs(1_000)).toBe(syncTiming.longestBackoffMs);
  });

  property.prop([fc.nat({ max: 10 ** 10 })])('for an open job grow with its age, within bounds', (ageMs) => {
    const waitMs = openJobWaitMs(ageMs);
    expect(waitMs).toBeGreaterThanOrEqual(syncTiming.activeMs);
    expect(waitMs).toBeLessThanOrEqual(syncTiming.idleMs);
    expect(openJobWaitMs(ageMs + minuteMs)).toBeGreaterThanOrEqual(waitMs);
  });

  property.prop([fc.nat({ max: 10 ** 7 }), fc.double({ min: 0, max: 0.999, noNaN: true })])(
    'are never shortened by chance, and lengthened by a tenth at the most',
    (milliseconds, chance) => {
      const waitMs = withJitter(milliseconds, () => chance);
      expect(waitMs).toBeGreaterThanOrEqual(milliseconds);
      expect(waitMs).toBeLessThanOrEqual(milliseconds * 1.1 + 1);
    },
  );
});

describe('a stored instant of the past', () => {
  test('is believed up to five minutes ahead: clocks of two machines differ', () => {
    expect(believed(at(5 * minuteMs), nowMs)).toBe(at(5 * minuteMs));
    expect(believed(at(5 * minuteMs + 1), nowMs)).toBeNull();
    expect(believed(null, nowMs)).toBeNull();
  });

  test('is shown as now where it lies ahead a little, and not at all where it comes from a wrong clock', () => {
    expect(shownPast(at(-minuteMs), nowMs)).toBe(at(-minuteMs));
    expect(shownPast(at(minuteMs), nowMs)).toBe(at(0));
    expect(shownPast(at(6 * minuteMs), nowMs)).toBeNull();
  });
});

describe('a stored instant to wait for', () => {
  test('is waited for', () => {
    expect(plausibleWaitMs(at(minuteMs), nowMs, 10 * minuteMs)).toBe(minuteMs);
  });

  test.each([
    ['that has passed', at(-minuteMs)],
    ['that was never stored', null],
    ['of a clock that was ahead', at(86_400_000)],
  ])('%s costs no wait', (_, instant) => {
    expect(plausibleWaitMs(instant, nowMs, 10 * minuteMs)).toBe(0);
  });

  test('is waited for no longer than the longest wait, and too far beyond it', () => {
    expect(plausibleWaitMs(at(12 * minuteMs), nowMs, 10 * minuteMs)).toBe(10 * minuteMs);
    expect(isTooFar(at(15 * minuteMs), nowMs, 10 * minuteMs)).toBe(false);
    expect(isTooFar(at(15 * minuteMs + 1), nowMs, 10 * minuteMs)).toBe(true);
    expect(isTooFar(null, nowMs, 0)).toBe(false);
  });
});

test('instants are moved and compared', () => {
  expect(addMs(at(0), -minuteMs)).toBe(at(-minuteMs));
  expect(daysBefore(nowMs, 2)).toBe('2026-02-28T12:00:00.000Z');
  expect(earlierOf(at(1), at(0))).toBe(at(0));
  expect([laterOf(null, null), laterOf(null, at(0)), laterOf(at(0), null), laterOf(at(0), at(1))]).toEqual([
    null,
    at(0),
    at(0),
    at(1),
  ]);
});
