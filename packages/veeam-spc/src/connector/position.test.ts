import { expect, test } from 'vitest';
import { parsePageToken, toPageToken } from './position.ts';

test('a page token holds the agents still to be read', () => {
  const agents = [
    { id: 'a', name: 'pc' },
    { id: 'b', name: null },
  ];
  expect(parsePageToken(toPageToken(agents), 'console')).toEqual(agents);
});

test.each(['not ours', '[]', '[["id"]]', '{}', ''])('%j is no token of a page', (token) => {
  expect(() => parsePageToken(token, 'console')).toThrow(
    expect.objectContaining({ code: 'invalid-cursor', source: 'console' }),
  );
});
