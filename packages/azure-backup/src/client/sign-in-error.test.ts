import { join } from 'node:path';
import { Secret } from '@crossvault/core';
import { failureOf } from '@crossvault/testkit';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { makeCertificate, openSignInWorld, type SignInWorld } from './__fixtures__/sign-in-world.ts';

const call = { signal: new AbortController().signal };
let pem: Awaited<ReturnType<typeof makeCertificate>>;
let foreign: Awaited<ReturnType<typeof makeCertificate>>;
let world: SignInWorld;
beforeAll(async () => {
  [pem, foreign] = await Promise.all([makeCertificate(), makeCertificate()]);
});
beforeEach(async () => {
  world = await openSignInWorld({ certificates: [pem.certificate], federatedTokens: ['cluster-token'] });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await world.close();
});

/** The command line, as the library starts it. */
const azureCli = (script: string) => world.file('az', `#!/bin/sh\n${script}\n`, 0o700);

const failures: readonly (readonly [title: string, credential: () => object | Promise<object>, message: RegExp])[] = [
  [
    'a wrong secret',
    () => ({ ...world.secret, clientSecret: new Secret('wr0ng-s3cret') }),
    /AADSTS7000215.*secret's value, not its id/,
  ],
  ['an unknown tenant', () => ({ ...world.secret, tenantId: 'unknown.example' }), /AADSTS90002.*check tenantId/],
  ['an unknown app', () => ({ ...world.secret, clientId: 'ffff' }), /AADSTS700016.*check clientId/],
  [
    'an unknown certificate',
    () => ({ type: 'certificate', ...world.app, path: new Secret(foreign.key + foreign.certificate) }),
    /AADSTS700027.*upload it/,
  ],
  [
    'a file that is not there',
    () => ({ type: 'certificate', ...world.app, path: join(world.folder, 'none.pem') }),
    /cannot be read: check its path/,
  ],
  [
    'a file without a key',
    async () => ({ type: 'certificate', ...world.app, path: await world.file('half.pem', pem.certificate) }),
    /certificate and its private key, in PEM/,
  ],
  [
    'an untrusted token',
    async () => ({ type: 'workload-identity', ...world.app, tokenFile: await world.file('other', 'other') }),
    /AADSTS70021.*federated credential/,
  ],
  [
    'a cluster that describes nothing',
    () => ({ type: 'workload-identity' }),
    /missing on this machine: check tenantId, clientId, tokenFile/,
  ],
  [
    'an identity that is not assigned',
    () => ({ type: 'managed-identity', clientId: 'ffff' }),
    /no such identity: check clientId/,
  ],
  [
    'no account signed in to the command line',
    async () => {
      await azureCli("echo 'Please run az login to setup account.' >&2; exit 1");
      vi.stubEnv('PATH', world.folder);
      return { type: 'azure-cli' };
    },
    /run az login/,
  ],
  [
    'no command line at all',
    () => {
      vi.stubEnv('PATH', join(world.folder, 'nothing-here'));
      return { type: 'azure-cli' };
    },
    /not installed here/,
  ],
];

test.each(failures)('%s is reported, with what to do', async (_title, credential, message) => {
  const error = await failureOf(world.tokensFor(await credential()).get(call));
  expect(error).toMatchObject({ code: 'authentication-failed', source: 'azure' });
  expect(error.message).toMatch(message);
  for (const secret of [world.clientSecret, 'wr0ng-s3cret', 'cluster-token'])
    expect(error.message).not.toContain(secret);
});

test('an expired secret is distinguished from a wrong one', async () => {
  await world.close();
  world = await openSignInWorld({ isSecretExpired: true });
  const error = await failureOf(world.tokensFor(world.secret).get(call));
  expect(error.message).toBe(
    'The sign-in was refused (AADSTS7000222). The client secret has expired: make a new one for the app registration.',
  );
});

test('a resource that the tenant does not know is reported with the keys that select it', async () => {
  const tokens = world.tokensFor(world.secret, world.fetch, { audience: 'https://graph.example' });
  expect((await failureOf(tokens.get(call))).message).toMatch(/AADSTS500011.*check cloud, baseUrl and audience/);
});

test('a machine without an identity is reported as such', async () => {
  const noAnswer = () =>
    Promise.reject(
      Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(), { code: 'EHOSTUNREACH' }) }),
    );
  const error = await failureOf(world.tokensFor({ type: 'managed-identity' }, noAnswer).get(call));
  expect(error).toMatchObject({ code: 'authentication-failed' });
  expect(error.message).toMatch(/No managed identity answers on this machine/);
});
