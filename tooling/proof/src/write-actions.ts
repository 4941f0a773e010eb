import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderActionsPage } from './actions-table.ts';

await writeFile(join(import.meta.dirname, '../../../docs/actions.md'), await renderActionsPage());
