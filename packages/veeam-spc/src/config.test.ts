import { Secret } from '@crossvault/core';
import { expect, test } from 'vitest';
import { veeamSpcConfigSchema } from './config.ts';

const password = { type: 'password', username: 'vac\\reader', password: new Secret('p4ss') };
const entry = {
  name: 'console',
  vendor: 'veeam-spc',
  baseUrl: 'https://vspc.example.net:1281/',
  apiVersion: 'v2',
  credential: password,
};

const messagesOf = (input: unknown): string[] =>
  veeamSpcConfigSchema.safeParse(input).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

const token = { type: 'token', token: new Secret('t0ken') };
const apiKey = { type: 'api-key', key: new Secret('k3y') };

test.each([
  ['v2', password],
  ['v2', token],
  ['v3', password],
  ['v3', token],
  ['v3', apiKey],
])('%s takes a credential like %j', (apiVersion, credential) => {
  const config = veeamSpcConfigSchema.parse({ ...entry, apiVersion, credential });
  expect(config).toMatchObject({ baseUrl: 'https://vspc.example.net:1281', apiVersion, concurrency: 4 });
  expect(config.credential).toEqual(credential);
});

test('v3 may be asked to speak a minor version', () => {
  expect(veeamSpcConfigSchema.parse({ ...entry, apiVersion: 'v3', clientVersion: '3.6.1' }).clientVersion).toBe(
    '3.6.1',
  );
});

test.each<[string, object, string]>([
  ['another version', { apiVersion: 'v9' }, 'apiVersion: must be v3, or v2 for consoles up to 6.0'],
  ['no version', { apiVersion: undefined }, 'apiVersion: must be v3, or v2 for consoles up to 6.0'],
  [
    'an API key with v2',
    { credential: apiKey },
    'credential.type: must be password or token with apiVersion v2: REST v2 knows no API keys',
  ],
  [
    'an API key of two lines',
    { apiVersion: 'v3', credential: { type: 'api-key', key: new Secret('k3y\nk3y') } },
    'credential.key: must refer to one line of visible characters without spaces',
  ],
  ['another credential', { credential: { type: 'mfa' } }, 'credential.type: must have type api-key, password or token'],
  ['a minor version with v2', { clientVersion: '3.6' }, 'clientVersion: must be absent with apiVersion v2'],
  [
    'a minor version that is none',
    { apiVersion: 'v3', clientVersion: 'newest' },
    'clientVersion: must be a minor version of REST v3 such as 3.6.1',
  ],
  [
    'a password in clear',
    { credential: { ...password, password: 'p4ss' } },
    'credential.password: must be a reference to a secret, ${NAME} or "${file:path}", never the secret itself',
  ],
  ['a key that does nothing', { region: 'us' }, ': Unrecognized key: "region"'],
])('%s is refused, and the message says what is allowed', (_case, change, message) => {
  expect(messagesOf({ ...entry, ...change })).toEqual([message]);
});

test('an address is required', () => {
  const { baseUrl: _, ...rest } = entry;
  expect(messagesOf(rest)).toHaveLength(1);
});
