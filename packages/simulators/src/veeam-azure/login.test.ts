import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSimulatedClock } from '../clock/clock.ts';
import { createRandom } from '../fleet/random.ts';
import { createVeeamAzureSimulator } from './simulator.ts';

const clock = () => createSimulatedClock({ start: '2026-11-20T06:00:00Z' });

const create = (running = clock()) => ({
  clock: running,
  veeam: createVeeamAzureSimulator({
    clock: running,
    random: createRandom(1),
    jobs: 0,
    days: 14,
    anchorMs: running.now(),
    port: 0,
    pageSize: undefined,
  }),
});

let world = create();

beforeEach(async () => {
  world = create();
  await world.veeam.start();
});
afterEach(() => world.veeam.stop());

const password = (): string => world.veeam.connection.secrets['password'] ?? '';

const answerOf = async (response: Response) => {
  const text = await response.text();
  const body: Record<string, unknown> = text === '' ? {} : JSON.parse(text);
  return { status: response.status, type: response.headers.get('content-type'), body };
};

const post = async (fields: Record<string, string>) =>
  answerOf(await fetch(`${world.veeam.url}/api/oauth2/token`, { method: 'POST', body: new URLSearchParams(fields) }));

const send = async (method: string, path: string, token: unknown) =>
  answerOf(await fetch(world.veeam.url + path, { method, headers: { authorization: `Bearer ${token}` } }));

const logIn = async () =>
  (await post({ grant_type: 'Password', username: 'svc-crossvault', password: password() })).body;
const statusWith = async (token: unknown) => (await send('GET', '/api/v8.1/jobSessions', token)).status;

test('a login answers with the documented members and a token that works', async () => {
  const body = await logIn();
  expect(body).toMatchObject({
    access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    token_type: 'bearer',
    refresh_token: expect.any(String),
    expires_in: 3600,
    '.issued': '2026-11-20T06:00:00.0000000Z',
    '.expires': '2026-11-20T07:00:00.0000000Z',
    username: 'svc-crossvault',
    userType: 'Internal',
    mfa_enabled: false,
  });
  expect(await statusWith(body.access_token)).toBe(200);
});

test.each(['Password', 'password', 'PASSWORD'])(
  'the grant %s is understood, and so are both spellings of a field',
  async (grant) => {
    const { status } = await post({ grant_type: grant, Username: 'svc-crossvault', Password: password() });
    expect(status).toBe(200);
  },
);

test.each([[{ username: 'svc-crossvault', password: 'wrong' }], [{ username: 'unknown', password: 'simulated' }]])(
  '%j is refused with problem details',
  async (fields) => {
    const { status, type, body } = await post({ grant_type: 'Password', ...fields });
    expect(status).toBe(401);
    expect(type).toContain('application/problem+json');
    expect(body).toMatchObject({ title: 'Unauthorized', status: 401, traceId: expect.any(String) });
  },
);

test.each([
  [{}, 'grant_type'],
  [{ grant_type: 'Unknown' }, 'grant_type'],
  [{ grant_type: 'Saml' }, 'saml_response'],
  [{ grant_type: 'SsoToken' }, 'sso_token'],
  [{ grant_type: 'Updater_token' }, 'updater_token'],
  [{ grant_type: 'Authentication_code' }, 'authorization_code'],
  [{ grant_type: 'constructor' }, 'grant_type'],
  [{ grant_type: 'Password', username: 'svc-crossvault' }, 'password'],
  [{ grant_type: 'Refresh_token' }, 'refresh_token'],
])('the malformed request %j names %s', async (fields: Record<string, string>, name) => {
  const { status, type, body } = await post(fields);
  expect(status).toBe(400);
  expect(type).toContain('application/problem+json');
  expect(body).toMatchObject({ status: 400, errors: { [name]: [expect.any(String)] } });
});

test('a body that is no form is malformed', async () => {
  const body = JSON.stringify({ grant_type: 'Password', username: 'svc-crossvault', password: password() });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${world.veeam.url}/api/oauth2/token`, { method: 'POST', body, headers });
  expect(response.status).toBe(400);
});

test('a token ends after sixty simulated minutes, and a refresh token brings a new pair once', async () => {
  const first = await logIn();
  world.clock.move(3_599_000);
  expect(await statusWith(first.access_token)).toBe(200);
  world.clock.move(1000);
  expect(await statusWith(first.access_token)).toBe(401);

  const refresh = { grant_type: 'Refresh_token', refresh_token: String(first.refresh_token) };
  const second = await post(refresh);
  expect(second.status).toBe(200);
  expect(second.body.refresh_token).not.toBe(first.refresh_token);
  expect(await statusWith(second.body.access_token)).toBe(200);
  expect((await post(refresh)).status).toBe(401);
});

test('a refresh token ends after fourteen days', async () => {
  const { refresh_token: token } = await logIn();
  world.clock.move(14 * 86_400_000);
  expect((await post({ grant_type: 'refresh_token', refresh_token: String(token) })).status).toBe(401);
});

test.each([
  'Saml:saml_response',
  'ssotoken:sso_token',
  'Updater_token:updater_token',
  'Authorization_code:authorization_code',
])('what comes from elsewhere (%s) is understood and refused', async (form) => {
  const [grant = '', field = ''] = form.split(':');
  expect((await post({ grant_type: grant, [field]: 'from-elsewhere' })).status).toBe(401);
});

test('a refresh token of short life ends after a quarter of an hour', async () => {
  const fields = { grant_type: 'Password', username: 'svc-crossvault', password: password() };
  const { body } = await post({ ...fields, short_lived_refresh_token: 'true' });
  expect(body.shortLived).toBe(true);
  world.clock.move(15 * 60_000);
  expect((await post({ grant_type: 'refresh_token', refresh_token: String(body.refresh_token) })).status).toBe(401);
  expect(await statusWith(body.access_token)).toBe(200);
});

test('the lifetimes of tokens can be set, and are reported', async () => {
  world.veeam.appliance.turn({ accessSeconds: 60, refreshSeconds: 120 });
  const body = await logIn();
  expect(body).toMatchObject({ expires_in: 60, '.expires': '2026-11-20T06:01:00.0000000Z' });
  world.clock.move(60_000);
  expect(await statusWith(body.access_token)).toBe(401);
  world.clock.move(60_000);
  expect((await post({ grant_type: 'refresh_token', refresh_token: String(body.refresh_token) })).status).toBe(401);
});

test('until the licence agreement is accepted, a token can be had and nothing else', async () => {
  world.veeam.appliance.turn({ isLicenceAccepted: false });
  const { access_token: access } = await logIn();
  const { status, type, body } = await send('GET', '/api/v8.1/jobSessions', access);
  expect([status, type]).toEqual([403, 'application/problem+json; charset=utf-8']);
  expect(body).toMatchObject({ title: 'Forbidden', licenseAgreementAcceptanceRequired: true });
  world.veeam.appliance.turn({ isLicenceAccepted: true });
  expect(await statusWith(access)).toBe(200);
});

test.each([
  ['svc-crossvault-readonly', 'ReadOnlyUser', 200, 200],
  ['svc-crossvault-restore', 'RestoreOperator', 200, 200],
  ['svc-crossvault-admin', 'PortalAdmin', 200, 200],
  ['svc-crossvault-integration', 'IntegrationOperator', 200, 403],
  ['svc-crossvault-updater', 'VeeamUpdater', 403, 403],
])('%s has the role %s: sessions %i, logs %i, also after a refresh', async (username, roleName, list, log) => {
  const first = await post({ grant_type: 'Password', username, password: password() });
  expect(first.body).toMatchObject({ username, roleName });
  const second = await post({ grant_type: 'Refresh_token', refresh_token: String(first.body.refresh_token) });
  for (const { body } of [first, second]) {
    expect(await statusWith(body.access_token)).toBe(list);
    expect((await send('GET', '/api/v8.1/jobSessions/14/log', body.access_token)).status).toBe(log);
  }
});

test('after a logout neither token works', async () => {
  const { access_token: access, refresh_token: refresh } = await logIn();
  const { status, body } = await send('DELETE', '/api/oauth2/token', access);
  expect(status).toBe(204);
  expect(body).toEqual({});
  expect(await statusWith(access)).toBe(401);
  expect((await post({ grant_type: 'refresh_token', refresh_token: String(refresh) })).status).toBe(401);
  expect((await send('DELETE', '/api/oauth2/token', access)).status).toBe(401);
});

test('with a second factor the first answer is a 200 without a token', async () => {
  world.veeam.appliance.turn({ isMfaRequired: true });
  const challenge = await logIn();
  expect(challenge).toMatchObject({
    access_token: null,
    expires_in: 0,
    '.issued': '0001-01-01T00:00:00Z',
    '.expires': '0001-01-01T00:00:00Z',
    mfa_enabled: true,
    mfa_token: expect.any(String),
  });
  const proof = { grant_type: 'Mfa', mfa_token: String(challenge.mfa_token) };
  expect((await post({ ...proof, mfa_code: '000000' })).status).toBe(401);
  const { status, body } = await post({ ...proof, mfa_code: '246810' });
  expect(status).toBe(200);
  expect(await statusWith(body.access_token)).toBe(200);
  world.veeam.appliance.turn({ isMfaRequired: false });
  expect((await logIn()).access_token).toEqual(expect.any(String));
});

test('the account with -mfa behind its name always needs a second factor', async () => {
  const { status, body } = await post({
    grant_type: 'Password',
    username: 'svc-crossvault-mfa',
    password: password(),
  });
  expect([status, body.access_token]).toEqual([200, null]);
});

test.each(['/api/v8.1/jobSessions', '/api/v1/jobSessions/14', '/api/v8.1/jobSessions/14/log', '/api/v8.1/nothing'])(
  '%s is refused without a valid token',
  async (path) => {
    const { valid, expired } = world.veeam.tokens;
    for (const token of ['', 'invented', expired]) {
      const { status, type, body } = await send('GET', path, token);
      expect(status).toBe(401);
      expect(type).toContain('application/problem+json');
      expect(Object.keys(body).sort()).toEqual(['detail', 'extensions', 'status', 'title', 'type']);
    }
    expect((await send('GET', path, valid)).status).not.toBe(401);
  },
);

test('a test can accept tokens and expire them, one or all', async () => {
  const { veeam } = world;
  const { access_token: access } = await logIn();
  veeam.acceptToken('mine');
  expect(await statusWith('mine')).toBe(200);
  veeam.expireToken('mine');
  expect([await statusWith('mine'), await statusWith(access)]).toEqual([401, 200]);
  veeam.expireToken();
  expect([await statusWith(access), await statusWith(veeam.tokens.valid)]).toEqual([401, 401]);
});
