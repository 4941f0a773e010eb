import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync(new URL('../../../docs/vendors/veeam-azure.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\|.*\| `(?<file>[\w/-]+)`: (?<title>[^|]+?) *\|$/gm)].map(({ groups }) => ({
  file: groups?.['file'] ?? '',
  title: groups?.['title'] ?? '',
}));

test('the page has a row for every limit', () => {
  expect(rows.length).toBeGreaterThan(20);
});

test.each(rows)('the page names a test that is there: $file, $title', ({ file, title }) => {
  const source = readFileSync(new URL(`./${file}.test.ts`, import.meta.url), 'utf8');
  const parts = title.split('…').map((part) => part.trim());
  const titles = source.split('\n').filter((line) => line.includes("'"));
  expect(titles.filter((line) => parts.every((part) => line.includes(part)))).not.toEqual([]);
});
