import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance, parseSessionList, type Step } from './list-page.ts';
import { firstPosition, type Position } from './position.ts';

const ask = (position: Position | null, body: object): Step =>
  advance(position ?? firstPosition, parseSessionList(body, 'veeam-ukwest'));
const rows = (...ids: string[]) => ids.map((id) => ({ id }));

test('pages follow one another by what arrived, not by what was asked for', () => {
  const first = ask(null, { offset: 0, limit: 2, totalCount: 3, results: rows('c', 'b') });
  expect(first).toMatchObject({ rows: rows('c', 'b'), warnings: [] });
  expect(first.next?.offset).toBe(2);
  expect(ask(first.next, { offset: 2, limit: 2, totalCount: 3, results: rows('a') })).toEqual({
    rows: rows('a'),
    next: null,
    warnings: [],
  });
});

test('without a total the list ends with an empty page', () => {
  const first = ask(null, { totalCount: null, results: rows('b') });
  expect(first.next).not.toBeNull();
  expect(ask(first.next, { totalCount: null, results: [] })).toEqual({ rows: [], next: null, warnings: [] });
});

test('a total that only counts the page does not end the list while there is a link to the next one', () => {
  const _links = { next: { href: 'https://veeam.example.net/api/v1/jobSessions?offset=2' } };
  expect(ask(null, { totalCount: 2, results: rows('c', 'b'), _links }).next).not.toBeNull();
});

test('an empty page before the total is an end that came early', () => {
  expect(ask(null, { totalCount: 3, results: [] })).toEqual({ rows: [], next: null, warnings: ['list-ended-early'] });
});

test.each([
  ['says so', { offset: 0, totalCount: 9, results: rows('i', 'h') }],
  ['begins anew without a word', { offset: 2, totalCount: 9, results: rows('i', 'h') }],
  ['begins anew without any count', { results: rows('i', 'h') }],
])('a server that ignores the offset and %s ends the list early, without its rows', (_case, body) => {
  const { next } = ask(null, { offset: 0, totalCount: 9, results: rows('i', 'h') });
  expect(ask(next, body)).toEqual({ rows: [], next: null, warnings: ['list-ended-early'] });
});

test('sessions that were added between two pages may bring a whole page again', () => {
  const { next } = ask(null, { offset: 0, totalCount: 9, results: rows('i', 'h') });
  expect(ask(next, { offset: 2, totalCount: 11, results: rows('i', 'h') }).rows).toHaveLength(2);
});

test('reading ends, whatever the server does, and tells everything where the server pages', () => {
  const server = fc.record({
    ids: fc.uniqueArray(fc.uuid(), { maxLength: 30 }),
    size: fc.integer({ min: 1, max: 7 }),
    pages: fc.boolean(),
    echoes: fc.boolean(),
    counts: fc.boolean(),
  });
  fc.assert(
    fc.property(server, ({ ids, size, pages, echoes, counts }) => {
      const seen: unknown[] = [];
      let position: Position | null = firstPosition;
      for (let asked = 0; position !== null; asked += 1) {
        expect(asked).toBeLessThan(40);
        const from: number = pages ? position.offset : 0;
        const page: Step = ask(position, {
          results: rows(...ids.slice(from, from + size)),
          ...(echoes ? { offset: from } : {}),
          ...(counts ? { totalCount: ids.length } : {}),
        });
        seen.push(...page.rows);
        position = page.next;
      }
      if (pages) expect(seen).toEqual(rows(...ids));
      else expect(seen).toEqual(rows(...ids.slice(0, size)));
    }),
  );
});
