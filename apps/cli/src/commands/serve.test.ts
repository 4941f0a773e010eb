import { createServer } from 'node:net';
import { createFakeVendor, jobsAt } from '@crossvault/testkit';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openFakes } from '../testing/fake-runtime.ts';
import { runCrossvault } from '../testing/run-crossvault.ts';

// Whole programs are loaded and started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const openRuntime = () => openFakes({ a: createFakeVendor({ jobs: jobsAt('a', [1]) }) })();

test('the facade answers until it is interrupted, and nothing is left of it', async () => {
  const interruption = new AbortController();
  const address = Promise.withResolvers<string>();
  const running = runCrossvault(['serve'], {
    openRuntime,
    signal: interruption.signal,
    watch: ({ err }) => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(err) ?? [];
      if (url !== undefined) address.resolve(url);
    },
  });
  const url = await address.promise;
  const response = await fetch(`${url}/v1/jobs`);
  expect(await response.json()).toMatchObject({ complete: true, data: [{ nativeId: 'a-0' }] });
  interruption.abort();
  const { exitCode, out, err } = await running;
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: '' });
  expect(err).toContain(`listening on ${url}`);
  expect(err).toContain('callers on this machine read without an API key');
  await expect(fetch(`${url}/v1/jobs`)).rejects.toThrow();
});

test('a port in use is an error with exit code 7', async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  await new Promise<void>((resolve) => other.listen({ host: '127.0.0.1', port: 0 }, resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { exitCode, err } = await runCrossvault(['serve', '--listen', `127.0.0.1:${port}`], { openRuntime });
  expect(exitCode).toBe(7);
  expect(err).toContain(`127.0.0.1:${port} is already in use`);
});

test('an address that others reach is not listened on while there are no keys', async () => {
  const { exitCode, err } = await runCrossvault(['serve', '--listen', '0.0.0.0:0'], { openRuntime });
  expect(exitCode).toBe(7);
  expect(err).toContain('crossvault keys create');
});
