import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeConfiguration } from './command/write-configuration.ts';
import { startSimulators } from './simulators.ts';
import { VENDOR_IDS } from './truth.ts';

const start = '2026-11-20T06:00:00Z';

test('the jobs asked for are spread over the vendors that were started', async () => {
  const simulators = await startSimulators({ jobs: 41, start });
  const grown = simulators.truth().filter(({ documented }) => !documented);
  expect(grown.length).toBeGreaterThan(0);
  await simulators.close();
});

test('the same seed gives the same truth, another seed another one', async () => {
  const [first, second, third] = await Promise.all([
    startSimulators({ jobs: 60, start }),
    startSimulators({ jobs: 60, start }),
    startSimulators({ jobs: 60, start, seed: 2 }),
  ]);
  expect(second.truth()).toEqual(first.truth());
  expect(third.truth()).not.toEqual(first.truth());
  await Promise.all([first.close(), second.close(), third.close()]);
});

test('without a start the clock runs from now', async () => {
  const before = Date.now();
  const simulators = await startSimulators({ jobs: 0, vendors: ['azure-backup'] });
  expect(simulators.clock.now()).toBeGreaterThanOrEqual(before);
  await simulators.close();
});

test('a vendor that was not started cannot be had', async () => {
  const simulators = await startSimulators({ jobs: 0, vendors: [], start });
  expect(() => simulators.vendor('azure-backup')).toThrow('no simulator of azure-backup');
  await simulators.close();
});

test('when one port is taken, nothing stays', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const base = port - VENDOR_IDS.length;
  await expect(startSimulators({ jobs: 0, vendors: ['azure-backup'], portBase: base, start })).rejects.toThrow(
    `port ${port} on 127.0.0.1 is taken`,
  );
  await expect(fetch(`http://127.0.0.1:${base}`)).rejects.toThrow();
  await new Promise((resolve) => other.close(resolve));
});

test('the configuration refers to its secrets, which only the owner can read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'simulators-'));
  const simulators = await startSimulators({ jobs: 0, start });
  const vendors = Object.values(simulators.vendors);
  const path = await writeConfiguration(folder, vendors);
  await writeConfiguration(folder, vendors);
  const text = await readFile(path, 'utf8');
  const { connections } = parse(text) as { connections: { name: string }[] };
  expect(connections.map(({ name }) => name)).toEqual(vendors.map(({ connection }) => connection.name));
  expect(connections[0]).toMatchObject({
    name: 'azure-prod',
    vendor: 'azure-backup',
    baseUrl: simulators.vendor('azure-backup').url,
    apiVersion: '2019-05-13',
    credential: { type: 'client-secret', clientSecret: `\${file:./secrets/azure-prod}` },
  });
  for (const { connection, tokens } of vendors) {
    expect(text).not.toContain(tokens.valid);
    for (const secret of Object.values(connection.secrets)) expect(text).not.toContain(secret);
  }
  const secretPath = join(folder, 'secrets', 'azure-prod');
  expect(await readFile(secretPath, 'utf8')).toBe(simulators.vendor('azure-backup').connection.secrets['clientSecret']);
  expect((await stat(secretPath)).mode & 0o777).toBe(0o600);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await simulators.close();
  await rm(folder, { recursive: true });
});

test('the connections have their secrets in clear', async () => {
  const simulators = await startSimulators({ jobs: 0, vendors: ['azure-backup'], start });
  const { clientSecret } = simulators.vendor('azure-backup').connection.secrets;
  expect(simulators.connections()).toMatchObject([{ name: 'azure-prod', credential: { clientSecret } }]);
  await simulators.close();
});
