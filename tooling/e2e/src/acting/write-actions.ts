import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withActionsTable } from './actions-table.ts';

const path = join(import.meta.dirname, '../../../../docs/vendors/README.md');
await writeFile(path, await withActionsTable(await readFile(path, 'utf8')));
