import { expect, test } from 'vitest';
import { tokenFault } from './token-source.ts';

test.each([
  ['a'.repeat(1_000_000), 'is longer than 65536 characters'],
  ['tök€n-with-signs', 'contains characters that no header can carry'],
  ['Completed', 'is a plain word'],
  ['5e1f0c2a-token-of-the-session', null],
])('a token is refused for what it is (%#)', (text, fault) => {
  expect(tokenFault(text)).toBe(fault);
});
