import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleCommand } from './bundle-command.ts';

/** Writes the command as it is published, beside the modules that programs import. */
const folder = join(import.meta.dirname, '../../dist');
await rm(join(folder, 'parts'), { recursive: true, force: true });
await bundleCommand(folder);
