import { createFakeLedger, createFakeVendor, fakeConnections, jobsAt, silentLogger } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { endpoints } from '../endpoints.ts';
import { readProblem, startFacade } from '../testing/facade.ts';
import { sendRaw } from '../testing/raw-request.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];
/** Every path with a method that it does not know, and the ones that it does. */
const refused = [...Map.groupBy(endpoints, ({ path }) => path)].flatMap(([path, here]) => {
  const allowed = here.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
  return methods
    .filter((each) => !allowed.includes(each))
    .map((each) => [each, path.replace(/\{\w+\}/, 'abc'), allowed] as const);
});

describe('addresses', () => {
  test.each(['/', '/v1', '/v2/jobs', '/V1/jobs', '/v1/job', '/v1/jobs/abc/raw', '//v1/jobs', '/docs'])(
    '%s is unknown',
    async (path) => {
      const problem = readProblem(await (await startFacade([])).ask(path));
      expect(problem).toMatchObject({ status: 404, code: 'endpoint-not-found' });
      expect(problem.detail).toContain('/v1/jobs/{id}');
    },
  );

  test.each(['/%zz', '/v1/jobs/%', '/v1/jobs/%ff', '/v1/jobs/%c3%28/log'])('%s cannot be decoded', async (path) => {
    const { url } = await startFacade([]);
    const problem = readProblem(await sendRaw(url, { path }));
    expect(problem).toMatchObject({ status: 400, code: 'invalid-parameter', parameter: 'path' });
  });

  test.each(refused)('%s %s is not allowed, and what is stands in Allow', async (method, path, allowed) => {
    const { url } = await startFacade([]);
    const reply = await sendRaw(url, { method, path });
    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe(allowed.join(', '));
    if (method !== 'HEAD') expect(readProblem(reply).code).toBe('method-not-allowed');
  });
});

describe('bodies', () => {
  test.each([{ 'Content-Length': '20000000' }, { 'Transfer-Encoding': 'chunked' }, { 'Content-Length': '2' }])(
    'a GET with %j is refused and the connection closed',
    async (headers) => {
      const { url } = await startFacade([]);
      const reply = await sendRaw(url, { path: '/v1/jobs', headers: { Expect: '100-continue', ...headers } });
      expect(readProblem(reply)).toMatchObject({ status: 400, code: 'invalid-parameter', parameter: 'body' });
      expect(reply.headers.get('connection')).toBe('close');
    },
  );

  test('an empty one is none', async () => {
    const { url } = await startFacade([]);
    expect((await sendRaw(url, { headers: { 'Content-Length': '0' } })).status).toBe(200);
  });
});

describe('HEAD', () => {
  test.each(['/healthz', '/v1/jobs', '/v1/connections', '/v1/openapi.json'])(
    '%s is GET without a body',
    async (path) => {
      const facade = await startFacade(fakeConnections({ left: createFakeVendor({ jobs: jobsAt('left', [1]) }) }));
      const got = await facade.ask(path);
      const head = await facade.ask(path, { method: 'HEAD' });
      expect(head).toMatchObject({ status: 200, text: '' });
      for (const name of ['etag', 'content-type', 'content-length', 'cache-control']) {
        expect(head.headers.get(name), name).toBe(got.headers.get(name));
      }
    },
  );

  test('errors have no body either', async () => {
    const facade = await startFacade([]);
    expect(await facade.ask('/v1/jobs?limit=0', { method: 'HEAD' })).toMatchObject({ status: 400, text: '' });
  });
});

describe('headers', () => {
  test.each(['/healthz', '/nowhere', '/v1/jobs?limit=0'])(
    '%s is guarded and says nothing of its maker',
    async (path) => {
      const { headers } = await (await startFacade([])).ask(path);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('every answer has an id of its own', async () => {
    const facade = await startFacade([]);
    const ids = [await facade.ask('/healthz'), await facade.ask('/healthz'), await facade.ask('/nowhere')].map(
      ({ headers }) => headers.get('x-request-id'),
    );
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a good id of the caller is taken over, a bad one is not', async () => {
    const facade = await startFacade([]);
    const idFor = async (id: string) =>
      (await facade.ask('/healthz', { headers: { 'X-Request-Id': id } })).headers.get('x-request-id');
    expect(await idFor('trace:7f.A_b-1')).toBe('trace:7f.A_b-1');
    for (const bad of ['a b', '<script>', 'x'.repeat(129), '']) expect(await idFor(bad)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

test('a request leaves one line in the log, without what it asked for', async () => {
  const lines: (readonly [object, string])[] = [];
  const logger = {
    debug() {},
    info: (fields: object, message: string) => void lines.push([fields, message]),
    warn() {},
    error() {},
  };
  const facade = await startFacade([], { logger });
  await facade.ask('/v1/jobs?q=secret-word&limit=0', { headers: { Authorization: 'Bearer secret-word' } });
  await facade.server.close();
  expect(lines).toEqual([
    [{ method: 'GET', path: '/v1/jobs', status: 401, ms: 0, requestId: expect.any(String) }, 'request'],
  ]);
});

test('the line of a request says which key asked, by its name and never by its text', async () => {
  const lines: string[] = [];
  const logger = { ...silentLogger, info: (fields: object) => void lines.push(JSON.stringify(fields)) };
  const ledger = createFakeLedger({ keys: { cv_abc: { name: 'dashboard', scopes: ['read'] } } });
  const facade = await startFacade([], { logger, ledger });
  await facade.ask('/v1/connections', { headers: { Authorization: 'Bearer cv_abc' } });
  await facade.server.close();
  expect(lines.join()).toContain('"key":"dashboard"');
  expect(lines.join()).not.toContain('cv_abc');
});
