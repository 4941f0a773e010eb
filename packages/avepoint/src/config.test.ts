import { Secret } from '@crossvault/core';
import { expect, test } from 'vitest';
import { avepointConfigSchema, toBaseUrl, toIdentityUrl } from './config.ts';

const token = { type: 'token', token: new Secret('t0ken') };
const base = { name: 'm365', vendor: 'avepoint', credential: token };

test.each([
  [{ region: 'us' }, 'https://graph-us.avepointonlineservices.com'],
  [{ region: 'ne', environment: 'commercial' }, 'https://graph-ne.avepointonlineservices.com'],
  [{ environment: 'us-government' }, 'https://graph-gov.avepointonlineservices.com'],
  [{ environment: 'aos2' }, 'https://graph-aos2.avepointonlineservices.com'],
  [{ environment: 'fedramp' }, 'https://graphusgovapi.online15.net'],
  [{ baseUrl: 'http://127.0.0.1:8080/' }, 'http://127.0.0.1:8080'],
  [{ baseUrl: 'https://graph-in.example', region: 'us' }, 'https://graph-in.example'],
])('%j has the address %s', (keys, address) => {
  expect(toBaseUrl(avepointConfigSchema.parse({ ...base, ...keys }))).toBe(address);
});

test.each([
  [{ region: 'us' }, 'https://identity.avepointonlineservices.com'],
  [{ baseUrl: 'https://graph-in.example' }, 'https://identity.avepointonlineservices.com'],
  [{ environment: 'us-government' }, 'https://identity-gov.avepointonlineservices.com'],
  [{ environment: 'aos2' }, 'https://identity-aos2.avepointonlineservices.com'],
  [{ environment: 'fedramp' }, 'https://identity.online15.net'],
  [{ region: 'us', identityUrl: 'http://127.0.0.1:8080/' }, 'http://127.0.0.1:8080'],
])('%j has its tokens from %s', (keys, address) => {
  expect(toIdentityUrl(avepointConfigSchema.parse({ ...base, ...keys }))).toBe(address);
});

const secret = new Secret('s3cret-text');
const pem = new Secret('-----BEGIN CERTIFICATE-----');
test.each([
  [{ type: 'client-secret', clientId: 'app', clientSecret: secret }],
  [{ type: 'certificate', clientId: 'app', path: './app.pem' }],
  [{ type: 'certificate', clientId: 'app', path: pem, password: secret }],
])('the credential %j is taken', (credential) => {
  expect(avepointConfigSchema.parse({ ...base, region: 'us', credential }).credential).toEqual(credential);
});

test('defaults are those of the documentation, and no location is configured', () => {
  expect(avepointConfigSchema.parse({ ...base, region: 'us' })).toMatchObject({
    environment: 'commercial',
    locations: [],
    jobsPath: '/backup/m365/cloudbackupjobs',
  });
});

test.each<[string, object, RegExp]>([
  ['no region and no address', {}, /region.*baseUrl/],
  ['an unknown region', { region: 'in' }, /au, sg.*baseUrl/],
  ['a region of another environment', { region: 'us', environment: 'aos2' }, /belongs to the environment commercial/],
  ['an unknown environment', { region: 'us', environment: 'prod' }, /commercial, us-government, aos2, fedramp/],
  ['a location twice', { region: 'us', locations: ['NAM', 'nam'] }, /twice/],
  ['a location that is none', { region: 'us', locations: ['N A'] }, /location such as NAM/],
  ['a path with a query', { region: 'us', jobsPath: '/jobs?x=1' }, /must be a path/],
  ['a path with a step up', { region: 'us', jobsPath: '/a/../b' }, /must be a path/],
  ['a path without a slash', { region: 'us', jobsPath: 'jobs' }, /must be a path/],
  ['another credential', { region: 'us', credential: { type: 'password' } }, /client-secret, certificate or token/],
  [
    'a secret in clear',
    { region: 'us', credential: { type: 'client-secret', clientId: 'a', clientSecret: 's' } },
    /reference/,
  ],
  ['a secret for a path', { region: 'us', credential: { type: 'certificate', clientId: 'a', path: secret } }, /PEM/],
  ['no path', { region: 'us', credential: { type: 'certificate', clientId: 'a', path: ' ' } }, /PEM/],
  ['a token in clear', { region: 'us', credential: { type: 'token', token: 'abc' } }, /reference/],
  ['an unknown key', { region: 'us', tenancy: 'x' }, /tenancy/],
])('%s is refused with words', (_name, keys, message) => {
  const result = avepointConfigSchema.safeParse({ ...base, ...keys });
  const words = result.error?.issues.map((issue) => issue.message).join('; ');
  expect(words).toMatch(message);
  expect(words).not.toContain('s3cret-text');
});

test('a slash at the end of the path is taken off', () => {
  expect(avepointConfigSchema.parse({ ...base, region: 'us', jobsPath: '/backup/m365/jobs/' }).jobsPath).toBe(
    '/backup/m365/jobs',
  );
});
