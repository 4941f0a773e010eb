import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { runProgram } from '../run-program.ts';
import type { Tarball } from './pack-all.ts';

/** What publint says of a tarball. A suggestion counts, too. */
export async function runPublint({ name, path }: Tarball): Promise<readonly string[]> {
  const bytes = await readFile(path);
  const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
  return messages.map(
    (message) => `publint on ${name}: ${formatMessage(message, pkg, { color: false }) ?? message.code}`,
  );
}

const attw = join(
  dirname(createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json')),
  'dist/index.js',
);

/** What attw says of a tarball. Our packages are ES modules only: `require` and Node 10 are no claims of ours. */
export async function runAttw({ name, path }: Tarball, cwd: string): Promise<readonly string[]> {
  const args = [
    attw,
    path,
    '--profile',
    'esm-only',
    '--format',
    'ascii',
    '--no-emoji',
    '--no-color',
    '--no-definitely-typed',
  ];
  const { exitCode, output } = await runProgram(process.execPath, args, { cwd });
  return exitCode === 0 ? [] : [`attw on ${name}:\n${output.trim()}`];
}
