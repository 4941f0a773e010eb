import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runReadme } from './run-readme.ts';

const root = join(import.meta.dirname, '../../..');
const readmes = globSync('{packages,apps,tooling}/*/README.md', { cwd: root }).toSorted();

test.each(readmes)('the example of %s runs as it stands there', async (readme) => {
  expect((await runReadme(join(root, readme))).examples).toBeGreaterThan(0);
});

test.each(['azure-backup', 'veeam-azure', 'veeam-spc', 'avepoint'])(
  'the examples of %s list the failed job by client and connector, and map and explain one',
  async (vendor) => {
    const { examples, printed } = await runReadme(join(root, 'packages', vendor, 'README.md'));
    expect(examples).toBe(3);
    expect(printed).toHaveLength(4);
  },
);
