import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProtectedItem } from '@crossvault/core';
import { type Scope, scopes } from '@crossvault/core/store';
import type { Actor } from '@crossvault/engine';
import { openRuntime, type Runtime } from '@crossvault/runtime';
import { type SimulatedVendor, type Simulators, startSimulators, writeConfiguration } from '@crossvault/simulators';
import { patientCall, silentLogger } from '@crossvault/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createServer, type RunningServer } from './http/server.ts';
import { sendRaw } from './testing/raw-request.ts';

// Whole programs are loaded and started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const tester: Actor = { name: 'tester', scopes, connections: null };

let simulators: Simulators;
let vendor: SimulatedVendor;
let folder: string;
let runtime: Runtime;
let server: RunningServer;
let item: ProtectedItem;
const tokens = new Map<string, string>();

beforeAll(async () => {
  simulators = await startSimulators({ vendors: ['azure-backup'], jobs: 4 });
  vendor = simulators.vendor('azure-backup');
  folder = await mkdtemp(join(tmpdir(), 'crossvault-refused-'));
  const configPath = await writeConfiguration(folder, [vendor]);
  // The same vaults a second time, by a connection that may only be read.
  const text = await readFile(configPath, 'utf8');
  const [heading = '', entry = ''] = text.split(/^connections:\n/m);
  const readOnly = entry.replace('"azure-prod"', '"azure-looked-at"').replace(/ {4}allow:\n(?: {6}- .*\n)+/, '');
  await writeFile(configPath, `${heading}connections:\n${entry}${readOnly}`);
  runtime = await openRuntime({ configPath, environment: {}, logger: silentLogger, makeStore: true });
  const listen = { host: '127.0.0.1', port: 0 };
  const { engine } = runtime;
  server = await createServer({ engine, listen, logger: silentLogger, clock: simulators.clock });
  const page = { limit: 50, cursor: null, strict: true, fresh: true } as const;
  const { records } = await engine.items({ name: ['testshare'], connection: ['azure-prod'] }, page, patientCall);
  if (records[0] === undefined) throw new Error('The simulator protects the share of the reference page.');
  item = records[0].thing;
  await makeKey('every', scopes, null);
  await makeKey('elsewhere', scopes, ['azure-looked-at']);
  await makeKey('operator', ['read', 'operate'], null);
  const revoked = await makeKey('revoked', scopes, null);
  await engine.revokeKey(revoked, tester);
});

afterAll(async () => {
  await server.close();
  await runtime.close();
  await simulators.close();
  await rm(folder, { recursive: true });
});

async function makeKey(name: string, opened: readonly Scope[], connections: readonly string[] | null): Promise<string> {
  const made = await runtime.engine.createKey({ name, scopes: opened, connections, expiresAt: null }, tester);
  tokens.set(name, made.token.reveal());
  return made.key.id;
}

interface Attempt {
  readonly key?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of another connection to the same thing. */
  readonly on?: string;
}

async function attempt({ key, body = { data: 'delete', confirm: 'testshare' }, headers = {}, on }: Attempt) {
  const parts: unknown = JSON.parse(Buffer.from(item.id, 'base64url').toString('utf8'));
  const [connection = '', ...rest] = Array.isArray(parts) ? parts.map(String) : [];
  const id = Buffer.from(JSON.stringify([on ?? connection, ...rest])).toString('base64url');
  const before = vendor.requests.length;
  const token = key === undefined ? undefined : tokens.get(key);
  const reply = await sendRaw(server.url, {
    method: 'POST',
    path: `/v1/protected-items/${id}/stop-protection`,
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  const { code = null } = Object(reply.body);
  return { status: reply.status, code, requests: vendor.requests.slice(before) };
}

describe('actions that would destroy data are refused without a single request', () => {
  test.each<[what: string, attempt: Attempt, status: number, code: string]>([
    ['without a key', {}, 401, 'key-missing'],
    ['with a revoked key', { key: 'revoked' }, 401, 'key-refused'],
    ['with a key of another scope', { key: 'operator' }, 403, 'scope-missing'],
    ['with a key of another connection', { key: 'elsewhere' }, 404, 'item-not-found'],
    ['on a connection that is read-only', { key: 'every', on: 'azure-looked-at' }, 403, 'connection-read-only'],
    ['from a foreign origin', { key: 'every', headers: { Origin: 'https://evil.example' } }, 403, 'origin-refused'],
    ['for a foreign host', { key: 'every', headers: { Host: 'evil.example' } }, 403, 'host-refused'],
    ['as a form', { key: 'every', headers: { 'Content-Type': 'text/plain' } }, 415, 'media-type-refused'],
    ['unconfirmed', { key: 'every', body: { data: 'delete' } }, 400, 'confirmation-needed'],
    [
      'with more than it takes',
      { key: 'every', body: { data: 'delete', confirm: 'testshare', force: 1 } },
      400,
      'unknown-parameter',
    ],
  ])('%s', async (_what, asked, status, code) => {
    expect(await attempt(asked)).toEqual({ status, code, requests: [] });
  });

  test('confirmed by another name, for which the item may be read and nothing else', async () => {
    const { status, code, requests } = await attempt({ key: 'every', body: { data: 'delete', confirm: 'othershare' } });
    expect([status, code]).toEqual([400, 'confirmation-needed']);
    expect(requests.filter(({ method, path }) => method !== 'GET' && !path.includes('/oauth2/'))).toEqual([]);
  });

  test('a confirmed and allowed action is sent once', async () => {
    const { status, requests } = await attempt({ key: 'every' });
    expect(status).toBe(202);
    expect(requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });
});
