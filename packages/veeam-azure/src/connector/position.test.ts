import { expect, test } from 'vitest';
import { firstPosition, type Position, parsePageToken, toPageToken } from './position.ts';

test.each<[Position]>([
  [firstPosition],
  [{ offset: 30, firstIds: ['14', '13', '12'], totalCount: 90 }],
  [{ offset: 2, firstIds: ['3f2504e0-4f89-41d3-9a0c-0305e82c3301'], totalCount: null }],
])('the position %j comes back from its token', (position) => {
  expect(parsePageToken(toPageToken(position), 'veeam-ukwest')).toEqual(position);
});

test.each(['https://elsewhere.example', '', '30', 'a/b/c'])('%j is no token of a page', (token) => {
  expect(() => parsePageToken(token, 'veeam-ukwest')).toThrow(
    expect.objectContaining({ code: 'invalid-cursor', source: 'veeam-ukwest' }),
  );
});
