import { expect, test } from 'vitest';
import { addTicks, renderDuration, renderInstant, renderIsoDuration, renderTimeSpan } from './time-text.ts';

const span = (milliseconds: number, ticks = 0) => ({ milliseconds, ticks });

test.each([
  [span(0), '00:00:00', 'PT0S'],
  [span(1_223_089, 6697), '00:20:23.0896697', 'PT20M23.0896697S'],
  [span(43_180, 9140), '00:00:43.1809140', 'PT43.180914S'],
  [span(93_784_500), '1.02:03:04.5000000', 'P1DT2H3M4.5S'],
  [span(93_600_000), '1.02:00:00', 'P1DT2H'],
  [span(86_400_000), '1.00:00:00', 'P1D'],
])('%j is written in both forms', (length, timeSpan, iso) => {
  expect(renderTimeSpan(length)).toBe(timeSpan);
  expect(renderIsoDuration(length)).toBe(iso);
});

test('the api-version decides the form of a duration', () => {
  expect(renderDuration(span(1000), '2016-12-01')).toBe('00:00:01');
  expect(renderDuration(span(1000), '2019-05-13')).toBe('00:00:01');
  expect(renderDuration(span(1000), '2019-06-15')).toBe('PT1S');
  expect(renderDuration(span(1000), '2025-02-01')).toBe('PT1S');
});

test('instants keep seven digits, without zeros at the end', () => {
  const at = Date.parse('2020-02-03T18:10:48.296Z');
  expect(renderInstant(span(at, 120))).toBe('2020-02-03T18:10:48.296012Z');
  expect(renderInstant(span(at, 9))).toBe('2020-02-03T18:10:48.2960009Z');
  expect(renderInstant(span(at - 296))).toBe('2020-02-03T18:10:48Z');
});

test('ticks carry over into milliseconds', () => {
  expect(addTicks(span(948, 8967), span(89, 6697))).toEqual(span(1038, 5664));
});
