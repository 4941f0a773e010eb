import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FreezingProxy, startFreezingProxy, startPostgres, type TestPostgres } from '@crossvault/harness';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';

// Whole programs are loaded and started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** A command on a PostgreSQL behind a way that can fall silent; given when it says that it has begun. */
async function startFar(begun: RegExp, ...argv: string[]) {
  const cwd = await mkdtemp(join(tmpdir(), 'crossvault-silent-'));
  onTestFinished(() => rm(cwd, { recursive: true }));
  const proxy: FreezingProxy = await startFreezingProxy(Number(new URL(postgres.url).port));
  onTestFinished(() => proxy.close());
  const connection = 'connections:\n  - name: one\n    vendor: no-such-vendor\n';
  await writeFile(join(cwd, 'crossvault.yaml'), `${connection}store: { type: postgres, url: "\${DATABASE_URL}" }\n`);
  const url = new URL(postgres.url);
  url.port = String(proxy.port);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...argv], {
    cwd,
    env: { DATABASE_URL: url.href },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const started = Promise.withResolvers<string>();
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
    const match = begun.exec(said)?.[0];
    if (match !== undefined) started.resolve(match);
  });
  ended.then(() => started.reject(new Error(said)));
  return { child, proxy, ended, match: await started.promise };
}

test('the facade reports a silent store as not ready, and ends on SIGTERM', async () => {
  const {
    child,
    proxy,
    ended,
    match: url,
  } = await startFar(/http:\/\/127\.0\.0\.1:\d+/, 'serve', '--listen', '127.0.0.1:0');
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/v1/keys`)));
  proxy.freezeOpen();
  // Connections that were heard of just now are not tried before they are used.
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 60_000 }).toBe(200);
  proxy.freezeNew();
  proxy.freezeOpen();
  const hanging = Promise.allSettled(Array.from({ length: 5 }, () => fetch(`${url}/v1/connections`)));
  const refused = await fetch(`${url}/readyz`);
  expect([refused.status, await refused.json()]).toEqual([503, expect.objectContaining({ code: 'store-unavailable' })]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  await hanging;
});

test('a worker ends on SIGTERM, though its store is silent', async () => {
  const { child, proxy, ended } = await startFar(/syncing up to/, 'worker');
  proxy.freezeNew();
  proxy.freezeOpen();
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
