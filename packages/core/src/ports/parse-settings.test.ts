import { expect, test } from 'vitest';
import { z } from 'zod';
import { baseUrl, connectionFields, Secret, tokenCredential } from './connection-config.ts';
import { parseSettings } from './parse-settings.ts';

const schema = z.strictObject({ ...connectionFields, baseUrl, credential: tokenCredential });
const acme = { vendor: 'acme', name: 'acme' };

test('a plain text of a credential becomes a secret, and the defaults of a connection apply', () => {
  const settings = { baseUrl: 'https://acme.example/', credential: { type: 'token', token: 'a-token-1' } };
  const config = parseSettings(schema, acme, settings);
  expect(config).toMatchObject({
    name: 'acme',
    vendor: 'acme',
    baseUrl: 'https://acme.example',
    concurrency: 4,
    allow: [],
  });
  expect([String(config.credential.token), config.credential.token.reveal()]).toEqual(['[secret]', 'a-token-1']);
});

test('a secret stays the same secret', () => {
  const token = new Secret('a-token-1');
  const config = parseSettings(schema, acme, { baseUrl: 'https://acme.example', credential: { type: 'token', token } });
  expect(config.credential.token).toBe(token);
});

test('every fault is named, and no secret is shown', () => {
  const settings = { baseUrl: 'ftp://acme.example', credential: { type: 'token', token: 'two words' } };
  expect(() => parseSettings(schema, acme, settings)).toThrow(
    expect.objectContaining({ code: 'configuration-invalid', source: 'acme', parameter: 'baseUrl' }),
  );
  expect(() => parseSettings(schema, acme, settings)).toThrow(/baseUrl must be .*; credential\.token must refer to/);
  expect(() => parseSettings(schema, acme, settings)).not.toThrow(/two words/);
});

test.each([
  ['no settings', undefined, /they must be an object/, 'credential'],
  ['settings of null', null, /they must be an object/, 'credential'],
  ['no credential', { baseUrl: 'https://acme.example' }, /credential is missing/, 'credential'],
  [
    'an empty secret',
    { baseUrl: 'https://acme.example', credential: { type: 'token', token: '' } },
    /credential\.token is empty: is the variable set/,
    'credential.token',
  ],
  [
    'a secret that is undefined',
    { baseUrl: 'https://acme.example', credential: { type: 'token', token: undefined } },
    /credential\.token must be the secret as a text, or a Secret/,
    'credential.token',
  ],
])('%s is an error that says what to give', (_case, settings, message, parameter) => {
  const call = () => Reflect.apply(parseSettings, null, [schema, acme, settings]);
  expect(call).toThrow(expect.objectContaining({ code: 'configuration-invalid', source: 'acme', parameter }));
  expect(call).toThrow(message);
  // A program gives the secret itself, and no reference to it.
  expect(call).not.toThrow(/reference/);
});
