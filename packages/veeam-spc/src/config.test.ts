import { Secret } from '@crossvault/contract';
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

test.each([password, { type: 'token', token: new Secret('t0ken') }])(
  'a credential of type $type is taken',
  (credential) => {
    const config = veeamSpcConfigSchema.parse({ ...entry, credential });
    expect(config).toMatchObject({ baseUrl: 'https://vspc.example.net:1281', apiVersion: 'v2', concurrency: 4 });
    expect(config.credential).toEqual(credential);
  },
);

test.each<[string, object, string]>([
  ['v3', { apiVersion: 'v3' }, 'apiVersion: must be v2: REST v3 cannot be read yet'],
  ['another version', { apiVersion: 'v9' }, 'apiVersion: must be v2, the version of the console that is read'],
  ['no version', { apiVersion: undefined }, 'apiVersion: must be v2, the version of the console that is read'],
  [
    'an API key',
    { credential: { type: 'api-key', key: new Secret('k3y') } },
    'credential.type: must have type token or password; REST v2 knows no API keys',
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
