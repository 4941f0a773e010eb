import { describe, expect, test } from 'vitest';
import { applyListQuery, parseListQuery, QueryProblem } from './query.ts';

const rows = [
  { id: 'AB', name: "d'Arc", count: 2, lastRun: '2026-03-01T03:00:00+03:00', disabled: true },
  { id: 'cd', name: 'b', count: 10, lastRun: '2026-03-01T01:00:00Z', disabled: false },
  { id: 'ef', name: 'a', count: null, lastRun: '0001-01-01T00:00:00', disabled: false },
  'no object',
];
const properties = ['id', 'name', 'count', 'lastRun', 'disabled'];

const ask = (query: Record<string, string>) =>
  applyListQuery(rows, parseListQuery(new URLSearchParams(query), { properties, defaultTop: 100 }));
const idsOf = (found: unknown[]): unknown[] =>
  found.map((row) => (typeof row === 'object' && row !== null && 'id' in row ? row.id : row));

describe('a filter', () => {
  test.each([
    ["name eq 'b'", ['cd']],
    ["name eq 'd''Arc'", ['AB']],
    ["id eq 'ab'", ['AB']],
    ['count eq 10', ['cd']],
    ['count eq null', ['ef']],
    ["disabled eq false and name ne 'a'", ['cd']],
    ["name eq 'B'", []],
  ])('%s', (text, ids) => {
    expect(idsOf(ask({ $filter: text }))).toEqual(ids);
  });

  test.each(["name = 'b'", "name eq 'b' and", "name eq 'b' or name eq 'a'", "colour eq 'red'", 'name eq', 'name eq b'])(
    '%s is no filter',
    (text) => {
      expect(() => ask({ $filter: text })).toThrow(QueryProblem);
    },
  );
});

describe('an order', () => {
  test.each([
    ['count', ['ef', 'no object', 'AB', 'cd']],
    ['count desc', ['cd', 'AB', 'ef', 'no object']],
    ['lastRun desc', ['cd', 'AB', 'ef', 'no object']],
    ['disabled desc, name', ['AB', 'ef', 'cd', 'no object']],
  ])('%s', (text, ids) => {
    expect(idsOf(ask({ $orderby: text }))).toEqual(ids);
  });

  test('by a property that is not there is a problem', () => {
    expect(() => ask({ $orderby: 'colour' })).toThrow(QueryProblem);
  });
});

test('what is skipped is skipped before the top is taken, and after the filter', () => {
  expect(idsOf(ask({ $filter: 'disabled eq false', $orderby: 'name', $skip: '1', $top: '1' }))).toEqual(['cd']);
  expect(ask({ $top: '0' })).toEqual([]);
});
