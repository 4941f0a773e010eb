import { scheduleSchema } from '@crossvault/core';
import { describe, expect, test } from 'vitest';
import type { Span } from '../occurrence.ts';
import { inferSchedule } from './infer-schedule.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const september = Date.parse('2026-09-02T00:00:00Z');

/** A start on each of the days from 2 September 2026 on, at a time in UTC, some minutes late. */
const starts = (days: number, time: string, isDue: (day: Date, index: number) => boolean = () => true): number[] =>
  Array.from({ length: days }, (_, index) => september + index * dayMs)
    .filter((ms, index) => isDue(new Date(ms), index))
    .map(
      (ms, index) => Date.parse(`${new Date(ms).toISOString().slice(0, 10)}T${time}Z`) + ((index * 7) % 15) * minuteMs,
    );

const isWorkday = (day: Date): boolean => day.getUTCDay() % 6 !== 0;

function infer(
  startsMs: readonly number[],
  more: { timeZone?: string; unseen?: readonly Span[]; nowMs?: number } = {},
) {
  const nowMs = (startsMs.at(-1) ?? 0) + 2 * hourMs;
  return inferSchedule({ startsMs, unseen: [], timeZone: null, nowMs, ...more }, 'backup');
}

test('the evidence is a sentence and figures, and the schedule is one of the model', () => {
  const startsMs = starts(58, '22:00', isWorkday).filter((_, index) => index !== 20);
  const found = infer(startsMs);
  expect(scheduleSchema.safeParse(found?.schedule).success).toBe(true);
  expect(found?.schedule).toMatchObject({ text: 'Mondays to Fridays at 22:00', source: 'inferred', timeZone: 'UTC' });
  expect(found?.evidence).toEqual([
    {
      text: '41 of 42 Mondays to Fridays 22:00 to 22:14 since 2 September 2026',
      matched: 41,
      expected: 42,
      sinceMs: september + 22 * hourMs,
      leastMs: 0,
      greatestMs: 14 * minuteMs,
    },
  ]);
  expect(found?.graceMs).toBe(hourMs);
});

test.each([
  ['every day', 40, () => true, 'days at 02:30'],
  ['on Tuesdays', 30, (day: Date) => day.getUTCDay() === 2, 'Tuesdays at 02:30'],
  ['every third day', 40, (_: Date, index: number) => index % 3 === 0, 'times every 3 days at 02:30'],
  ['every other Wednesday', 80, (_: Date, index: number) => index % 14 === 0, 'times every 14 days at 02:30'],
  ['on the 15th', 100, (day: Date) => day.getUTCDate() === 15, 'months on day 15 at 02:30'],
  [
    'on the last day of the month',
    100,
    (day: Date) => new Date(day.getTime() + dayMs).getUTCDate() === 1,
    'months on the last day at 02:30',
  ],
  [
    'on the second Tuesday of the month',
    140,
    (day: Date) => day.getUTCDay() === 2 && day.getUTCDate() > 7 && day.getUTCDate() < 15,
    'months on the second Tuesday at 02:30',
  ],
])('runs %s are recognized', (_, days, isDue, text) => {
  const found = infer(starts(days, '02:30', isDue));
  expect(found?.schedule.text).toBe(text);
  expect(found?.mayMiss).toBe(true);
});

test('an interval is recognized with 8 gaps, and a silence counts as missed once a week was seen', () => {
  const runs = (count: number) => Array.from({ length: count }, (_, index) => september + index * 4 * hourMs);
  expect(infer(runs(8))).toBeNull();
  expect(infer(runs(9))).toMatchObject({ schedule: { text: 'every 4 hours' }, mayMiss: false });
  expect(infer(runs(45))).toMatchObject({ mayMiss: true, graceMs: 2 * hourMs });
});

test('a run by hand between the runs of an interval moves none of them', () => {
  const runs = Array.from({ length: 45 }, (_, index) => september + index * 4 * hourMs);
  const byHand = (runs.at(-1) ?? 0) + 90 * minuteMs;
  const [rule] = infer([...runs, byHand])?.schedule.rules ?? [];
  expect(rule).toMatchObject({ kind: 'interval', anchorAt: new Date(runs.at(-1) ?? 0).toISOString() });
});

describe('nothing is concluded', () => {
  test.each<[string, number[]]>([
    ['from no runs', []],
    ['from two runs', starts(2, '22:00')],
    [
      'from runs every hour in office hours',
      starts(60, '00:00', isWorkday).flatMap((ms) => Array.from({ length: 10 }, (_, hour) => ms + (8 + hour) * hourMs)),
    ],
    [
      'from runs every quarter of an hour in office hours',
      starts(14, '00:00', isWorkday).flatMap((ms) =>
        Array.from({ length: 40 }, (_, quarter) => ms + 8 * hourMs + quarter * 15 * minuteMs),
      ),
    ],
    [
      'from a laptop that is opened at any hour',
      starts(60, '00:00').map((ms, index) => ms + ((index * 7) % 23) * hourMs),
    ],
  ])('%s', (_, startsMs) => {
    expect(infer(startsMs)).toBeNull();
  });
});

test('three weeks of a machine that is on every day are no reason to call it late', () => {
  expect(infer(starts(22, '12:00'))).toMatchObject({ schedule: { text: 'days at 12:00' }, mayMiss: false });
});

test('days that hold a finding or were not seen count neither for nor against', () => {
  const startsMs = starts(60, '22:00').filter((_, index) => index < 40 || index > 46);
  const gap = { fromMs: september + 40 * dayMs, untilMs: september + 47 * dayMs };
  expect(infer(startsMs)).toMatchObject({ evidence: [{ matched: 53, expected: 60 }], mayMiss: false });
  expect(infer(startsMs, { unseen: [gap] })).toMatchObject({
    evidence: [{ matched: 53, expected: 53 }],
    mayMiss: true,
  });
});

test('runs that come later are not looked at', () => {
  const startsMs = starts(60, '22:00');
  const nowMs = september + 30 * dayMs;
  expect(infer(startsMs, { nowMs })).toEqual(infer(startsMs.slice(0, 30), { nowMs }));
});

test('a plan that was moved to another time of day is no longer awaited at the old one, whatever findings say', () => {
  const before = starts(60, '22:00');
  const after = Array.from({ length: 5 }, (_, index) => september + (61 + index) * dayMs + 2 * hourMs);
  const unseen = after.map((ms) => ({ fromMs: ms - 4 * hourMs, untilMs: ms - 3 * hourMs }));
  expect(infer([...before, ...after], { unseen })?.mayMiss ?? false).toBe(false);
});

describe('on the clock change of 25 October 2026 in Berlin', () => {
  const timeZone = 'Europe/Berlin';
  const nowMs = Date.parse('2026-10-25T12:00Z');
  const utc = starts(90, '20:00');
  const local = utc.map((ms) => (ms > Date.parse('2026-10-25T01:00Z') ? ms + hourMs : ms));

  test.each([
    ['UTC', utc],
    ['Berlin', local],
  ])('a plan that means the clocks of %s is awaited neither too early nor too late, with an hour more', (_, all) => {
    const found = infer(
      all.filter((ms) => ms < nowMs),
      { timeZone, nowMs },
    );
    expect(found).toMatchObject({ graceMs: 2 * hourMs, mayMiss: true, schedule: { timeZone: 'UTC' } });
  });

  test.each([
    ['UTC', utc, 'UTC'],
    ['Berlin', local, timeZone],
  ])('weeks later a plan that means the clocks of %s is known to mean them', (_, all, zone) => {
    expect(infer(all, { timeZone })).toMatchObject({ graceMs: hourMs, schedule: { timeZone: zone } });
  });

  test('before it the clocks of the zone are taken to be meant', () => {
    const found = infer(starts(40, '20:00'), { timeZone });
    expect(found?.schedule).toMatchObject({ timeZone, text: 'days at 22:00' });
  });
});

test('a plan that was moved is awaited at its new time once that was seen for weeks', () => {
  const after = starts(98, '02:00', (_, index) => index > 60);
  expect(infer([...starts(60, '22:00'), ...after])).toMatchObject({
    schedule: { text: 'days at 02:00' },
    evidence: [{ matched: 37, expected: 37 }],
    mayMiss: true,
  });
});

test('a machine that ran twice a week is not late after five weeks in which it ran every day', () => {
  const startsMs = starts(128, '12:00', (_, index) => index > 92 || index % 7 === 0 || index % 7 === 3);
  expect(infer(startsMs)?.mayMiss ?? false).toBe(false);
});
