import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { CrossvaultError } from '@crossvault/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfiguration } from '../index.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'configuration-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const environment = { AZURE_TOKEN: 'canary-azure', VSPC_TOKEN: 'canary-console', AVEPOINT_TOKEN: 'canary-avepoint' };

const fourConnections = `connections:
  - name: azure-prod
    vendor: azure-backup
    vaults: [{ subscriptionId: ef4ab5a7-c2c0-4304-af80-af49f48af3d1, resourceGroup: azurefiles, name: azurefilesvault }]
    credential: { type: token, token: \${AZURE_TOKEN} }   # bare inside braces
  - name: veeam-ukwest
    vendor: veeam-azure
    baseUrl: https://veeam.example.net/
    credential: { type: password, username: svc-crossvault, password: "\${file:./veeam-password}" }
    deadlineSeconds: 10
    tags: [uk]
  - name: console
    vendor: veeam-spc
    baseUrl: https://vspc.example.net:1281
    apiVersion: v2
    credential:
      type: token
      token: \${VSPC_TOKEN}
  - name: m365
    vendor: avepoint
    region: us
    credential: { type: token, token: '\${AVEPOINT_TOKEN}' }
store: { type: none }
server: { listen: "[::1]:9000" }
`;

async function load(text: string, name = 'crossvault.yaml') {
  await writeFile(join(cwd, name), text);
  return loadConfiguration({ cwd, environment });
}

async function failureOf(promise: Promise<unknown>): Promise<CrossvaultError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!CrossvaultError.isInstance(error)) throw new Error(`expected a CrossvaultError, got ${String(error)}`);
  return error;
}

test('a file with four vendors gives four valid connections with their lines and defaults', async () => {
  await writeFile(join(cwd, 'veeam-password'), 'canary-veeam\n');
  const configuration = await load(fourConnections);
  expect(configuration).toMatchObject({
    file: join(cwd, 'crossvault.yaml'),
    server: { host: '::1', port: 9000 },
    store: { type: 'none' },
  });
  expect(configuration.connections.map(({ name, vendor, line, fault }) => [name, vendor, line, fault])).toEqual([
    ['azure-prod', 'azure-backup', 2, null],
    ['veeam-ukwest', 'veeam-azure', 6, null],
    ['console', 'veeam-spc', 12, null],
    ['m365', 'avepoint', 19, null],
  ]);
  expect(configuration.connections[1]).toMatchObject({
    config: { baseUrl: 'https://veeam.example.net' },
    settings: { deadlineSeconds: 10, concurrency: 4, tags: ['uk'] },
  });
});

test('a configuration prints without its secrets', async () => {
  await writeFile(join(cwd, 'veeam-password'), 'canary-veeam\n');
  const configuration = await load(fourConnections);
  const prints = [JSON.stringify(configuration), inspect(configuration, { depth: 20, showHidden: true })];
  for (const print of prints) {
    expect(print).not.toContain('canary');
    expect(print.match(/\[secret\]/g)?.length).toBeGreaterThanOrEqual(4);
  }
});

test('without server and store it listens on loopback and assumes a file for the history beside its own', async () => {
  const configuration = await load('connections: [{ name: m365, vendor: avepoint }]\nserver:\nstore:\n');
  expect(configuration).toMatchObject({
    server: { host: '127.0.0.1', port: 8484 },
    store: { type: 'sqlite', path: join(cwd, 'crossvault.db'), isAssumed: true },
  });
});

test('a path of the store is taken from the folder of the configuration', async () => {
  const configuration = await load(
    'connections: [{ name: m365, vendor: avepoint }]\nstore: { type: sqlite, url: ./data/jobs.db }\n',
  );
  expect(configuration.store).toEqual({ type: 'sqlite', path: join(cwd, 'data/jobs.db'), isAssumed: false });
});

test('every record type other than jobs has a retention in days, and is kept without one', async () => {
  const load30 = (days: string) =>
    load(`connections: [{ name: m365, vendor: avepoint }]\nstore: { type: sqlite, retention: { ${days} } }\n`);
  const { store } = await load30('changesDays: 30, operationsDays: 400');
  expect(store).toMatchObject({ retention: { changes: 30, operations: 400 } });
  expect((await load30('')).store).not.toHaveProperty('retention');
  for (const wrong of ['changesDays: 0', 'auditDays: 1.5', 'keysDays: 9']) {
    await expect(load30(wrong)).rejects.toMatchObject({ code: 'configuration-invalid' });
  }
});

test('the file is --config, else CROSSVAULT_CONFIG, else ./crossvault.yaml', async () => {
  for (const name of ['a', 'b', 'crossvault']) {
    await writeFile(join(cwd, `${name}.yaml`), `connections: [{ name: ${name}, vendor: none }]`);
  }
  const nameWith = async (configPath: string | undefined, CROSSVAULT_CONFIG: string | undefined) =>
    (await loadConfiguration({ configPath, cwd, environment: { CROSSVAULT_CONFIG } })).connections[0]?.name;
  expect(await nameWith('a.yaml', 'b.yaml')).toBe('a');
  expect(await nameWith(undefined, 'b.yaml')).toBe('b');
  expect(await nameWith(undefined, '')).toBe('crossvault');
});

test('a missing file names all three sources and which of them were used', async () => {
  const error = await failureOf(loadConfiguration({ cwd, environment: {} }));
  expect(error).toMatchObject({ code: 'configuration-unreadable', entry: { exitCode: 7 } });
  expect(error.message).toBe(
    `There is no configuration: ${cwd}/crossvault.yaml does not exist. ` +
      'Looked for: --config (not given), else CROSSVAULT_CONFIG (not set), else ./crossvault.yaml.',
  );
  const named = await failureOf(loadConfiguration({ configPath: 'x.yaml', cwd, environment: {} }));
  expect(named.message).toContain(`${cwd}/x.yaml, named by --config, does not exist`);
});

test('a file that cannot be read says why', async () => {
  const error = await failureOf(loadConfiguration({ configPath: '.', cwd, environment: {} }));
  expect(error).toMatchObject({ code: 'configuration-unreadable', entry: { exitCode: 7 } });
  expect(error.message).toContain('is a folder, not a file');
});

test.each([
  ['an empty file', '', 'crossvault.yaml:1: the file is empty; it must have the key connections.'],
  ['a list', '- canary\n', 'crossvault.yaml:1: the file is not a mapping of keys; it must have the key connections.'],
  ['a text', 'canary', 'crossvault.yaml:1: the file is not a mapping of keys; it must have the key connections.'],
  ['an open bracket', 'a: 1\nb: [canary\n', /^crossvault\.yaml:\d: .*bracket/],
  ['an open quote', 'a: 1\nb: "canary\n', /^crossvault\.yaml:\d: .*quote/],
  ['two colons', 'a: 1\nb: c: canary\n', 'crossvault.yaml:2: a second colon stands in this line; quote the text.'],
  ['tabs', 'a:\n\tb: canary\n', 'crossvault.yaml:2: tabs cannot indent; use spaces.'],
  ['a key twice', 'a: 1\nstore: 2\nstore: canary\n', 'crossvault.yaml:3: store occurs twice in one mapping.'],
  ['stray text', 'a: "b" canary\n', 'crossvault.yaml:1: this is not valid YAML.'],
  ['a tag', 'a: !canary b\n', 'crossvault.yaml:1: tags (!name) are not known here.'],
  ['two documents', 'a: 1\n---\nb: canary\n', /^crossvault\.yaml:\d: .*several YAML documents/],
  ['an unknown alias', 'a: 1\nb: *canary\n', /^crossvault\.yaml:2: an alias .* no anchor/],
  ['an alias of itself', 'a: &canary [*canary]\n', /aliases contain themselves/],
  ['too many aliases', `a: &a [x,x]\n${bomb()}`, /aliases/],
  ['a reference in a bare text', 'a: { b: https://${HOST}:1 }', /crossvault\.yaml:1: .*a reference is the whole value/],
])('%s is an invalid configuration, and the message does not quote it', async (_what, text, message) => {
  const error = await failureOf(load(text));
  expect(error).toMatchObject({ code: 'configuration-unreadable', entry: { exitCode: 7 } });
  expect(error.message).toMatch(message);
  expect(error.message).not.toContain('canary');
});

function bomb(): string {
  const names = [...'abcdefghi'];
  return names
    .map((name, index) => `${names[index + 1] ?? 'z'}: &${names[index + 1] ?? 'z'} [*${name},*${name},*${name}]\n`)
    .join('');
}

const one = 'connections:\n  - name: one\n    vendor: avepoint\n';
test.each([
  [
    'an unknown key',
    `${one}conections: []\n`,
    'crossvault.yaml:4: conections is unknown; allowed: connections, store, server, insight, objectives, maintenance',
  ],
  ['no connections', 'server: {}\n', 'crossvault.yaml:1: connections is missing'],
  ['an empty list', 'connections: []\n', 'crossvault.yaml:1: connections must hold at least one connection'],
  ['a mapping', 'connections: {}\n', 'crossvault.yaml:1: connections must be a list, not a mapping of keys'],
  [
    'an entry that is a text',
    'connections:\n  - one\n',
    'crossvault.yaml:2: connections[0] must be a mapping of keys, not a text',
  ],
  ['no name', 'connections:\n  - vendor: avepoint\n', 'crossvault.yaml:2: connections[0].name is missing'],
  [
    'a number as name',
    `${one}  - vendor: x\n    name: 7\n`,
    'crossvault.yaml:5: connections[1].name must be a text, not a number',
  ],
  [
    'a name with a slash',
    'connections: [{ name: a/b }]',
    'crossvault.yaml:1: connections[0].name must be 1 to 63 letters, digits, dots, dashes or underscores',
  ],
  [
    'one name twice',
    `${one}  - name: one\n    vendor: x\n`,
    'crossvault.yaml:4: connections[1].name is one, the name of the connection in line 2 too; every connection needs a name of its own',
  ],
  [
    'a store of no known kind',
    `${one}store: { type: access, url: ./x.mdb }\n`,
    'crossvault.yaml:4: store.type must be sqlite (history in one file), postgres (history that workers share) or none (every answer is read live from the vendors)',
  ],
  [
    'an unknown key of server',
    `${one}server: { port: 80 }\n`,
    'crossvault.yaml:4: server.port is unknown; allowed: listen, allowedHosts, auth',
  ],
  [
    'no port',
    `${one}server: { listen: localhost }\n`,
    'crossvault.yaml:4: server.listen must be a host and a port such as "127.0.0.1:8484"',
  ],
  [
    'a port that is none',
    `${one}server:\n  listen: 127.0.0.1:99999\n`,
    'crossvault.yaml:5: server.listen must be a host and a port such as "127.0.0.1:8484"',
  ],
])('%s stops everything, with file, line and key', async (_what, text, message) => {
  const error = await failureOf(load(text));
  expect(error).toMatchObject({ code: 'configuration-invalid', entry: { exitCode: 7 } });
  expect(error.message.split('\n')).toContain(message);
});

test('all faults of the file are reported at once, in the order of its lines', async () => {
  const error = await failureOf(load('stores: {}\nconnections:\n  - name: a\n  - name: a\n  - vendor: x\n'));
  expect(error.message.split('\n').map((line) => line.split(' ', 2).join(' '))).toEqual([
    'crossvault.yaml:1: stores',
    'crossvault.yaml:3: connections[0].vendor',
    'crossvault.yaml:4: connections[1].name',
    'crossvault.yaml:4: connections[1].vendor',
    'crossvault.yaml:5: connections[2].name',
    'crossvault.yaml:5: connections[2].vendor',
  ]);
  expect(error.parameter).toBeDefined();
});

test('faults of the store, the server and every connection are reported at once', async () => {
  const text = [
    'connections:',
    '  - name: far',
    '    vendor: veeam-azure',
    '    baseUrl: http://veeam.example.net',
    '    credential: { type: password, username: reader, password: "${UNSET}" }',
    '    tls: { ca: ./none.pem }',
    'store: { type: postgres, url: "${NO_DATABASE}" }',
    'server: { auth: none, allowedHosts: [backup.example] }',
  ];
  const error = await failureOf(load(text.join('\n')));
  expect(error.message.split('\n').map((line) => line.split(' ', 2).join(' '))).toEqual([
    'crossvault.yaml:4: connections[0].baseUrl',
    'crossvault.yaml:5: connections[0].credential.password',
    'crossvault.yaml:6: connections[0].tls.ca',
    'crossvault.yaml:8: server.auth',
  ]);
});

test('a file in another encoding is explained', async () => {
  await writeFile(join(cwd, 'crossvault.yaml'), Buffer.from('\ufeffconnections: []\n', 'utf16le'));
  expect((await failureOf(loadConfiguration({ cwd, environment }))).message).toContain('is written in UTF-16');
  const wide = [...'\ufeffconnections: []\n'].map((character) => character.charCodeAt(0));
  const little = Buffer.from(Uint32Array.from(wide).buffer);
  for (const bytes of [little, Buffer.from(little).swap32()]) {
    await writeFile(join(cwd, 'crossvault.yaml'), bytes);
    expect((await failureOf(loadConfiguration({ cwd, environment }))).message).toContain('is written in UTF-32');
  }
  await writeFile(join(cwd, 'crossvault.yaml'), Buffer.from('connections: [] # caf\xe9\n', 'latin1'));
  expect((await failureOf(loadConfiguration({ cwd, environment }))).message).toContain('is not written in UTF-8');
});
