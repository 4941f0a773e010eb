#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type PlannedFile, planVendor } from './plan-vendor.ts';
import { VendorNameError } from './vendor-name.ts';

const usage = 'usage: npx -y pnpm@10 new:vendor <name>   makes a package and a simulator for one more vendor';

const root = join(import.meta.dirname, '../../..');

function readIfThere(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function write(files: readonly PlannedFile[]): void {
  for (const { path, text } of files) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Sorts and breaks lines as they fall with this name. True when it could be done. */
function format(files: readonly PlannedFile[]): boolean {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const paths = files.map(({ path }) => path).filter((path) => !path.includes('/generated/'));
  const options = ['check', '--write', '--colors=off', '--log-level=error'];
  const result = spawnSync(process.execPath, [biome, ...options, ...paths], { cwd: root, stdio: ['ignore', 2, 2] });
  return result.status === 0;
}

/** Gives the exit code: 0 made, 2 a name that cannot be had or other bad arguments. Everything else is thrown. */
function newVendor(args: readonly string[]): number {
  const [name, ...surplus] = args;
  if (name === undefined || name.startsWith('-') || surplus.length > 0) {
    console.error(usage);
    return 2;
  }
  try {
    const files = planVendor(name, readIfThere);
    write(files);
    for (const { path } of files) console.log(path);
    if (!format(files)) console.error('Could not format them; run npx -y pnpm@10 format.');
  } catch (error) {
    if (!(error instanceof VendorNameError)) throw error;
    console.error(error.message);
    return 2;
  }
  console.log(`
Next:
  npx -y pnpm@10 install
  npx -y pnpm@10 test packages/${name}    packages/${name}/src/connector/conformance.test.ts says what is still to do
Begin with packages/${name}/openapi, then npx -y pnpm@10 generate.`);
  return 0;
}

process.exitCode = newVendor(process.argv.slice(2));
