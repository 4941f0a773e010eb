import { Secret } from '@crossvault/core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { veeamAzureConfigSchema } from './config.ts';

const password = { type: 'password', username: 'svc-crossvault', password: new Secret('p') };
const base = {
  name: 'veeam-ukwest',
  vendor: 'veeam-azure',
  baseUrl: 'https://veeam.example.net/',
  credential: password,
};
const problemOf = (config: object): string => {
  const result = veeamAzureConfigSchema.safeParse(config);
  return result.success ? 'accepted' : z.prettifyError(result.error);
};

test('the address loses its slash and the version has a default', () => {
  expect(veeamAzureConfigSchema.parse(base)).toMatchObject({
    baseUrl: 'https://veeam.example.net',
    apiVersion: 'v8.1',
  });
});

test.each(['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v8.1'])('the version %s is accepted', (apiVersion) => {
  expect(problemOf({ ...base, apiVersion })).toBe('accepted');
});

test('a token is accepted as a credential', () => {
  expect(problemOf({ ...base, credential: { type: 'token', token: new Secret('t') } })).toBe('accepted');
});

test.each([
  ['another version', { apiVersion: 8.1 }, /must be one of v1, v2.*v8\.1/],
  ['another credential', { credential: { type: 'api-key', key: new Secret('k') } }, /password or token/],
  ['no credential', { credential: undefined }, /password or token|credential/],
  ['a password in the open', { credential: { ...password, password: 'p' } }, /reference to a secret/],
  ['no address', { baseUrl: undefined }, /http or https address/],
  ['a key that does nothing', { jobsPath: '/x' }, /jobsPath/],
])('%s is refused with a word on what is allowed', (_case, change, expected) => {
  expect(problemOf({ ...base, ...change })).toMatch(expected);
});
