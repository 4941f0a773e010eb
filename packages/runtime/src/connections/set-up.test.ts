import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionFields, secretReference, type VendorDefinition } from '@crossvault/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { describeSetUp, loadConfiguration, type SetUp } from '../index.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'set-up-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const acme: VendorDefinition = {
  id: 'acme',
  title: 'Acme Backup',
  configSchema: z.strictObject({ ...connectionFields, credential: z.strictObject({ key: secretReference }) }),
  connect: () => {
    throw new Error('nothing may be connected');
  },
};

async function describeFile(connections: readonly object[], environment: Record<string, string>): Promise<SetUp> {
  await writeFile(join(cwd, 'crossvault.yaml'), JSON.stringify({ connections }));
  await writeFile(join(cwd, 'key'), 'canary');
  return describeSetUp(await loadConfiguration({ cwd, environment, vendors: [acme] }), environment);
}
const connection = (name: string, key: string, more: object = {}) => ({
  name,
  vendor: 'acme',
  credential: { key },
  ...more,
});

test('secrets are listed by key and reference, found or missing, and never shown', async () => {
  const setUp = await describeFile(
    [
      connection('a', '${KEY}'),
      connection('b', '${file:./key}'),
      connection('c', '${NONE}'),
      { name: 'd', vendor: 'unknown' },
    ],
    { KEY: 'canary' },
  );
  expect(setUp).toMatchObject({ file: join(cwd, 'crossvault.yaml'), node: process.version, connections: 4, faulty: 2 });
  expect(setUp.secrets).toEqual([
    { connection: 'a', key: 'credential.key', reference: '${KEY}', resolved: true },
    { connection: 'b', key: 'credential.key', reference: '${file:./key}', resolved: true },
    { connection: 'c', key: 'credential.key', reference: '${NONE}', resolved: false },
  ]);
  expect(JSON.stringify(setUp)).not.toContain('canary');
});

test('proxies are listed with their origin, and without their credentials', async () => {
  const environment = {
    KEY: 'k',
    PROXY: 'http://user:canary@own.proxy:3128',
    HTTPS_PROXY: 'user:canary@secure.proxy:8080',
    http_proxy: 'socks5://user:canary@plain.proxy',
    NO_PROXY: 'a.example,,.b.example',
  };
  const setUp = await describeFile(
    [
      connection('a', '${KEY}', { proxy: '${PROXY}' }),
      connection('b', '${KEY}', { proxy: 'none' }),
      connection('c', '${KEY}'),
    ],
    environment,
  );
  expect(setUp.proxies).toEqual([
    { connection: null, origin: 'HTTPS_PROXY', address: 'http://secure.proxy:8080' },
    { connection: null, origin: 'http_proxy', address: null },
    { connection: 'a', origin: 'proxy', address: 'http://own.proxy:3128' },
    { connection: 'b', origin: 'proxy', address: 'none' },
  ]);
  expect(setUp.directHosts).toEqual(['a.example', '.b.example']);
  expect(JSON.stringify(setUp)).not.toContain('canary');
});
