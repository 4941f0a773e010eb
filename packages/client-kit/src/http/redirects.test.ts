import { createServer } from 'node:http';
import { Secret } from '@crossvault/core';
import { createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createVendorClient } from '../index.ts';

interface Paths {
  '/jobs': { get: { responses: { 200: { content: { 'application/json': unknown } } } } };
}
const call = { signal: new AbortController().signal };

async function redirected(status: number, location: string | null) {
  const asked: string[] = [];
  const headers: Record<string, string> = location === null ? {} : { location };
  const context = createTestContext({
    connection: 'console',
    fetch: async (request) => {
      asked.push(request.url);
      return new Response(null, { status, headers });
    },
  });
  const client = createVendorClient<Paths>({ baseUrl: 'http://vendor.example/api', context, readProblem: () => null });
  const error = await failureOf(client.read(call, (api, signal) => api.GET('/jobs', { signal })));
  return { asked, error };
}

test.each([301, 302, 303, 307, 308])(
  'a redirect with %i says where it leads and what to set, and is not followed',
  async (status) => {
    const { asked, error } = await redirected(status, 'https://vendor.example:8443/api/jobs?token=abc#x');
    expect(asked).toEqual(['http://vendor.example/api/jobs']);
    expect(error).toMatchObject({ code: 'source-refused', upstreamStatus: status });
    expect(error.message).toContain('https://vendor.example:8443/api/jobs');
    expect(error.message).toContain('baseUrl');
    expect(error.message).not.toContain('token=abc');
  },
);

test('the error of a relative redirect names the host that it is on', async () => {
  expect((await redirected(302, '/login?back=1')).error.message).toContain('http://vendor.example/login');
});

test('the error of a redirect holds neither credentials nor known secrets, and fits a line', async () => {
  const secret = new Secret('our-very-own-secret');
  const { error } = await redirected(307, `https://user:word@else.example/${secret.reveal()}/${'x'.repeat(5000)}`);
  expect(error.message).not.toMatch(/user:word|our-very-own-secret/);
  expect(error.message.length).toBeLessThan(700);
});

test.each([null, 'http://[', 'javascript:alert(1)'])(
  'the error of a redirect to %s names no address',
  async (location) => {
    const { error } = await redirected(302, location);
    expect(error.message).toContain('answered 302');
    expect(error.message).not.toContain('javascript');
  },
);

test('the error of a redirect holds no beginning of a secret that its cut goes through', async () => {
  const secret = new Secret('our-very-own-secret'.repeat(10));
  for (const before of [20, 100, 165]) {
    const { error } = await redirected(307, `https://else.example/${'x'.repeat(before)}/${secret.reveal()}`);
    expect(error.message).not.toContain('our-very');
  }
});

test('a fetch of the caller that follows redirects by default follows none for this client', async () => {
  const server = createServer((_request, response) => response.writeHead(307, { location: '/elsewhere' }).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api`;
  const asked: string[] = [];
  server.on('request', ({ url }) => asked.push(url ?? ''));
  const context = createTestContext({ connection: 'console', fetch: globalThis.fetch });
  const client = createVendorClient<Paths>({ baseUrl, context, readProblem: () => null });
  const error = await failureOf(client.read(call, (api, signal) => api.GET('/jobs', { signal })));
  server.closeAllConnections();
  server.close();
  expect([error.code, error.upstreamStatus, asked]).toEqual(['source-refused', 307, ['/api/jobs']]);
});
