import { expect, test } from 'vitest';
import { parseLayerTable } from './layer-table.ts';

const row = (folder: string, layer: string, imports: string) =>
  `| \`${folder}\` | ${layer} | ${imports} | what it is |\n`;

test('a row names its folder, its layer and what may be imported', () => {
  const table = row('packages/core', '0', 'none') + row('tooling/harness', 'beside', '`core`');
  expect(parseLayerTable(`# A page\n\n${table}`)).toEqual([
    { folder: 'packages/core', layer: 0, mayImport: [] },
    { folder: 'tooling/harness', layer: null, mayImport: ['packages/core'] },
  ]);
});

test('the word vendors means every package of layer 3', () => {
  const table =
    row('packages/acme', '3', 'none') + row('packages/zenith', '3', '–') + row('packages/runtime', '5', 'vendors');
  expect(parseLayerTable(table).at(-1)?.mayImport).toEqual(['packages/acme', 'packages/zenith']);
});

test.each([
  ['no table', 'Nothing here.', 'docs/architecture.md has no layer table.'],
  [
    'a layer in words',
    row('apps/api', 'top', 'none'),
    'The layer of apps/api has to be a digit or "beside", not "top".',
  ],
  [
    'a stranger',
    row('apps/api', '6', 'engine'),
    'The layer table lets apps/api import "engine", which is no row of it.',
  ],
])('%s is refused', (_case, text, message) => {
  expect(() => parseLayerTable(text)).toThrow(message);
});
