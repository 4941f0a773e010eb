import { expect, test } from 'vitest';
import { parsePageToken, toMark, toPageToken } from './position.ts';

test('a position comes back from its token', () => {
  const position = { link: 'https://management.azure.com/next?page=2', seen: [toMark('one'), toMark('two')] };
  expect(parsePageToken(toPageToken(position), 'azure')).toEqual(position);
});

test.each(['page-2', '', '[]', '{}', '[null]', '[7]'])('%j is no token of a page', (token) => {
  expect(() => parsePageToken(token, 'azure')).toThrow(
    expect.objectContaining({ code: 'invalid-cursor', source: 'azure' }),
  );
});

test('texts are known again by a short mark', () => {
  expect(toMark('a'.repeat(4000))).toBe(toMark('a'.repeat(4000)));
  expect(toMark('a')).toHaveLength(16);
  expect(toMark('a')).not.toBe(toMark('b'));
});
