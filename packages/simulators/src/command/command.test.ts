import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from './command.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulators-'));
});
afterEach(() => rm(folder, { recursive: true }));

const run = async (args: string[], whileRunning: (out: string) => Promise<void> = async () => undefined) => {
  const written = { out: '', reported: '' };
  const code = await runCommand(args, {
    out: (text) => {
      written.out += text;
    },
    note: (text) => {
      written.reported += text;
    },
    untilStopped: () => whileRunning(written.out),
  });
  return { code, ...written };
};

test('it prints addresses, credentials and the command to use them, and ends when it is interrupted', async () => {
  const { code, out } = await run(['--jobs', '10', '--config', folder]);
  expect(code).toBe(0);
  expect(out).toMatch(/azure-backup +http:\/\/127\.0\.0\.1:\d+ .*\btoken simulated-/);
  expect(out).toContain(`./crossvault jobs list --config ${join(folder, 'crossvault.yaml')}`);
});

test('with --json it prints one object, and what it names answers until the end', async () => {
  let control = '';
  const { code } = await run(['--jobs', '10', '--config', folder, '--json'], async (out) => {
    const described = JSON.parse(out) as { control: string; vendors: { url: string; token: string }[] };
    control = described.control;
    expect((await fetch(`${control}/truth`)).status).toBe(200);
    expect(described.vendors[0]?.token).toContain('simulated');
  });
  expect(code).toBe(0);
  await expect(fetch(control)).rejects.toThrow();
});

test('with --tls the vendors speak https, and the authority lies beside the configuration', async () => {
  const { code, out } = await run(['--jobs', '0', '--config', folder, '--tls']);
  expect(code).toBe(0);
  expect(out).toMatch(/azure-backup +https:\/\/127/);
  expect(out).toMatch(/control port +http:\/\/127/);
  expect(await readFile(join(folder, 'authority.pem'), 'utf8')).toContain('BEGIN CERTIFICATE');
});

test('--help explains and starts nothing', async () => {
  const { code, out } = await run(['--help']);
  expect(code).toBe(0);
  expect(out).toContain('--config DIR');
});

test.each([
  [['--jobs', 'many'], '--jobs has to be a whole number from 0'],
  [['--days', '0'], '--days has to be a whole number from 1'],
  [['--port', '70000'], '--port has to be'],
  [['--seed', '1.5'], '--seed has to be'],
  [['--jobs=-5'], '--jobs has to be'],
  [['--colour'], "Unknown option '--colour'"],
  [['stray'], 'stray'],
])('%j is a usage error', async (args, reason) => {
  const { code, out, reported } = await run(args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(reported).toContain(reason);
});

test('a folder that cannot be written is exit code 7', async () => {
  await writeFile(join(folder, 'file'), '');
  const { code, reported } = await run(['--jobs', '0', '--config', join(folder, 'file')]);
  expect(code).toBe(7);
  expect(reported).toMatch(/ENOTDIR|EEXIST/);
});

test('a taken port is exit code 7', async () => {
  await run(['--jobs', '0', '--config', folder, '--json'], async (out) => {
    const { vendors } = JSON.parse(out) as { vendors: { url: string }[] };
    const port = new URL(vendors[0]?.url ?? '').port;
    const second = await run(['--jobs', '0', '--config', folder, '--port', port]);
    expect(second.code).toBe(7);
    expect(second.reported).toContain(`port ${port} on 127.0.0.1 is taken`);
  });
});
