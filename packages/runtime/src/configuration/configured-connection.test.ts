import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  baseUrl,
  connectionFields,
  plainText,
  secretReference,
  tokenCredential,
  type VendorDefinition,
} from '@crossvault/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type ConfiguredConnection, loadConfiguration, type SoundConnection } from '../index.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'connection-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const passwordCredential = z.strictObject({
  type: z.literal('password'),
  username: plainText,
  password: secretReference,
});
const acme: VendorDefinition = {
  id: 'acme',
  title: 'Acme Backup',
  configSchema: z.strictObject({
    ...connectionFields,
    baseUrl,
    apiVersion: z.enum(['v1', 'v2'], { error: 'must be v1 or v2' }).default('v2'),
    region: z.string().optional(),
    size: z.enum(['small', 'large']).default('small'),
    lists: z
      .array(z.strictObject({ id: plainText }))
      .max(2)
      .optional(),
    credential: z.discriminatedUnion('type', [passwordCredential, tokenCredential], {
      error: 'must have the type password or token',
    }),
  }),
  connect: () => {
    throw new Error('nothing may be connected');
  },
};

/** Reads a file whose second connection has these lines; the first is always sound. */
async function readSecond(
  lines: readonly string[],
  environment: Record<string, string> = {},
): Promise<ConfiguredConnection> {
  const entry = ['name: second', ...lines].map((line, index) => `${index === 0 ? '  - ' : '    '}${line}\n`).join('');
  const first =
    '  - { name: first, vendor: acme, baseUrl: "http://127.0.0.1:1", credential: { type: token, token: "${GOOD}" } }\n';
  await writeFile(join(cwd, 'crossvault.yaml'), `connections:\n${first}${entry}`);
  const { connections } = await loadConfiguration({
    cwd,
    environment: { GOOD: 'g', LINES: 'a\ncanary', ...environment },
    vendors: [acme],
  });
  expect(connections[0]).toMatchObject({ name: 'first', line: 2, fault: null });
  const second = connections[1];
  if (second === undefined) throw new Error('there is no second connection');
  expect(second).toMatchObject({ name: 'second', line: 3 });
  return second;
}
async function readSound(lines: readonly string[], environment?: Record<string, string>): Promise<SoundConnection> {
  const connection = await readSecond(lines, environment);
  if (connection.fault !== null) throw connection.fault;
  return connection;
}

const valid = ['vendor: acme', 'baseUrl: https://acme.example', 'credential: { type: token, token: "${GOOD}" }'];

test.each<[string, string[], string]>([
  [
    'an unknown vendor',
    ['vendor: acne'],
    'crossvault.yaml:4: connections[1].vendor is acne, which is neither a known vendor nor a package that is installed beside the configuration; known: acme',
  ],
  ['no vendor', ['size: small'], 'crossvault.yaml:3: connections[1].vendor is missing; known: acme'],
  [
    'an unknown key',
    [...valid, 'regoin: us'],
    'crossvault.yaml:7: connections[1].regoin is unknown; allowed: name, vendor, tls, proxy, deadlineSeconds, concurrency, historyDays, retentionDays, allow, tags, tenant, baseUrl, apiVersion, region, size, lists, credential',
  ],
  [
    'an unknown key of tls',
    [...valid, 'tls:', '  cert: x'],
    'crossvault.yaml:8: connections[1].tls.cert is unknown; allowed: ca, insecure',
  ],
  [
    'an unknown key of a credential',
    [...valid.slice(0, 2), 'credential:', '  type: password', '  username: u', '  password: ${GOOD}', '  passwort: x'],
    'crossvault.yaml:10: connections[1].credential.passwort is unknown; allowed: type, username, password',
  ],
  [
    'an unknown key in a list',
    [...valid, 'lists:', '  - id: a', '  - { id: b, size: 1 }'],
    'crossvault.yaml:9: connections[1].lists[1].size is unknown; allowed: id',
  ],
  [
    'a bad value with its own message',
    [...valid, 'apiVersion: v3'],
    'crossvault.yaml:7: connections[1].apiVersion must be v1 or v2',
  ],
  [
    'a bad value without',
    [...valid, 'size: huge'],
    'crossvault.yaml:7: connections[1].size must be one of small, large',
  ],
  [
    'a number for a text',
    [...valid, 'region: 7'],
    'crossvault.yaml:7: connections[1].region must be a text, not a number',
  ],
  [
    'a text for a number',
    [...valid, 'concurrency: many'],
    'crossvault.yaml:7: connections[1].concurrency must be a number, not a text',
  ],
  ['an empty value', [...valid, 'region:'], 'crossvault.yaml:7: connections[1].region must be a text, not empty'],
  [
    'a number that is too big',
    [...valid, 'deadlineSeconds: 601'],
    'crossvault.yaml:7: connections[1].deadlineSeconds must be at most 600',
  ],
  [
    'a number that is too small',
    [...valid, 'deadlineSeconds: 0'],
    'crossvault.yaml:7: connections[1].deadlineSeconds must be more than 0',
  ],
  [
    'too many entries',
    [...valid, 'lists: [{ id: a }, { id: b }, { id: c }]'],
    'crossvault.yaml:7: connections[1].lists must have at most 2 entries',
  ],
  [
    'a missing key',
    valid.filter((line) => !line.startsWith('baseUrl')),
    'crossvault.yaml:3: connections[1].baseUrl is missing: it must be an http or https address such as https://host:1280',
  ],
  [
    'a missing credential',
    valid.slice(0, 2),
    'crossvault.yaml:3: connections[1].credential is missing: it must have the type password or token',
  ],
  [
    'another credential',
    [...valid.slice(0, 2), 'credential: { type: certificate }'],
    'crossvault.yaml:6: connections[1].credential.type must have the type password or token',
  ],
  [
    'an address with credentials',
    ['vendor: acme', 'baseUrl: https://u:canary@acme.example', valid[2] ?? ''],
    'crossvault.yaml:5: connections[1].baseUrl must have no credentials, query or fragment',
  ],
  [
    'a proxy with credentials',
    [...valid, 'proxy: http://u:canary@proxy:3128'],
    'crossvault.yaml:7: connections[1].proxy must be an http or https address without credentials, a reference to one that has them, or none',
  ],
  [
    'a reference where none can be',
    [...valid, 'region: ${GOOD}'],
    'crossvault.yaml:7: connections[1].region must be a text, not a reference',
  ],
  [
    'a secret in the file itself',
    [...valid.slice(0, 2), 'credential:', '  type: token', '  token: canary-literal'],
    'crossvault.yaml:8: connections[1].credential.token must be a reference to a secret, ${NAME} or "${file:path}", never the secret itself',
  ],
  [
    'a token of several lines',
    [...valid.slice(0, 2), 'credential: { type: token, token: ${LINES} }'],
    'crossvault.yaml:6: connections[1].credential.token must refer to one line of visible characters without spaces',
  ],
  [
    'a reference in a longer text',
    ['vendor: acme', 'baseUrl: https://${GOOD}:1280', valid[2] ?? ''],
    'crossvault.yaml:5: connections[1].baseUrl must be one whole reference, ${NAME} or "${file:path}": a reference cannot be a part of a longer text',
  ],
  [
    'a reference with a bad name',
    ['vendor: acme', 'baseUrl: "${1X}"', valid[2] ?? ''],
    'crossvault.yaml:5: connections[1].baseUrl must be one whole reference, ${NAME} or "${file:path}": a reference cannot be a part of a longer text',
  ],
])('%s makes this connection faulty and no other, with file, line and key', async (_what, lines, message) => {
  const { fault } = await readSecond(lines);
  expect(fault).toMatchObject({ code: 'configuration-invalid', source: 'second', entry: { exitCode: 7 } });
  expect(fault?.message).toBe(message);
});

test('all faults of a connection are reported at once, also with a missing secret', async () => {
  const { fault } = await readSecond([
    'vendor: acme',
    'baseUrl: ${NOT_SET}',
    'apiVersion: v3',
    'credential: { type: token }',
  ]);
  expect(fault?.code).toBe('configuration-invalid');
  expect(fault?.message.split('\n')).toEqual([
    'crossvault.yaml:5: connections[1].baseUrl refers to the environment variable NOT_SET, which is not set',
    'crossvault.yaml:6: connections[1].apiVersion must be v1 or v2',
    'crossvault.yaml:7: connections[1].credential.token is missing: it must be a reference to a secret, ${NAME} or "${file:path}", never the secret itself',
  ]);
});

test('a reference may stand bare inside braces', async () => {
  const { config } = await readSound([...valid.slice(0, 2), 'credential: { type: token, token: ${GOOD} }']);
  const { credential } = z.object({ credential: tokenCredential }).parse(config);
  expect(credential.token.reveal()).toBe('g');
});

test('a connection with only a missing secret has its own error code', async () => {
  const { fault } = await readSecond([...valid.slice(0, 2), 'credential: { type: token, token: ${NOT_SET} }']);
  expect(fault).toMatchObject({
    code: 'secret-missing',
    source: 'second',
    parameter: 'connections[1].credential.token',
    message:
      'crossvault.yaml:6: connections[1].credential.token refers to the environment variable NOT_SET, which is not set',
  });
});

test('a credential can be shared by anchor and alias, and its faults have the line of the anchor', async () => {
  await writeFile(
    join(cwd, 'crossvault.yaml'),
    `connections:
  - name: one
    vendor: acme
    baseUrl: http://127.0.0.1:1
    credential: &shared
      type: token
      token: canary-literal
  - name: two
    vendor: acme
    baseUrl: http://127.0.0.1:2
    credential: *shared
`,
  );
  const { connections } = await loadConfiguration({ cwd, environment: {}, vendors: [acme] });
  expect(connections.map(({ fault }) => fault?.message.split(' must')[0])).toEqual([
    'crossvault.yaml:7: connections[0].credential.token',
    'crossvault.yaml:7: connections[1].credential.token',
  ]);
});

test('a proxy with credentials comes as a reference, and stays secret', async () => {
  const sound = await readSound([...valid, 'proxy: ${PROXY}'], { PROXY: 'http://u:canary@proxy:3128' });
  expect(JSON.stringify(sound)).not.toContain('canary');
  const { fault } = await readSecond([...valid, 'proxy: ${PROXY}'], { PROXY: 'canary' });
  expect(fault?.message).toMatch(/^crossvault\.yaml:7: connections\[1\]\.proxy refers to a text that is not an http/);
  expect(fault?.message).not.toContain('canary');
});
