import { expect, test } from 'vitest';
import { isJobId, parseJobKey, toJobKey } from './key.ts';

test('a number of v1 stays unchanged, a uuid is written in lower case', () => {
  expect(toJobKey('14')).toEqual(['14']);
  expect(toJobKey('3F2504E0-4F89-41D3-9A0C-0305E82C3301')).toEqual(['3f2504e0-4f89-41d3-9a0c-0305e82c3301']);
  expect(toJobKey('Nightly')).toEqual(['Nightly']);
});

test.each(['14', '3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'a b'])('%s is read back from its key', (id) => {
  expect(parseJobKey(toJobKey(id))).toEqual({ sessionId: id });
});

test.each([[[]], [['']], [[' ']], [['.']], [['..']], [['14', 'more']], [['9'.repeat(129)]]])(
  '%j names no session',
  (key) => {
    expect(parseJobKey(key)).toBeNull();
  },
);

test.each(['', ' ', '.', '..', 'a/b', 'a%2fb', 'a\\b', 'a\u0000', '\ud800', '9'.repeat(129)])(
  '%j is no id that a path can carry',
  (id) => {
    expect(isJobId(id)).toBe(false);
  },
);
