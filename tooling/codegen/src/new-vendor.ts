#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type PlannedFile, planOutsideVendor, planVendor } from './plan-vendor.ts';
import { VendorNameError } from './vendor-name.ts';

const usage =
  'usage: npx -y pnpm@10 new:vendor <name> [--simulator | --outside <folder>]   makes a package for one more vendor';

const root = join(import.meta.dirname, '../../..');

function readIfThere(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function write(files: readonly PlannedFile[], folder: string): void {
  for (const { path, text } of files) {
    const file = join(folder, path);
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

interface Arguments {
  readonly name: string;
  readonly simulator: boolean;
  /** Folder of a package of its own; null: here. */
  readonly outside: string | null;
}

/** Null for arguments that the usage does not show. */
function readArguments(args: readonly string[]): Arguments | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { simulator: { type: 'boolean', default: false }, outside: { type: 'string' } },
    });
    const [name, ...surplus] = positionals;
    const { simulator, outside = null } = values;
    return name === undefined || surplus.length > 0 || (simulator && outside !== null)
      ? null
      : { name, simulator, outside };
  } catch {
    return null;
  }
}

function makeInside({ name, simulator }: Arguments): string {
  const files = planVendor(name, readIfThere, { simulator });
  write(files, root);
  for (const { path } of files) console.log(path);
  if (!format(files)) console.error('Could not format them; run npx -y pnpm@10 format.');
  return `
Next:
  npx -y pnpm@10 install
  npx -y pnpm@10 test packages/${name}    src/connector/conformance.test.ts says what to do first
Then replace packages/${name}/openapi by the vendor's own document, and npx -y pnpm@10 generate.`;
}

function makeOutside({ name }: Arguments, folder: string): string {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new VendorNameError(`${folder} is not empty`);
  const files = planOutsideVendor(name, readIfThere);
  write(files, folder);
  for (const { path } of files) console.log(join(folder, path));
  return `
Next, in ${folder}:
  npm install
  npm test              src/connector/conformance.test.ts says what to do first
  npm run typecheck
crossvault.yaml names the connector: vendor: "./src/index.ts".`;
}

/** Gives the exit code: 0 made, 2 a name or a folder that cannot be had, or other bad arguments. Everything else is thrown. */
function newVendor(args: readonly string[]): number {
  const asked = readArguments(args);
  if (asked === null) {
    console.error(usage);
    return 2;
  }
  try {
    console.log(asked.outside === null ? makeInside(asked) : makeOutside(asked, resolve(asked.outside)));
    return 0;
  } catch (error) {
    if (!(error instanceof VendorNameError)) throw error;
    console.error(error.message);
    return 2;
  }
}

process.exitCode = newVendor(process.argv.slice(2));
