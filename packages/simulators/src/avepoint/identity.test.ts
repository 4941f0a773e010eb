import { afterEach, expect, test } from 'vitest';
import { createSimulatedClock } from '../clock.ts';
import { createRandom } from '../random.ts';
import type { SimulatedVendor } from '../simulated-vendor.ts';
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
