import { expect, test } from 'vitest';
import { firstPosition, type Position, parsePageToken, toPageToken } from './position.ts';

test.each<[Position]>([
  [firstPosition],
  [{ offset: 30, reported: ['14', '13', '12'], totalCount: 90, most: null }],
  [{ offset: 30, reported: ['14', '', 'a/b'], totalCount: 90, most: 7 }],
  [{ offset: 30, reported: ['14'], totalCount: 1e15, most: null }],
  [{ offset: 30, reported: ['14'], totalCount: Number.MAX_SAFE_INTEGER, most: null }],
  [{ offset: 2, reported: ['3f2504e0-4f89-41d3-9a0c-0305e82c3301'], totalCount: null, most: 1 }],
])('the position %j comes back from its token', (position) => {
  expect(parsePageToken(toPageToken(position), 'veeam-ukwest')).toEqual(position);
});

test.each(['https://elsewhere.example', '', '30', 'a/b/c', '1/2/3'])('%j is no token of a page', (token) => {
  expect(() => parsePageToken(token, 'veeam-ukwest')).toThrow(
    expect.objectContaining({ code: 'invalid-cursor', source: 'veeam-ukwest' }),
  );
});
