import { expect, test } from 'vitest';
import { jobTypes, readKind } from './map-kind.ts';

test.each([
  ['1', 'Backup', 'backup'],
  ['2', 'Restore', 'restore'],
  ['3', 'Export', 'export'],
  ['4', 'Deletion', 'delete'],
  ['5', 'Retention', 'retention'],
])('the typed list %s (%s) makes %s, inferred', (stamp, _word, kind) => {
  expect(readKind(stamp)).toEqual({ value: kind, provenance: 'inferred' });
});

test.each(['0', '6', '', null])('the stamp %j makes other', (stamp) => {
  expect(readKind(stamp)).toEqual({ value: 'other', provenance: 'inferred' });
});

test('every value of the filter but 0 has its row', () => {
  expect(jobTypes.map(({ filter, stamp }) => [filter, stamp])).toEqual([1, 2, 3, 4, 5].map((n) => [n, String(n)]));
});
