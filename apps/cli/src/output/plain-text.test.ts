import { expect, test } from 'vitest';
import { clipText, textWidth, toPlainLine, toPlainLines } from './plain-text.ts';

test('control characters become spaces', () => {
  expect(toPlainLine('a\u001b[31mb\r\nc\u0007\u009bd\u202ee\u2028f')).toBe('a [31mb c d e f');
  expect(toPlainLines('first\nsec\u001bond\r\tx')).toBe('first\nsec ond  x');
});

test.each([
  ['abc', 3],
  ['', 0],
  ['é', 1],
  ['e\u0301', 1],
  ['数据', 4],
  ['👩‍💻', 2],
  ['ｗ', 2],
])('%s takes %i columns', (text, width) => {
  expect(textWidth(text)).toBe(width);
});

test.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdef', 5, 'abcd…'],
  ['数据库', 5, '数据…'],
  ['数据库', 4, '数…'],
  ['abc', 1, '…'],
])('%s in %i columns is %s', (text, most, clipped) => {
  expect(clipText(text, most)).toBe(clipped);
});
