import { expect, test } from 'vitest';
import { isFirstPage } from './list-address.ts';
import { plainShapes } from './vendor-shapes.ts';

const shapes = { ...plainShapes, offsets: ['offset', '$skipToken'] };

test.each([
  ['/jobs', true],
  ['/jobs?limit=5&offset=0', true],
  ['/jobs?limit=5&Offset=10', false],
  ['/jobs?%24skipToken=abc', false],
  ['/jobs?filter=offset', true],
])('%s is the first page of its list: %s', (path, isFirst) => {
  expect(isFirstPage(path, shapes)).toBe(isFirst);
});
