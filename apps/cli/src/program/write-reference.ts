import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProgram } from '../program.ts';
import { renderReference } from './reference.ts';

const silent = { write: () => true };
const io = { stdout: silent, stderr: silent, cwd: process.cwd(), signal: new AbortController().signal };
writeFileSync(
  join(import.meta.dirname, '../../../../docs/cli.md'),
  renderReference(createProgram(io, { exitCode: 0 })),
);
