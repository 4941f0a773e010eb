import { expect, test } from 'vitest';
import { listSlowest } from './slowest-files.ts';

const filesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ file: `${index}.test.ts`, durationMs: index * 1000 }));

test('the ten slowest files are listed, the slowest first', () => {
  const [title, ...lines] = listSlowest(filesOf(12));
  expect(title).toBe('The 10 slowest of 12 test files:');
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe('   11.0 s  11.test.ts');
  expect(lines.at(-1)).toBe('    2.0 s  2.test.ts');
});

test('nothing is listed of a run of few files', () => {
  expect(listSlowest(filesOf(10))).toEqual([]);
});
