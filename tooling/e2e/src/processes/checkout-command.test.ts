import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const script = join(import.meta.dirname, '../../../../crossvault');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossvault-checkout-'));
  copyFileSync(script, join(folder, 'crossvault'));
  write('pnpm-lock.yaml', '', 1);
  write('.git/logs/HEAD', '', 1);
  writeProgram('bin/npx', 'echo install >> "$CHECKOUT/made"');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file that was changed so many seconds after 1970. */
function write(path: string, text: string, seconds: number): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, seconds, seconds);
}

function writeProgram(path: string, body: string): void {
  write(path, `#!/bin/sh\n${body}\n`, 1);
  chmodSync(join(folder, path), 0o755);
}

/** Stands for Node: records what it is to run, and makes the command where it has to run `write-command.ts`. */
const installNode = () =>
  writeProgram(
    'node_modules/node/bin/node',
    [
      'case "$1" in',
      '*/write-command.ts) echo build >> "$CHECKOUT/made"; echo > "$CHECKOUT/apps/cli/dist/main.js" ;;',
      '*) echo "run $2" >> "$CHECKOUT/made" ;;',
      'esac',
    ].join('\n'),
  );

/** What was made and run, in order. */
function run(): readonly string[] {
  const made = join(folder, 'made');
  rmSync(made, { force: true });
  const env = { PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, CHECKOUT: folder };
  const { stderr } = spawnSync(join(folder, 'crossvault'), ['jobs'], { env, encoding: 'utf8' });
  expect(stderr).toBe('');
  return readFileSync(made, 'utf8').trim().split('\n');
}

describe('./crossvault of a checkout', () => {
  beforeEach(() => {
    installNode();
    write('node_modules/.modules.yaml', '', 10);
    write('apps/cli/dist/main.js', '', 10);
  });

  test('runs the command that was built', () => {
    expect(run()).toEqual(['run jobs']);
  });

  test('builds the command where it is missing', () => {
    rmSync(join(folder, 'apps/cli/dist/main.js'));
    expect(run()).toEqual(['build', 'run jobs']);
  });

  test('builds the command again after a pull, once', () => {
    write('.git/logs/HEAD', '', 20);
    expect([run(), run()]).toEqual([['build', 'run jobs'], ['run jobs']]);
  });

  test('installs what a pull has changed of the dependencies, once', () => {
    write('pnpm-lock.yaml', '', 20);
    expect([run(), run()]).toEqual([['install', 'run jobs'], ['run jobs']]);
  });
});
