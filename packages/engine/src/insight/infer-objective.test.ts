import { expect, test } from 'vitest';
import { inferObjective } from './infer-objective.ts';
import { daily, duesOf, onDays, scheduleOf, undocumented } from './testing/make-schedule.ts';

const hours = (count: number): number => count * 3_600_000;
const objectiveOf = (...rules: Parameters<typeof scheduleOf>[2][]): number | null =>
  inferObjective(duesOf(scheduleOf('UTC', undocumented, ...rules), '2026-01-01T00:00Z', '2026-03-01T00:00Z'), hours(1));

test.each([
  ['a daily one: a day, and a day', [daily('22:00')], 49],
  ['a weekly one: a week, and a day', [onDays({ kind: 'weekdays', weekdays: ['sunday'] })], 193],
  ['one of weekdays: the weekend, and a day', [onDays({ kind: 'weekdays', weekdays: ['monday', 'friday'] })], 121],
  ['one of every four hours: twice the interval', [daily('00:00', '04:00', '08:00', '12:00', '16:00', '20:00')], 9],
  ['several tracks: their gaps together', [daily('22:00'), { ...daily('10:00'), track: 'snapshot' as const }], 37],
])('the objective of a schedule is, with the grace of an hour, that of %s', (_, rules, expected) => {
  expect(objectiveOf(...rules)).toBe(hours(expected));
});

test('copies and archives do not make data young, so they count for nothing', () => {
  expect(objectiveOf({ ...daily('10:00'), track: 'copy' })).toBeNull();
  expect(objectiveOf(daily('22:00'), { ...daily('10:00'), track: 'archive' })).toBe(hours(49));
});
