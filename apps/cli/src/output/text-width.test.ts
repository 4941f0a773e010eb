import { expect, test } from 'vitest';
import { clipText, textWidth } from './text-width.ts';

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

test('a text that is wider than the limit is only reported as wider', () => {
  expect(textWidth('abc', 3)).toBe(3);
  expect(textWidth('数据库', 3)).toBeGreaterThan(3);
  expect(textWidth('x'.repeat(176_000), 80)).toBe(81);
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

test.each(['\u200b', '\u0301', '\u{1f469}\u200d'])('a megabyte of %j is clipped to what a cell can hold', (part) => {
  const text = `name${part.repeat(500_000)}`;
  expect(textWidth(text, 80)).toBe(81);
  expect(clipText(text, 80)).toMatch(/^name.*…$/su);
  expect(clipText(text, 80).length).toBeLessThan(80 * 33);
});
