import { createPrivateKey } from 'node:crypto';
import { type ConnectorContext, Secret } from '@crossvault/core';
import { failureOf } from '@crossvault/testkit';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { makeCertificate, openSignInWorld, type SignInWorld } from './__fixtures__/sign-in-world.ts';

const call = { signal: new AbortController().signal };
let pem: Awaited<ReturnType<typeof makeCertificate>>;
let world: SignInWorld;
beforeAll(async () => {
  pem = await makeCertificate();
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

const ways: readonly (readonly [title: string, credential: () => object | Promise<object>])[] = [
  ['a client secret', () => world.secret],
  [
    'a certificate from its file',
    async () => ({ type: 'certificate', ...world.app, path: await world.file('app.pem', pem.key + pem.certificate) }),
  ],
  [
    'a certificate from a reference',
    () => ({ type: 'certificate', ...world.app, path: new Secret(pem.key + pem.certificate) }),
  ],
  [
    'a certificate with an encrypted key',
    async () => {
      const encryption = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'l0cked' } as const;
      const path = await world.file('locked.pem', createPrivateKey(pem.key).export(encryption) + pem.certificate);
      return { type: 'certificate', ...world.app, path, password: new Secret('l0cked') };
    },
  ],
  [
    'a workload identity',
    async () => ({ type: 'workload-identity', ...world.app, tokenFile: await world.file('token', 'cluster-token') }),
  ],
  [
    'a workload identity that the cluster describes',
    async () => {
      vi.stubEnv('AZURE_TENANT_ID', world.app.tenantId);
      vi.stubEnv('AZURE_CLIENT_ID', world.app.clientId);
      vi.stubEnv('AZURE_FEDERATED_TOKEN_FILE', await world.file('token', 'cluster-token'));
      return { type: 'workload-identity' };
    },
  ],
  ["the machine's own identity", () => ({ type: 'managed-identity' })],
  ['a user-assigned identity', () => ({ type: 'managed-identity', clientId: world.app.clientId })],
  [
    'the Azure command line',
    async () => {
      await azureCli(
        `echo '{"accessToken":"${world.azure.tokens.valid}","expires_on":${Math.floor(Date.now() / 1000) + 3600}}'`,
      );
      vi.stubEnv('PATH', world.folder);
      return { type: 'azure-cli' };
    },
  ],
  [
    'the default chain',
    () => {
      vi.stubEnv('AZURE_TENANT_ID', world.app.tenantId);
      vi.stubEnv('AZURE_CLIENT_ID', world.app.clientId);
      vi.stubEnv('AZURE_CLIENT_SECRET', world.clientSecret);
      return { type: 'default' };
    },
  ],
];

test.each(ways)('%s gets a token that is taken', async (_title, credential) => {
  const token = await world.tokensFor(await credential()).get(call);
  expect(await world.isTaken(token)).toBe(true);
});

test('many callers at once make one request for a token', async () => {
  const tokens = world.tokensFor(world.secret);
  const got = await Promise.all(Array.from({ length: 20 }, () => tokens.get(call)));
  expect(new Set(got).size).toBe(1);
  expect(world.azure.requests.filter(({ path }) => path.includes('/oauth2/v2.0/token'))).toHaveLength(1);
});

test.each([
  ['a client secret', () => world.secret],
  ["the machine's own identity", () => ({ type: 'managed-identity' })],
])('a token of %s that was refused is replaced, as often as that happens', async (_title, credential) => {
  const tokens = world.tokensFor(credential());
  const seen = [await tokens.get(call)];
  for (let round = 0; round < 3; round += 1) {
    world.azure.expireToken();
    seen.push((await tokens.renew?.(seen.at(-1) ?? '', call)) ?? '');
    expect(await world.isTaken(seen.at(-1) ?? '')).toBe(true);
  }
  expect(new Set(seen).size).toBe(4);
});

test('an authority that is down is unreachable, and the credential is not blamed', async () => {
  const tokens = world.tokensFor(world.secret);
  const { url } = world.azure;
  await world.azure.stop();
  expect(await failureOf(tokens.get(call))).toMatchObject({
    code: 'source-unreachable',
    source: 'azure',
    message: expect.stringContaining(url),
  });
});

test('a caller that gives up is answered at once, while the endpoint does not answer', async () => {
  const hang: ConnectorContext['fetch'] = (request) =>
    new Promise((_resolve, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)));
  const controller = new AbortController();
  const asking = world.tokensFor(world.secret, hang).get({ signal: controller.signal });
  controller.abort(new Error('given up'));
  await expect(asking).rejects.toThrow('given up');
});

test('the credential goes to no other host than the configured one', async () => {
  const asked: string[] = [];
  const astray: ConnectorContext['fetch'] = async (request) => {
    asked.push(`${request.method} ${new URL(request.url).host}`);
    const response = await fetch(request);
    const text = (await response.text()).replace(/("token_endpoint":"https:\/\/)[^/]+/, '$1evil.example');
    return new Response(text, response);
  };
  const error = await failureOf(world.tokensFor(world.secret, astray).get(call));
  expect(error).toMatchObject({ code: 'link-refused', message: expect.stringContaining('evil.example') });
  expect(asked.some((each) => each.includes('evil'))).toBe(false);
});
