import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { renderActionsPage } from './actions-table.ts';

// Four vendors are started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000 });

test('docs/actions.md is what the connectors offer', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/actions.md'), 'utf8');
  const drifted = 'docs/actions.md differs from the connectors: run npx pnpm@10 --filter @crossvault/proof generate';
  expect(page, drifted).toBe(await renderActionsPage());
});
