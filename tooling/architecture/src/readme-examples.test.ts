import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runReadme } from './run-readme.ts';

const root = join(import.meta.dirname, '../../..');
const readmes = globSync('{packages,apps,tooling}/*/README.md', { cwd: root }).toSorted();

test.each(readmes)('the example of %s runs as it stands there', async (readme) => {
  expect(await runReadme(join(root, readme))).toBeGreaterThan(0);
});
