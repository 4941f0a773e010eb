import { expect, test } from 'vitest';
import { toCount } from './count.ts';

test.each<[unknown, number | null]>([
  [0, 0],
  [3600, 3600],
  ['3600', 3600],
  [' 7 ', 7],
  ['', null],
  ['1e3', null],
  [-1, null],
  [1.5, null],
  [Number.MAX_SAFE_INTEGER + 1, null],
  ['9999999999999999', null],
  [null, null],
  [undefined, null],
  [{}, null],
])('%j is read as the count %j', (value, count) => {
  expect(toCount(value)).toBe(count);
});
