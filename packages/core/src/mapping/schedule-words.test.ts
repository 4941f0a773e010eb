import { expect, test } from 'vitest';
import { joinScheduleParts, toMonth, toTimeOfDay, toWeekday, workdays } from './schedule-words.ts';

test.each([
  ['Monday', 'monday'],
  ['SUNDAY', 'sunday'],
  ['Mon', undefined],
  ['Unknown', undefined],
])('the day %s is %s', (word, day) => {
  expect(toWeekday(word)).toBe(day);
});

test.each([
  ['January', 1],
  ['december', 12],
  ['Brumaire', undefined],
])('the month %s is %s', (word, month) => {
  expect(toMonth(word)).toBe(month);
});

test.each([
  [0, 0, 0, '00:00'],
  [23, 59, 58, '23:59:58'],
  [24, 0, 0, null],
  [-1, 0, 0, null],
  [1.5, 0, 0, null],
  [1, 60, 0, null],
])('%d:%d:%d is the time %s', (hour, minute, second, text) => {
  expect(toTimeOfDay(hour, minute, second)).toBe(text);
});

test('workdays end on Friday', () => {
  expect(workdays).toEqual(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']);
});

test('the parts of a schedule are one schedule; no part is none', () => {
  const facts = {
    source: 'native',
    timeZone: null,
    nativeTimeZone: null,
    timeZoneFrom: null,
    clockChange: { skipped: 'skips', doubled: 'once' },
    confidence: 1,
  } as const;
  const none = { kind: 'none', track: 'full' } as const;
  expect(joinScheduleParts([], facts)).toBeNull();
  expect(
    joinScheduleParts(
      [
        { text: 'a', rules: [none], unread: ['x'] },
        { text: 'b', rules: [], unread: ['x', 'y'] },
      ],
      facts,
    ),
  ).toMatchObject({ text: 'a; b', rules: [none], unread: ['x', 'y'] });
});
