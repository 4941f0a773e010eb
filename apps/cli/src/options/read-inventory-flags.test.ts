import { expect, test } from 'vitest';
import { readInventoryQuery } from './read-inventory-flags.ts';

const flags = { output: 'table', color: false } as const;

test('what is judged of plans and items can be asked for', () => {
  expect(readInventoryQuery({ ...flags, problem: true, stale: '3d', streak: '3' })).toEqual({
    problem: true,
    stale: '3d',
    streak: 3,
  });
  expect(readInventoryQuery(flags)).toEqual({});
});

test.each([['0'], ['many'], ['-1']])('a streak of %s is refused', (streak) => {
  expect(() => readInventoryQuery({ ...flags, streak })).toThrow('--streak:');
});
