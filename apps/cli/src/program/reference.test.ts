import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProgram } from '../program.ts';
import { renderReference } from './reference.ts';

const silent = { write: () => true };
const io = { stdout: silent, stderr: silent, cwd: '.', signal: new AbortController().signal };
const reference = () => renderReference(createProgram(io, { exitCode: 0 }));

test('docs/cli.md is what the commands say', async () => {
  const drifted = 'docs/cli.md differs from the commands: run npx -y pnpm@10 --filter @crossvault/cli generate';
  expect(await readFile(join(import.meta.dirname, '../../../../docs/cli.md'), 'utf8'), drifted).toBe(reference());
});

test('the reference names every command, and the default of every option that has one', () => {
  const text = reference();
  expect(text).toContain('### crossvault jobs list\n');
  expect(text).toContain('### crossvault config validate\n');
  expect(text).toMatch(/`--port <n>` +\| [^|]+\(default: 8484\)/);
});
