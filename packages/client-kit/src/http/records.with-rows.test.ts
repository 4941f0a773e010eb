import { expect, test } from 'vitest';
import { withRows } from './records.ts';

test.each([
  { offset: 0, limit: 50, totalCount: 0 },
  { offset: 0, limit: 50, totalCount: 0, results: null },
  { offset: 0, limit: 50, totalCount: '0' },
])('a page without rows whose total is 0 is an empty one: %j', (page) => {
  expect(withRows(page, 'results', 'totalCount')).toEqual({ ...page, results: [] });
});

test.each([
  { totalCount: 3 },
  { totalCount: null },
  {},
  { totalCount: 0, results: 'none' },
  { totalCount: 0, results: [1] },
  [],
  'text',
  null,
])('any other answer stays as it is: %j', (answer) => {
  expect(withRows(answer, 'results', 'totalCount')).toBe(answer);
});
