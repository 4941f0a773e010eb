import type { ListQuery } from '@crossvault/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPosition, type SessionPage, toFilters, toSessionPage } from './session-page.ts';
import { sessionListWire } from './wire.ts';

const ask = (token: string | null, body: object): SessionPage =>
  toSessionPage(readPosition(token), sessionListWire.parse(body));
const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const all: ListQuery = { startedAfter: null, startedBefore: null, status: null };

test('pages follow one another by what arrived, not by what was asked for', () => {
  const first = ask(null, { offset: 0, limit: 2, totalCount: 3, results: rows('c', 'b') });
  expect(first).toMatchObject({ rows: rows('c', 'b'), warnings: [] });
  expect(readPosition(first.next).offset).toBe(2);
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

test('a text that is no token of a page is refused', () => {
  expect(() => readPosition('https://elsewhere.example')).toThrow(/no page/);
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
      let token: string | null = null;
      for (let asked = 0; asked === 0 || token !== null; asked += 1) {
        expect(asked).toBeLessThan(40);
        const from = pages ? readPosition(token).offset : 0;
        const page: SessionPage = ask(token, {
          results: rows(...ids.slice(from, from + size)),
          ...(echoes ? { offset: from } : {}),
          ...(counts ? { totalCount: ids.length } : {}),
        });
        seen.push(...page.rows);
        token = page.next;
      }
      if (pages) expect(seen).toEqual(rows(...ids));
      else expect(seen).toEqual(rows(...ids.slice(0, size)));
    }),
  );
});

test('the bounds are widened to whole seconds', () => {
  const query = { ...all, startedAfter: '2026-03-01T00:00:00.999Z', startedBefore: '2026-03-02T00:00:00.001Z' };
  expect(toFilters(query)).toEqual({ fromUtc: '2026-03-01T00:00:00Z', toUtc: '2026-03-02T00:00:01Z' });
  const whole = { ...all, startedAfter: '2026-03-01T00:00:00.000Z', startedBefore: '2026-03-02T00:00:00.000Z' };
  expect(toFilters(whole)).toEqual({ fromUtc: '2026-03-01T00:00:00Z', toUtc: '2026-03-02T00:00:00Z' });
});

test('what is not asked for is not sent, and unknown cannot be asked for', () => {
  expect(toFilters(all)).toEqual({});
  expect(toFilters({ ...all, status: ['failed', 'unknown'] })).toEqual({});
  expect(toFilters({ ...all, status: ['failed', 'cancelled'] })).toEqual({ status: ['Error', 'Canceled'] });
});
