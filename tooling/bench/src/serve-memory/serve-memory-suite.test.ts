import { expect, test } from 'vitest';
import { toMemoryFigures } from './serve-memory-suite.ts';

test('the end of the hour is compared with its second sixth: before it everything is new', () => {
  const megabytes = [...Array(10).fill(500), ...Array(10).fill(100), ...Array(30).fill(400), ...Array(10).fill(120)];
  const memories = megabytes.map((each) => ({ residentBytes: each * 1e6, heapBytes: 1e6 }));
  expect(toMemoryFigures(memories).map(({ measured, ratio }) => [measured, ratio?.median])).toEqual([
    ['100 MB to 120 MB', 1.2],
    ['1 MB to 1 MB', 1],
  ]);
});
