import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endpoints } from '../endpoints.ts';
import { buildDocument } from './document.ts';

const file = join(import.meta.dirname, '../../openapi.json');
await writeFile(file, `${JSON.stringify(buildDocument(endpoints), null, 2)}\n`);
