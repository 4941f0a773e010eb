import { expect, test } from 'vitest';
import type { ListAnswer } from '../mapping/unwrap.ts';
import type { NextLink } from './next-link.ts';
import { advance, firstPosition, type Position, parsePageToken, toPageToken } from './position.ts';

const absent: NextLink = { kind: 'absent' };
const end: NextLink = { kind: 'end' };
const token: NextLink = { kind: 'token' };
const page = (ids: readonly string[], total: number | null = null): ListAnswer => ({
  rows: ids.map((id) => ({ id })),
  total,
  nextLink: null,
});

/** Walks through the pages as a reader does, and returns how it ended. */
function walk(pages: (index: number) => readonly [ListAnswer, NextLink], size = 2) {
  const warnings = new Set<string>();
  let position: Position | null = firstPosition(size);
  let asked = 0;
  while (position !== null && asked < 1000) {
    const step = advance(position, ...pages(position.index));
    for (const warning of step.warnings) warnings.add(warning);
    position = step.next;
    asked += 1;
  }
  return { asked, warnings: [...warnings] };
}
const inTurn =
  (...answers: readonly (readonly [ListAnswer, NextLink])[]) =>
  (index: number) =>
    answers[index] ?? ([page([]), end] as const);

test.each<[string, ReturnType<typeof inTurn>, number]>([
  ['an empty link', inTurn([page(['a', 'b']), end]), 1],
  ['an empty page, without link and total', inTurn([page(['a', 'b']), absent], [page(['c']), absent]), 3],
  ['the total, without link', inTurn([page(['a', 'b'], 3), absent], [page(['c'], 3), absent]), 2],
  ['the total, though the link was empty before', inTurn([page(['a', 'b'], 3), end], [page(['c'], 3), end]), 2],
  ['an empty page at the total, with a link', inTurn([page(['a', 'b'], 2), token], [page([], 2), token]), 2],
  ['the last page again at the total', inTurn([page(['a', 'b'], 2), token], [page(['a', 'b'], 2), token]), 4],
  ['an empty list', inTurn([page([], 0), end]), 1],
])('%s ends the list', (_name, pages, asked) => {
  expect(walk(pages)).toEqual({ asked, warnings: [] });
});

test.each<[string, ReturnType<typeof inTurn>, number]>([
  ['an empty page before the total', inTurn([page(['a', 'b'], 5), end], [page([], 5), end]), 2],
  ['an empty page with a link', inTurn([page(['a', 'b']), token], [page([]), token]), 2],
  ['the same page for ever', () => [page(['a', 'b'], 9), token], 5],
  ['the same page, then an end without total', inTurn([page(['a', 'b']), token], [page(['a', 'b']), end]), 3],
  ['two pages in turn for ever', (index) => [page(index % 2 === 0 ? ['a', 'b'] : ['c', 'd']), token], 5],
])('%s ends it early', (_name, pages, asked) => {
  expect(walk(pages)).toEqual({ asked, warnings: ['list-ended-early'] });
});

test('a circle of any length is found out', () => {
  for (const length of [2, 3, 5, 8, 31]) {
    const result = walk((index) => [page([`${index % length}`]), token]);
    expect(result.warnings).toEqual(['list-ended-early']);
    expect(result.asked).toBeLessThan(4 * length + 4);
  }
});

test('a list whose first page is 1 is read whole', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'];
  const result = walk((index) => {
    const from = Math.max(0, index - 1) * 2;
    return [page(rows.slice(from, from + 2), rows.length), absent];
  });
  expect(result).toEqual({ asked: 5, warnings: [] });
});

test('a refused link gives a warning, and the list continues by its index', () => {
  const step = advance(firstPosition(2), page(['a', 'b']), { kind: 'foreign' });
  expect(step).toMatchObject({ next: { link: null, index: 1 }, warnings: ['link-refused'] });
});

test('a link of our own is followed', () => {
  const step = advance(firstPosition(2), page(['a', 'b']), { kind: 'own', url: 'https://own.example/x?p=1' });
  expect(step).toMatchObject({ next: { link: 'https://own.example/x?p=1', index: 1 }, warnings: [] });
});

test('a page token comes back as the same position, and nothing else is one', () => {
  const { next } = advance(firstPosition(2), page(['a', 'b'], 5), absent);
  expect(next === null ? null : parsePageToken(toPageToken(next), 'm365')).toEqual(next);
  for (const other of ['', 'null', '{}', '{"index":-1}', 'x'])
    expect(() => parsePageToken(other, 'm365')).toThrow(
      expect.objectContaining({ code: 'invalid-cursor', source: 'm365' }),
    );
});
