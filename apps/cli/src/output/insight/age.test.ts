import { expect, test } from 'vitest';
import { toAgeText, toLengthText } from './age.ts';

test.each([
  [0, '< 1 min'],
  [59_000, '< 1 min'],
  [12 * 60_000, '12 min'],
  [4 * 3_600_000, '4 h'],
  [4 * 3_600_000 + 12 * 60_000, '4 h 12 min'],
  [3 * 86_400_000, '3 d'],
  [3 * 86_400_000 + 4 * 3_600_000 + 59 * 60_000, '3 d 4 h'],
])('%d ms are %s', (milliseconds, text) => {
  expect(toLengthText(milliseconds)).toBe(text);
});

test('what is not known, or lies ahead, has no age', () => {
  const nowMs = Date.parse('2026-01-15T12:00:00Z');
  expect([null, '2026-01-16T00:00:00.000Z', '2026-01-12T08:00:00.000Z'].map((at) => toAgeText(at, nowMs))).toEqual([
    '-',
    '-',
    '3 d 4 h',
  ]);
});
