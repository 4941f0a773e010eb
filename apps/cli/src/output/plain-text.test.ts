import { expect, test } from 'vitest';
import { toPlainLine, toPlainLines } from './plain-text.ts';

test('control characters become spaces', () => {
  expect(toPlainLine('a\u001b[31mb\r\nc\u0007\u009bd\u202ee\u2028f')).toBe('a [31mb c d e f');
  expect(toPlainLines('first\nsec\u001bond\r\tx')).toBe('first\nsec ond  x');
});
