import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';
import type { TruthJob } from '../truth.ts';

let simulators: Simulators;

beforeEach(async () => {
  simulators = await startSimulators({ vendors: ['azure-backup'], jobs: 20, start: '2026-11-20T06:00:00Z' });
});
afterEach(() => simulators.close());

const call = async <Body = unknown>(method: string, path: string, body?: unknown) => {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(simulators.control.url + path, init);
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Body };
};

test('it returns the truth, of all vendors or of one', async () => {
  const all = await call<TruthJob[]>('GET', '/truth');
  expect(all.body).toEqual(simulators.truth());
  expect((await call('GET', '/truth?vendor=azure-backup')).body).toEqual(all.body);
  expect((await call('GET', '/truth?vendor=unknown')).status).toBe(404);
});

test('it adds and changes jobs, also with raw payloads', async () => {
  const added = await call<{ nativeId: string }>('POST', '/vendors/azure-backup/jobs', { status: 'running' });
  expect(added.status).toBe(201);
  const path = `/vendors/azure-backup/jobs/${added.body.nativeId}`;
  const find = () => simulators.truth().find(({ nativeId }) => nativeId === added.body.nativeId);
  expect(find()?.status).toBe('running');
  expect((await call('PATCH', path, { status: 'failed' })).status).toBe(204);
  expect(find()?.status).toBe('failed');
  expect((await call('PATCH', path, { raw: { name: 'x' } })).status).toBe(204);
  expect((await call('POST', '/vendors/azure-backup/jobs', { raw: null })).status).toBe(201);
  expect((await call('POST', '/vendors/azure-backup/jobs')).status).toBe(201);
});

test.each([
  ['POST', '/vendors/azure-backup/jobs', { status: 'done' }, 400, 'bad value for status'],
  ['POST', '/vendors/azure-backup/jobs', { colour: 'red' }, 400, 'unknown key colour'],
  ['POST', '/vendors/azure-backup/jobs', { startedAt: 'soon' }, 400, 'not an instant'],
  ['POST', '/vendors/azure-backup/jobs', { list: 'a/b/c' }, 400, 'no vault a/b/c'],
  ['POST', '/vendors/azure-backup/jobs', [], 400, 'JSON object'],
  ['PATCH', '/vendors/azure-backup/jobs/unknown', {}, 404, 'no job unknown'],
  ['PATCH', '/vendors/azure-backup/jobs/unknown', { remove: 'name' }, 400, 'bad value for remove'],
  ['POST', '/vendors/unknown/stop', undefined, 404, 'no vendor unknown'],
  ['POST', '/clock', {}, 400, 'say'],
  ['POST', '/clock', { set: 'soon' }, 400, 'not an instant'],
  ['GET', '/nothing', undefined, 404, 'no GET /nothing'],
])('%s %s with %j is refused with a reason', async (method, path, body, status, reason) => {
  const answer = await call<{ error: string }>(method, path, body);
  expect(answer.status).toBe(status);
  expect(answer.body.error).toContain(reason);
});

test('a body that is no JSON is 400', async () => {
  const response = await fetch(`${simulators.control.url}/clock`, { method: 'POST', body: '{' });
  expect(response.status).toBe(400);
});

test('it moves and sets the clock of all vendors', async () => {
  expect((await call('POST', '/clock', { move: 90 })).body).toEqual({ now: '2026-11-20T06:01:30.000Z' });
  expect((await call('POST', '/clock', { set: '2026-12-01T00:00:00Z' })).body).toEqual({
    now: '2026-12-01T00:00:00.000Z',
  });
  expect((await call('GET', '/clock')).body).toEqual({ now: '2026-12-01T00:00:00.000Z' });
  expect(simulators.truth().some(({ status }) => status === 'running')).toBe(false);
});

test('it stops a vendor and starts it again at the same address', async () => {
  const { url } = simulators.vendor('azure-backup');
  expect((await call('POST', '/vendors/azure-backup/stop')).body).toMatchObject({ state: 'stopped', url });
  await expect(fetch(url)).rejects.toThrow();
  expect((await call<unknown[]>('GET', '/vendors')).body).toMatchObject([{ id: 'azure-backup', state: 'stopped' }]);
  expect((await call('POST', '/vendors/azure-backup/start')).body).toMatchObject({ state: 'running', url });
  expect((await fetch(url)).status).toBe(401);
  expect((await call('GET', '/vendors/azure-backup/requests')).body).toContainEqual({
    method: 'GET',
    path: '/',
    status: 401,
  });
});
