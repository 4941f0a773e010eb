import { expect, test } from 'vitest';
import { namesEntityTag, toEntityTag } from './entity-tag.ts';

test('the same content has the same weak tag, other content another one', () => {
  expect(toEntityTag({ a: [1, null] })).toBe(toEntityTag({ a: [1, null] }));
  expect(toEntityTag({ a: [1, null] })).not.toBe(toEntityTag({ a: [1] }));
  expect(toEntityTag(undefined)).toMatch(/^W\/"[\w-]{27}"$/);
});

test.each([
  ['W/"abc"', true],
  ['"abc"', true],
  ['*', true],
  [' * ', true],
  ['"x", W/"abc"', true],
  ['W/"x","abc"', true],
  ['"x",\tW/"abc"\t', true],
  ['"ab"', false],
  ['abc', false],
  ['', false],
  [undefined, false],
])('If-None-Match: %s names W/"abc": %s', (header, expected) => {
  expect(namesEntityTag(header, 'W/"abc"')).toBe(expected);
});
