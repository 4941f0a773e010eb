import { expect, test } from 'vitest';
import { findDrift } from './find-drift.ts';

const file = 'packages/some-vendor/src/generated/schema.ts';

test('files that say what their documents give have not drifted', () => {
  expect(findDrift([{ file, expected: 'a\nb\n', checkedIn: 'a\nb\n' }])).toEqual([]);
});

test('nothing to compare is no drift', () => {
  expect(findDrift([])).toEqual([]);
});

test('line ends alone are no drift', () => {
  expect(findDrift([{ file, expected: 'a\nb\n', checkedIn: 'a\r\nb\r\n' }])).toEqual([]);
});

test.each([
  ['an edited file', 'a\nB\n'],
  ['an emptied file', ''],
  ['a file with a line too many', 'a\nb\nc\n'],
  ['a file without its last line end', 'a\nb'],
])('%s is named, with the command that repairs it', (_case, checkedIn) => {
  const [message, ...others] = findDrift([{ file, expected: 'a\nb\n', checkedIn }]);
  expect(message).toContain(file);
  expect(message).toContain('npx -y pnpm@10 generate');
  expect(others).toEqual([]);
});

test('a file that was never checked in is named as missing', () => {
  expect(findDrift([{ file, expected: 'a\n', checkedIn: null }])).toEqual([
    `${file} is missing: run npx -y pnpm@10 generate and commit it.`,
  ]);
});

test('every drifted file is named, and only those', () => {
  const messages = findDrift([
    { file: 'one.ts', expected: 'a', checkedIn: 'b' },
    { file: 'two.ts', expected: 'a', checkedIn: 'a' },
    { file: 'three.ts', expected: 'a', checkedIn: null },
  ]);
  expect(messages.map((message) => message.split(' ')[0])).toEqual(['one.ts', 'three.ts']);
});
