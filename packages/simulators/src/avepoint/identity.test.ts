import { createSign, X509Certificate } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSimulatedClock } from '../clock/clock.ts';
import { createRandom } from '../fleet/random.ts';
import type { SimulatedVendor } from '../simulated-vendor.ts';
import { type AppCertificate, createAppCertificate } from './app-certificate.ts';
import { type AvepointOptions, JOB_SCOPE, SUBSCRIPTION_SCOPE } from './options.ts';
import { createAvepointSimulator } from './simulator.ts';

const started: SimulatedVendor[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((vendor) => vendor.stop()));
});

const start = async (avepoint: AvepointOptions = {}) => {
  const clock = createSimulatedClock({ start: '2026-03-10T08:00:00Z' });
  const vendor = createAvepointSimulator({
    clock,
    random: createRandom(1),
    jobs: 0,
    days: 1,
    anchorMs: clock.now(),
    port: 0,
    pageSize: undefined,
    avepoint,
  });
  started.push(vendor);
  await vendor.start();
  const { credential } = vendor.connection.settings((key) => vendor.connection.secrets[key] ?? '');
  const { clientId = '', clientSecret = '' } = { ...(credential as Record<string, string>) };
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: JOB_SCOPE };
  return { clock, vendor, form };
};

const ask = async (vendor: SimulatedVendor, form: Readonly<Record<string, string>>) => {
  const response = await fetch(`${vendor.url}/connect/token`, { method: 'POST', body: new URLSearchParams(form) });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, body, token: String(body.access_token) };
};

const statusOf = async (vendor: SimulatedVendor, path: string, token: string): Promise<number> =>
  (await fetch(vendor.url + path, { headers: { authorization: `Bearer ${token}` } })).status;

const JOBS = '/backup/m365/cloudbackupjobs';
const LICENCE = '/backup/m365/cloudbackuplicenseconsumption';

test('a secret is answered with a token for one permission that ends with the simulated clock', async () => {
  const { clock, vendor, form } = await start({ tokenSeconds: 600 });
  const { status, body, token } = await ask(vendor, form);
  expect([status, body]).toEqual([
    200,
    { token_type: 'Bearer', expires_in: 600, ext_expires_in: 600, access_token: expect.any(String) },
  ]);
  expect(await statusOf(vendor, JOBS, token)).toBe(200);
  expect(await statusOf(vendor, LICENCE, token)).toBe(403);
  const other = await ask(vendor, { ...form, scope: SUBSCRIPTION_SCOPE });
  expect(await statusOf(vendor, LICENCE, other.token)).toBe(200);
  clock.move(600_000);
  expect(await statusOf(vendor, JOBS, token)).toBe(401);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['a wrong secret', { client_secret: 'wrong' }, 'invalid_client'],
  ['another app', { client_id: 'other' }, 'invalid_client'],
  ['no secret', { client_secret: '' }, 'invalid_client'],
  ['a permission that was not given', { scope: 'audit.read.all' }, 'invalid_scope'],
  ['two permissions', { scope: `${JOB_SCOPE} ${SUBSCRIPTION_SCOPE}` }, 'invalid_scope'],
  ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ['no grant', { grant_type: '' }, 'invalid_request'],
])('%s is refused', async (_what, change, error) => {
  const { vendor, form } = await start();
  expect(await ask(vendor, { ...form, ...change })).toMatchObject({ status: 400, body: { error } });
});

test('an app without the permission gets no token for it', async () => {
  const { vendor, form } = await start({ scopes: [SUBSCRIPTION_SCOPE] });
  expect(await ask(vendor, form)).toMatchObject({ body: { error: 'invalid_scope' } });
  expect(await ask(vendor, { ...form, scope: SUBSCRIPTION_SCOPE })).toMatchObject({ status: 200 });
});

describe('a certificate', () => {
  const audience = (vendor: SimulatedVendor) => `${vendor.url}/connect/token`;
  let own: AppCertificate;
  beforeAll(async () => {
    own = await createAppCertificate({ notBefore: '2026-01-01', notAfter: '2026-06-01' });
  });

  /** An assertion as the vendor's sample makes it, but for what a test changes. */
  const sign = (
    { certificate, privateKey }: AppCertificate,
    claims: Readonly<Record<string, unknown>>,
    header: Readonly<Record<string, unknown>> = {},
  ): string => {
    const thumbprint = Buffer.from(new X509Certificate(certificate).fingerprint.replaceAll(':', ''), 'hex');
    const names = {
      alg: 'RS256',
      kid: thumbprint.toString('hex').toUpperCase(),
      x5t: thumbprint.toString('base64url'),
    };
    const parts = [{ ...names, ...header }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    return `${parts.join('.')}.${createSign('RSA-SHA256').update(parts.join('.')).sign(privateKey, 'base64url')}`;
  };

  const startWithCertificate = async () => {
    const world = await start({ certificates: [own.certificate] });
    const { client_id: clientId } = world.form;
    const now = world.clock.now() / 1000;
    const claims = { iss: clientId, sub: clientId, aud: audience(world.vendor), jti: 'one', nbf: now, exp: now + 3600 };
    const form = {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      scope: JOB_SCOPE,
    };
    return { ...world, claims, form, clientId };
  };

  test('is proved by an assertion, with the client id beside it or without, and each assertion once', async () => {
    const { vendor, claims, form, clientId } = await startWithCertificate();
    const plain = { ...form, client_assertion: sign(own, claims) };
    expect(await ask(vendor, plain)).toMatchObject({ status: 200 });
    expect(await ask(vendor, plain)).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
    const named = { ...form, client_id: clientId, client_assertion: sign(own, { ...claims, jti: 'two' }) };
    expect(await ask(vendor, named)).toMatchObject({ status: 200 });
  });

  test.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>]>([
    ['another audience', { aud: 'https://elsewhere.example/connect/token' }, {}],
    ['an end that is over', { exp: Date.parse('2026-03-10T07:00:00Z') / 1000 }, {}],
    ['a beginning that is to come', { nbf: Date.parse('2026-03-10T09:00:00Z') / 1000 }, {}],
    ['no end', { exp: undefined }, {}],
    ['another issuer', { iss: 'other' }, {}],
    ['another subject', { sub: 'other' }, {}],
    ['no id', { jti: undefined }, {}],
    ['another algorithm', {}, { alg: 'none' }],
    ['the thumbprint of no certificate', {}, { kid: '00', x5t: undefined }],
    ['two thumbprints that differ', {}, { x5t: 'AAAA' }],
    ['no thumbprint', {}, { kid: undefined, x5t: undefined }],
  ])('%s proves nothing', async (_what, claims, header) => {
    const world = await startWithCertificate();
    const assertion = sign(own, { ...world.claims, ...claims }, header);
    const answer = await ask(world.vendor, { ...world.form, client_assertion: assertion });
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
  });

  test('a signature by another key, a spoilt one, and a certificate that has ended prove nothing', async () => {
    const { clock, vendor, claims, form } = await startWithCertificate();
    const other = await createAppCertificate({ notBefore: '2026-01-01', notAfter: '2026-06-01' });
    const forged = sign({ ...own, privateKey: other.privateKey }, claims);
    clock.set('2026-06-02T00:00:00Z');
    const now = clock.now() / 1000;
    const late = sign(own, { ...claims, nbf: now, exp: now + 3600 });
    for (const assertion of [forged, `${late}A`, late, 'a.b.c', 'nothing']) {
      expect(await ask(vendor, { ...form, client_assertion: assertion })).toMatchObject({ status: 400 });
    }
  });
});
