import { expect, test } from 'vitest';
import { renderHours } from './render.ts';

test.each([
  [39_000, '0.011'],
  [48_000, '0.014'],
  [0, '0'],
  [1, '0.001'],
  [1_800_000, '0.5'],
  [36_000_000, '10'],
])('%i ms are %s hours, rounded up', (durationMs, hours) => {
  expect(renderHours(durationMs)).toBe(hours);
});
