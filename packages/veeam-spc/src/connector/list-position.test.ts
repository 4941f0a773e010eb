import { expect, test } from 'vitest';
import { type ListPosition, parseListToken, toListToken } from './list-position.ts';

test('a page token holds where the reading stands, and what it knows of jobs that are listed twice', () => {
  const position: ListPosition = { part: 'agents', offset: 500, former: 'x', candidates: ['a', 'b'], reported: ['b'] };
  expect(parseListToken(toListToken(position), 'console')).toEqual(position);
});

test.each(['not ours', '[]', '["plans",0,null,[],[]]', '["agents",-1,null,[],[]]', '{}', ''])(
  '%j is no token of a page',
  (token) => {
    expect(() => parseListToken(token, 'console')).toThrow(
      expect.objectContaining({ code: 'invalid-cursor', source: 'console' }),
    );
  },
);
