import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startSimulators, writeConfiguration } from '@crossvault/simulators';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';

// Whole programs are loaded and started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'crossvault-main-'));
});
afterEach(() => rm(cwd, { recursive: true }));

/** The command as a process of its own. */
function start(...argv: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...argv], { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, err: text(child.stderr), ended: once(child, 'exit') };
}

test('the exit code is that of the command', async () => {
  const { child, err, ended } = start('jobs', 'list');
  const out = text(child.stdout);
  expect(await ended).toEqual([7, null]);
  expect(await out).toBe('');
  expect(await err).toContain('There is no configuration');
});

test('a signal ends a command that waits for a vendor with 130', async () => {
  const asked = Promise.withResolvers<void>();
  const hanging = createServer(() => asked.resolve());
  onTestFinished(() => void hanging.close());
  await new Promise<void>((resolve) => hanging.listen({ host: '127.0.0.1', port: 0 }, resolve));
  const address = hanging.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await writeFile(join(cwd, 'secret'), 'secret');
  await writeFile(
    join(cwd, 'crossvault.yaml'),
    `connections:
  - name: slow
    vendor: veeam-azure
    baseUrl: http://127.0.0.1:${port}
    credential: { type: password, username: reader, password: "\${file:./secret}" }
`,
  );
  const { child, err, ended } = start('jobs', 'list');
  await asked.promise;
  child.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  expect(await err).toBe('crossvault: Interrupted.\n');
});

test('a reader who leaves in the middle of a long list ends it quietly with 0', async () => {
  const simulators = await startSimulators({ jobs: 400 });
  onTestFinished(() => simulators.close());
  await writeConfiguration(cwd, Object.values(simulators.vendors));
  const { child, err, ended } = start('jobs', 'list', '--all', '-o', 'ndjson', '--include', 'raw');
  await once(child.stdout, 'data');
  child.stdout.destroy();
  expect(await ended).toEqual([0, null]);
  expect(await err).toBe('');
});

test.each([
  ['rejects a promise that is not awaited', 'Promise.reject(new Error("late: password=canary-late"));'],
  [
    'throws in a timer',
    'setTimeout(() => { throw new Error("late: password=canary-late"); }); setInterval(() => {}, 1000);',
  ],
])('code of a vendor that %s ends the command with one line, without its secret', async (_, code) => {
  await writeFile(join(cwd, 'vendor.mjs'), code);
  await writeFile(join(cwd, 'crossvault.yaml'), 'connections: [{ name: own, vendor: ./vendor.mjs }]\n');
  const { err, ended } = start('jobs', 'list');
  expect(await ended).toEqual([1, null]);
  expect(await err).toContain('crossvault: late: password=[redacted]\n');
  expect(await err).not.toMatch(/canary| {4}at /);
});
