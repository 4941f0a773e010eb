import { createServer } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { completeContext, createContext } from './create-context.ts';

afterEach(() => vi.unstubAllGlobals());

const settings = { name: 'ukwest', concurrency: 8, allow: ['operate'] as const };

test('a context without options has a default for every member, and may change nothing', () => {
  expect(createContext()).toEqual({
    connection: 'default',
    fetch: expect.any(Function),
    logger: {
      debug: expect.any(Function),
      info: expect.any(Function),
      warn: expect.any(Function),
      error: expect.any(Function),
    },
    clock: { now: expect.any(Function), monotonicMs: expect.any(Function), sleep: expect.any(Function) },
    random: Math.random,
    concurrency: 4,
    allow: [],
  });
});

test('an option replaces its default', () => {
  const random = () => 0.25;
  expect(createContext({ connection: 'here', random, concurrency: 1 })).toMatchObject({
    connection: 'here',
    random,
    concurrency: 1,
    allow: [],
  });
});

test('an option that a program gives as undefined is left out', () => {
  const left = { connection: undefined, fetch: undefined, clock: undefined, concurrency: undefined, allow: undefined };
  const untyped: object = left;
  expect(createContext(untyped)).toMatchObject({ connection: 'default', fetch: expect.any(Function), concurrency: 4 });
  expect(createContext(untyped).clock.now()).toBeGreaterThan(0);
  expect(completeContext(settings, untyped)).toMatchObject({
    connection: 'ukwest',
    fetch: expect.any(Function),
    concurrency: 8,
    allow: ['operate'],
  });
});

test('the default fetch follows no redirect', async () => {
  const server = createServer((_request, response) => response.writeHead(302, { location: '/elsewhere' }).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const response = await createContext().fetch(new Request(`http://127.0.0.1:${port}/here`));
  await response.body?.cancel();
  expect([response.status, response.headers.get('location')]).toEqual([302, '/elsewhere']);
  server.closeAllConnections();
  server.close();
});

test("a connection's own settings come before the defaults, and what the caller gives before both", () => {
  expect(completeContext(settings)).toMatchObject({ connection: 'ukwest', concurrency: 8, allow: ['operate'] });
  expect(completeContext(settings, { concurrency: 1, allow: [] })).toMatchObject({
    connection: 'ukwest',
    concurrency: 1,
    allow: [],
  });
});

test.each([
  ['tls', { tls: { insecure: true } }],
  ['proxy', { proxy: 'none' }],
])('%s is refused without a fetch that applies it, and never ignored', (parameter, more) => {
  expect(() => completeContext({ ...settings, ...more })).toThrow(
    expect.objectContaining({ code: 'configuration-invalid', parameter, source: 'ukwest' }),
  );
  const given = async () => new Response();
  expect(completeContext({ ...settings, ...more }, { fetch: given }).fetch).toBe(given);
});
