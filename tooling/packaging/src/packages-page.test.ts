import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeRange } from './node/node-ranges.ts';
import { programsOf } from './outside/programs.ts';
import { readPublicPackages, repositoryRoot } from './public-packages.ts';

const packages = readPublicPackages();
const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
const page = read('docs/packages.md');
const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });

/** The libraries that a package and the packages of ours below it declare. */
function librariesOf(name: string): readonly string[] {
  const folder = packages.find((one) => one.name === name)?.folder;
  if (folder === undefined) return [name];
  const { dependencies } = manifestSchema.parse(JSON.parse(read(`${folder}/package.json`)));
  return [...new Set(Object.keys(dependencies).flatMap(librariesOf))].toSorted();
}

/** The cells of a package's row in the table of sizes. */
const rowOf = (name: string): readonly string[] =>
  (page.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '').split('|').map((cell) => cell.trim());

describe('docs/packages.md', () => {
  test.each(packages)(
    'names the Node that $name requires and the libraries that come with it',
    ({ name, nodeRange }) => {
      const [, , node, , , , libraries] = rowOf(name);
      expect({ node, libraries }).toEqual({ node: describeRange(nodeRange), libraries: librariesOf(name).join(', ') });
    },
  );

  test('promises of the AvePoint client what its row says: no MSAL, no Kysely, no pg-boss', () => {
    expect(rowOf('@crossvault/avepoint').at(6)).toBe('jose, openapi-fetch, p-queue, undici, zod');
  });

  test("shows the three ways of using a vendor's package as the package's README does, which the tests run", () => {
    const shown = programsOf('page', page).map(({ text }) => text);
    expect(shown).toEqual(programsOf('readme', read('packages/avepoint/README.md')).map(({ text }) => text));
  });

  test('lists jobs in ten lines at most, and maps and explains a payload in five', () => {
    const lines = programsOf('page', page).map(({ text }) => text.split('\n').filter((line) => line !== '').length);
    expect(lines.map((count, index) => count <= ([10, 10, 5][index] ?? 0))).toEqual([true, true, true]);
  });
});
