import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';

let simulators: Simulators;
beforeEach(async () => {
  simulators = await startSimulators({ vendors: ['veeam-spc'], jobs: 5, start: '2026-11-20T06:00:00Z' });
});
afterEach(() => simulators.close());

const vendor = () => simulators.vendor('veeam-spc');
const get = async (path = '/v2/backupAgents', headers: Record<string, string> = {}) => {
  const response = await fetch(vendor().url + path, {
    headers: { authorization: `Bearer ${vendor().tokens.valid}`, ...headers },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const nextTurns = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const throttle = (form: 'seconds' | 'date' | 'body' | 'none', seconds: number) =>
  vendor().faults.schedule({ faults: [{ kind: 'throttled', wait: { form, seconds } }] });

test('a header does a fault to its one request, the token endpoint included', async () => {
  const headers = { 'x-simulate-fault': 'status;status=503' };
  expect((await get('/v2/backupAgents', headers)).status).toBe(503);
  expect((await get()).status).toBe(200);
  const token = await fetch(`${vendor().url}/token`, { method: 'POST', headers });
  expect(token.status).toBe(503);
  expect(vendor().faults.done).toEqual([
    { kind: 'status', path: '/v2/backupAgents' },
    { kind: 'status', path: '/token' },
  ]);
});

test('a malformed header is an error of the caller', async () => {
  const answer = await get('/v2/backupAgents', { 'x-simulate-fault': 'boom' });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('the kinds are hang');
});

test.each([
  ['html', 'text/html; charset=utf-8', /^<!DOCTYPE/],
  ['none', null, /^$/],
  ['vendor', 'application/json; charset=utf-8', /"code":502/],
] as const)('a failure worded by %s', async (body, type, text) => {
  vendor().faults.schedule({ faults: [{ kind: 'status', status: 502, body }] });
  const answer = await get();
  expect(answer.status).toBe(502);
  expect(answer.headers.get('content-type')).toBe(type);
  expect(answer.text).toMatch(text);
});

test.each([
  ['seconds', '20', undefined],
  ['date', 'Fri, 20 Nov 2026 06:00:20 GMT', undefined],
  ['body', null, 20],
  ['none', null, undefined],
] as const)('a wait reported as %s', async (form, header, inBody) => {
  throttle(form, 20);
  const answer = await get();
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe(header);
  expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ code: 429, type: 'transport' }] });
  expect(JSON.parse(answer.text).errors[0].retryAfter).toBe(inBody);
});

test('while a wait lasts every request is refused and counted, and none is once it is over', async () => {
  throttle('seconds', 20);
  await get();
  await nextTurns();
  simulators.clock.move(19_000);
  const early = await get('/token');
  expect(early.status).toBe(429);
  expect(early.headers.get('retry-after')).toBe('1');
  expect(vendor().faults.askedTooEarly).toBe(1);
  simulators.clock.move(1000);
  expect((await get()).status).toBe(200);
  expect(vendor().faults.askedTooEarly).toBe(1);
  expect(vendor().faults.done).toHaveLength(1);
});

test('without a reported wait no request is too early', async () => {
  throttle('none', 20);
  await get();
  await nextTurns();
  expect((await get()).status).toBe(429);
  expect(vendor().faults.askedTooEarly).toBe(0);
});

test('clearing ends plans and waits and forgets what was done', async () => {
  throttle('seconds', 20);
  await get();
  vendor().faults.clear();
  expect((await get()).status).toBe(200);
  expect(vendor().faults.done).toEqual([]);
});

test('a fault without an effect is not recorded, and changes nothing', async () => {
  vendor().faults.schedule({ faults: [{ kind: 'duplicate-page' }, { kind: 'endless-link' }] });
  expect((await get()).status).toBe(200);
  expect((await get()).status).toBe(200);
  expect(vendor().faults.done).toEqual([]);
});

test('answers have the simulated date', async () => {
  expect((await get()).headers.get('date')).toBe('Fri, 20 Nov 2026 06:00:00 GMT');
});

test('a huge answer stops as soon as the caller disconnects', async () => {
  vendor().faults.schedule({ faults: [{ kind: 'huge' }] });
  const response = await fetch(`${vendor().url}/v2/backupAgents`, {
    headers: { authorization: `Bearer ${vendor().tokens.valid}` },
  });
  const reader = response.body?.getReader();
  expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
  await reader?.cancel();
  expect((await get()).status).toBe(200);
});

test('a request that is held goes with the server', async () => {
  vendor().faults.script([{ fault: { kind: 'hang' } }]);
  const pending = get().catch(() => 'cut');
  await expect.poll(() => vendor().heldRequests()).toHaveLength(1);
  await vendor().stop();
  expect(await pending).toBe('cut');
});

test('times of a token are off together with the date', async () => {
  await simulators.close();
  simulators = await startSimulators({ vendors: ['veeam-azure'], jobs: 0, start: '2026-11-20T06:00:00Z' });
  const azure = simulators.vendor('veeam-azure');
  const [password = ''] = Object.values(azure.connection.secrets);
  const login = async () => {
    const body = new URLSearchParams({ grant_type: 'Password', username: 'svc-crossvault', password });
    const response = await fetch(`${azure.url}/api/oauth2/token`, { method: 'POST', body });
    const pair = JSON.parse(await response.text());
    return Date.parse(pair['.issued']);
  };
  const issuedMs = await login();
  azure.faults.schedule({ faults: [{ kind: 'clock-skew', seconds: 600 }] });
  expect((await login()) - issuedMs).toBe(600_000);
});
