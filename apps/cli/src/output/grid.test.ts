import { expect, test } from 'vitest';
import { fitsGrid, renderGrid } from './grid.ts';

const columns = [{ title: 'NAME', least: 6 }, { title: 'ID' }, { title: 'TEXT', least: 4 }];
const rows = [
  ['a rather long name', '0123456789', 'and a text that is longer still'],
  ['b', '1', ''],
];

test('a grid that fits is shown whole', () => {
  expect(renderGrid(columns, rows, 100)).toEqual([
    'NAME                ID          TEXT',
    'a rather long name  0123456789  and a text that is longer still',
    'b                   1',
  ]);
});

test.each([50, 40, 30, 24])('in %i columns only what may be clipped is clipped', (width) => {
  const lines = renderGrid(columns, rows, width);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  expect(lines[1]).toContain('0123456789');
  expect(fitsGrid(columns, rows, width)).toBe(true);
});

test('what cannot be clipped is never cut, even where it does not fit', () => {
  expect(fitsGrid(columns, rows, 23)).toBe(false);
  expect(renderGrid(columns, rows, 10)[1]).toBe('a rat…  0123456789  and…');
});

test('colours take no room', () => {
  const paint = (text: string) => `\u001b[31m${text}\u001b[39m`;
  const [, line] = renderGrid([{ title: 'A' }, { title: 'B' }], [[{ text: 'red', paint }, 'x']], 80);
  expect(line).toBe(`${paint('red')}  x`);
});

test.each([200, Number.POSITIVE_INFINITY])('in %d columns no text makes its column wider than 80', (width) => {
  const long = 'x'.repeat(176_000);
  const lines = renderGrid(columns, [...rows, [long, '2', long]], width);
  expect(lines.at(-1)).toBe(`${'x'.repeat(79)}…  2           ${'x'.repeat(79)}…`);
  expect(lines[1]).toBe(`${'a rather long name'.padEnd(80)}  0123456789  and a text that is longer still`);
});

test('what cannot be clipped is whole in any grid, and so is everything where the caller requests it', () => {
  const long = 'x'.repeat(100);
  expect(renderGrid([{ title: 'ID' }], [[long]], Number.POSITIVE_INFINITY)).toEqual(['ID', long]);
  const whole = renderGrid([{ title: 'A', least: 4 }], [[long]], Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  expect(whole).toEqual(['A', long]);
});

test.each([
  ['ที่นี่', 2],
  ['שָׁלוֹם', 4],
  ['한글'.normalize('NFD'), 4],
  ['サーバー、「本番」', 18],
  ['✔️ 1️⃣ ｶﾅ ㈱', 11],
  ['a\u200bb', 2],
])('"%s" is shown whole, and the column behind it begins where its title does', (name, width) => {
  const [narrow, , cell] = renderGrid(
    [{ title: 'A' }, { title: 'ID' }],
    [
      ['a', '1'],
      [name, '2'],
    ],
    100,
  );
  expect(cell).toBe(`${name}  2`);
  expect(narrow).toBe(`${'A'.padEnd(width)}  ID`);
  const [, wide] = renderGrid([{ title: 'A LONGER TITLE THAN NAME' }, { title: 'ID' }], [[name, '2']], 100);
  expect(wide).toBe(`${name}${' '.repeat(24 - width)}  2`);
});
