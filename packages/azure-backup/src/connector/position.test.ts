import { expect, test } from 'vitest';
import { firstPosition, goOn, hasCome, noTrail, parsePageToken, type Trail, toMark, toPageToken } from './position.ts';

const after = (marks: number, from: Trail = noTrail): Trail =>
  Array.from({ length: marks }, (_each, index) => toMark(`page ${index}`)).reduce(goOn, from);

test('a position comes back from its token', () => {
  const position = { link: 'https://management.azure.com/next?page=2', trail: after(5) };
  expect(parsePageToken(toPageToken(position), 'azure')).toEqual(position);
});

test.each(['page-2', '', '[]', '{}', '[null]', '[7]', '["link"]', '["link",-1,null]'])(
  '%j is no token of a page',
  (token) => {
    expect(() => parsePageToken(token, 'azure')).toThrow(
      expect.objectContaining({ code: 'invalid-cursor', source: 'azure' }),
    );
  },
);

test('texts are known again by a short mark', () => {
  expect(toMark('a'.repeat(4000))).toBe(toMark('a'.repeat(4000)));
  expect(toMark('a')).toHaveLength(16);
  expect(toMark('a')).not.toBe(toMark('b'));
});

test('a token does not grow with the pages that were read', () => {
  const sizeAfter = (pages: number): number => toPageToken({ link: 'x', trail: after(pages) }).length;
  expect(sizeAfter(10_000) - sizeAfter(100)).toBeLessThan(10);
  expect(sizeAfter(10_000)).toBeLessThan(1000);
});

test.each([1, 2, 7, 31, 40, 100, 1000])('a circle of %i pages is noticed, and no other reading is', (length) => {
  let { trail } = firstPosition;
  let pages = 0;
  for (; pages < 10 * length + 10; pages += 1) {
    const mark = toMark(`page ${pages % length}`);
    if (hasCome(trail, mark)) break;
    trail = goOn(trail, mark);
  }
  expect(pages).toBeGreaterThanOrEqual(length);
  expect(pages).toBeLessThanOrEqual(3 * length + 1);
});
