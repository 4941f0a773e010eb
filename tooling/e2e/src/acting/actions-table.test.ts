import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { withActionsTable } from './actions-table.ts';

// Four vendors are started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000 });

test('the documentation says what the connectors offer', async () => {
  const readme = await readFile(join(import.meta.dirname, '../../../../docs/vendors/README.md'), 'utf8');
  const drifted =
    'docs/vendors/README.md differs from the connectors: run npx -y pnpm@10 --filter @crossvault/e2e generate';
  expect(readme, drifted).toBe(await withActionsTable(readme));
});
