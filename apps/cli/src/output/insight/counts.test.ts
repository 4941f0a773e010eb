import { occurrenceStates } from '@crossvault/core/insight';
import { countOccurrences, makeOccurrence } from '@crossvault/testkit/fakes';
import { expect, test } from 'vitest';
import { createPalette } from '../palette.ts';
import { renderCounts, toRatioText } from './counts.ts';

const palette = createPalette(false);

test('a ratio is rounded down, so that 100 % means all', () => {
  expect([1, 0.99999, 0.5, 0, null].map(toRatioText)).toEqual(['100.0 %', '99.9 %', '50.0 %', '0.0 %', '-']);
});

test('counts of zero have no column, but for expected, met, failed and missed', () => {
  expect(renderCounts(countOccurrences([makeOccurrence('a', 'met', 'vm')]), 80, palette)).toEqual([
    'EXPECTED  MET  FAILED  MISSED  MET OF COUNTED',
    '1         1    0       0       100.0 %',
  ]);
});

test('counts that have no room stand in further lines', () => {
  const all = occurrenceStates.map((state) => makeOccurrence('a', state, 'vm', { recovered: true }));
  const lines = renderCounts(countOccurrences(all), 80, palette);
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  expect(lines.join(' ')).toMatch(/EXPECTED .* RECOVERED .*PENDING +MET OF COUNTED/);
});
