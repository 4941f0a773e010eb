import { expect, test } from 'vitest';
import { readKind } from './map-kind.ts';

test.each([
  ['agent-jobs', 'backup'],
  ['agent-jobs-of-tomorrow', 'other'],
  ['', 'other'],
])('a job of the list %j is of kind %s', (list, kind) => {
  expect(readKind(list)).toEqual({ value: kind, provenance: 'inferred' });
});
