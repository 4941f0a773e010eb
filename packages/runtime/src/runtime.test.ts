import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ConnectorContext,
  connectionFields,
  createContext,
  type Logger,
  type VendorDefinition,
} from '@crossvault/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { openRuntime } from './index.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'runtime-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const call = { signal: new AbortController().signal };
const page = { sort: '-startedAt', limit: 50, cursor: null, strict: false, fresh: false } as const;

interface Seen {
  readonly contexts: ConnectorContext[];
  readonly closed: string[];
  readonly logged: object[];
}

/** A vendor whose one list is empty, after a look at `url` where there is one. */
function acmeSeen({ contexts, closed }: Seen): VendorDefinition<{ readonly url?: string | undefined; name: string }> {
  return {
    id: 'acme',
    title: 'Acme Backup',
    configSchema: z.strictObject({ ...connectionFields, url: z.string().optional() }),
    connect({ name, url }, given) {
      if (url === 'refuse') throw new Error('no such place');
      const context = createContext(given);
      contexts.push(context);
      return {
        vendor: 'acme',
        history: 'complete',
        addresses: url === undefined ? [] : [{ name: 'api', url }],
        condition: () => ({
          budget: null,
          circuit: 'closed',
          waitMs: 0,
          until: null,
          clockSkewSeconds: null,
          requests: { sent: 0, retried: 0 },
        }),
        jobLists: async () => [{ key: 'all', order: 'newest-first', nativeFilters: [] }],
        async listJobs() {
          if (url !== undefined) await context.fetch(new Request(url));
          return { records: [], rejected: [], withoutRun: 0, next: null, warnings: [] };
        },
        findJobs: async () => [],
        getJob: () => Promise.reject(new Error('no job')),
        explainJob: () => null,
        mapJob: (raw) => ({ kind: 'rejected', rejection: { nativeId: null, reason: 'not-an-object', value: raw } }),
        mapperVersion: 1,
        probe: async () => ({ ok: true, steps: [], deniedFields: [] }),
        close: async () => void closed.push(name),
      };
    },
  };
}

async function open(connections: readonly object[], environment: Record<string, string> = {}) {
  const seen: Seen = { contexts: [], closed: [], logged: [] };
  const logger: Logger = {
    debug() {},
    info() {},
    warn: (fields, message) => void seen.logged.push({ ...fields, message }),
    error() {},
  };
  await writeFile(join(cwd, 'crossvault.yaml'), JSON.stringify({ connections }));
  return { seen, runtime: await openRuntime({ cwd, environment, logger, vendors: [acmeSeen(seen)] }) };
}

test('a faulty connection is kept beside the valid ones, and the engine reports its fault', async () => {
  const { runtime, seen } = await open([
    { name: 'good', vendor: 'acme', concurrency: 2, tags: ['a'] },
    { name: 'bad', vendor: 'acme', colour: 'red' },
    { name: 'strange', vendor: 'unknown' },
    { name: 'broken', vendor: 'acme', url: 'refuse' },
  ]);
  const { sources, complete } = await runtime.engine.listJobs({}, page, call);
  expect(complete).toBe(false);
  expect(sources.map(({ connection, status, problem }) => [connection, status, problem?.code])).toEqual([
    ['good', 'ok', undefined],
    ['bad', 'failed', 'configuration-invalid'],
    ['strange', 'failed', 'configuration-invalid'],
    ['broken', 'failed', 'internal-error'],
  ]);
  expect(seen.contexts).toMatchObject([{ connection: 'good', concurrency: 2 }]);
  const described = await runtime.engine.connections(call);
  expect(described.map(({ title, tags }) => [title, tags])).toEqual([
    ['Acme Backup', ['a']],
    ['Acme Backup', []],
    ['unknown', []],
    ['Acme Backup', []],
  ]);
  await runtime.close();
  expect(seen.closed).toEqual(['good']);
});

test('a vendor is connected when the first call needs it', async () => {
  const { runtime, seen } = await open([{ name: 'good', vendor: 'acme' }]);
  expect(seen.contexts).toEqual([]);
  await runtime.engine.connection('good', call);
  await runtime.engine.connection('good', call);
  expect(seen.contexts).toHaveLength(1);
  await runtime.close();
  expect(seen.closed).toEqual(['good']);
});

test('a connector logs under the name of its connection', async () => {
  const { runtime, seen } = await open([{ name: 'good', vendor: 'acme' }]);
  await runtime.engine.connections(call);
  seen.contexts[0]?.logger.warn({ durationMs: 1 }, 'slow');
  expect(seen.logged).toEqual([{ connection: 'good', durationMs: 1, message: 'slow' }]);
  await runtime.close();
});

test('unverified certificates cause a warning', async () => {
  const { runtime, seen } = await open([{ name: 'lax', vendor: 'acme', tls: { insecure: true } }]);
  expect(seen.logged).toEqual([{ connection: 'lax', message: expect.stringContaining('NOT checked') }]);
  await runtime.close();
});

test('requests go through the proxy, with the credentials of its reference', async () => {
  const asked: (string | undefined)[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url, request.headers['proxy-authorization']);
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  const { runtime } = await open(
    [{ name: 'far', vendor: 'acme', url: 'http://vendor.invalid/jobs', tls: { insecure: true }, proxy: '${PROXY}' }],
    { PROXY: `http://user:word@127.0.0.1:${port}` },
  );
  const { complete } = await runtime.engine.listJobs({}, page, call);
  await runtime.close();
  proxy.close();
  expect(complete).toBe(true);
  expect(asked).toEqual(['http://vendor.invalid/jobs', `Basic ${btoa('user:word')}`]);
});

test.each<[string, object, unknown[]]>([
  ['the proxy of the environment, without a key of its own', {}, ['http://vendor.invalid/jobs', undefined]],
  ['no proxy, where its own key says so', { proxy: 'none' }, []],
  ['no proxy, where it is on this machine', { url: 'http://localhost:1/jobs' }, []],
])('a connection is asked through %s', async (_which, settings, seenByProxy) => {
  const asked: (string | undefined)[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url, request.headers['proxy-authorization']);
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  const { runtime } = await open(
    [{ name: 'far', vendor: 'acme', url: 'http://vendor.invalid/jobs', tls: { insecure: true }, ...settings }],
    {
      http_proxy: `http://127.0.0.1:${port}`,
      HTTP_PROXY: 'http://not.read.invalid:1',
    },
  );
  await runtime.engine.listJobs({}, page, call).catch(() => undefined);
  await runtime.close();
  proxy.close();
  expect(asked).toEqual(seenByProxy);
});

test('a probe begins with DNS, TCP and TLS, through the proxy of the requests', async () => {
  const { runtime } = await open([{ name: 'far', vendor: 'acme', url: 'https://vendor.invalid' }], {
    HTTPS_PROXY: 'http://127.0.0.1:1',
  });
  const { steps } = await runtime.engine.probe('far', call);
  await runtime.close();
  expect(steps.map(({ name, ok }) => [name, ok])).toEqual([
    ['dns', true],
    ['tcp', false],
  ]);
  expect(steps[1]?.detail).toMatch(/^The proxy http:\/\/127\.0\.0\.1:1 \(HTTPS_PROXY\): .*ECONNREFUSED/);
});

test('what concerns the whole file is thrown', async () => {
  await expect(open([])).rejects.toMatchObject({ code: 'configuration-invalid' });
});
