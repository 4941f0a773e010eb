import { expect, test } from 'vitest';
import { agentJobs } from './agent-context.ts';
import { kindWords, readKind } from './map-kind.ts';

test.each([
  ['agent-jobs', 'backup'],
  ['agent-jobs-of-tomorrow', 'other'],
  ['', 'other'],
])('a job of the list %j is of kind %s', (list, kind) => {
  expect(readKind(list)).toEqual({ value: kind, provenance: 'inferred' });
});

test('the table holds the one list that there is', () => {
  expect(kindWords.rows).toEqual([[agentJobs.key, 'backup']]);
});
