import type { ConnectorContext } from '@crossvault/core';
import { createTestClock, createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createTokenSource, createTypedClient, type TokenSource } from '../index.ts';
import { createRequestPolicy, type RequestPolicyOptions } from '../resilience/request-policy.ts';

interface Answers {
  responses: {
    200: { content: { 'application/json': { name: string } } };
    400: { content: { 'application/json': { code: string } } };
  };
}
interface Paths {
  '/jobs': { get: Answers; post: Answers & { requestBody: { content: { 'application/json': { name: string } } } } };
  '/jobs/{id}': {
    get: Answers & { parameters: { path: { id: string } } };
    delete: Answers & { parameters: { path: { id: string } } };
  };
  '/search': { post: Answers };
}

const baseUrl = 'https://vendor.example/api';
type Fetch = ConnectorContext['fetch'];
type Answering = (request: Request, count: number) => Response | Promise<Response>;

/** A client of a vendor that answers so, and everything that it was sent. */
function connect(answer: Answering, policy: Partial<RequestPolicyOptions> = {}) {
  const clock = createTestClock();
  const sent: string[] = [];
  const fetch: Fetch = async (request) => {
    sent.push(`${request.method} ${request.url.slice(baseUrl.length)} ${request.headers.get('authorization')}`);
    return answer(request, sent.length);
  };
  const context = createTestContext({ connection: 'console', fetch, clock });
  let granted = 0;
  let closed = 0;
  const tokens: TokenSource = {
    ...createTokenSource({
      clock,
      connection: 'console',
      request: async () => {
        granted += 1;
        return { token: `token-${granted}-1234`, expiresInSeconds: 3600 };
      },
    }),
    close: async () => {
      closed += 1;
      throw new Error('The vendor is gone.');
    },
  };
  const client = createTypedClient<Paths>({
    baseUrl,
    context,
    requestPolicy: createRequestPolicy({ context, baseUrl, ...policy }),
    tokensFor: () => tokens,
    sessions: [tokens],
    isReadingPost: ({ pathname }) => pathname.endsWith('/search'),
  });
  return { client, sent, clock, closed: () => closed };
}
const good = (): Response => Response.json({ name: 'nightly' });
const refused = (): never => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
};

test('a success gives the typed body and the response, and the token goes along', async () => {
  const { client, sent } = connect(good);
  const { data, error, response } = await client.GET('/jobs/{id}', { params: { path: { id: 'a b' } } });
  const name: string | undefined = data?.name;
  expect([name, error, response.status]).toEqual(['nightly', undefined, 200]);
  expect(sent).toEqual(['GET /jobs/a%20b Bearer token-1-1234']);
});

test('an answer of failure is a result with the typed error, and no exception', async () => {
  const { client } = connect(() => Response.json({ code: 'NoSuchVault' }, { status: 400 }));
  const { data, error, response } = await client.GET('/jobs');
  expect([data, error?.code, response.status]).toEqual([undefined, 'NoSuchVault', 400]);
});

test('a failure that the vendor wraps into a success is a failure', async () => {
  const { client } = connect(() => Response.json({ error: { code: 'Broken', status: 400 } }));
  const { data, error, response } = await client.GET('/jobs');
  expect([data, error, response.status]).toEqual([undefined, { error: { code: 'Broken', status: 400 } }, 400]);
});

test('a read that is throttled is repeated after the wait that the vendor asks for', async () => {
  const { client, sent, clock } = connect((_request, count) =>
    count === 1 ? Response.json({}, { status: 429, headers: { 'retry-after': '7' } }) : good(),
  );
  const before = clock.monotonicMs();
  const { data } = await client.GET('/jobs');
  expect(data?.name).toBe('nightly');
  expect([sent.length, clock.monotonicMs() - before]).toEqual([2, 7_000]);
});

test('a read that stays throttled is the last answer as a result', async () => {
  const { client, sent } = connect(() => Response.json({ code: 'Slow' }, { status: 429 }));
  const { error, response } = await client.GET('/jobs');
  expect([error?.code, response.status, sent.length]).toEqual(['Slow', 429, 5]);
});

test('a POST that reads is repeated', async () => {
  const { client, sent } = connect((_request, count) => (count < 3 ? Response.json({}, { status: 503 }) : good()));
  expect((await client.POST('/search')).data?.name).toBe('nightly');
  expect(sent).toHaveLength(3);
});

test.each([
  ['POST', 429],
  ['POST', 503],
  ['DELETE', 503],
] as const)('a %s that is answered %i is not repeated, and its answer is the result', async (method, status) => {
  const { client, sent } = connect(() => Response.json({ code: 'Busy' }, { status }));
  const { error, response } =
    method === 'POST'
      ? await client.POST('/jobs', { body: { name: 'n' } })
      : await client.DELETE('/jobs/{id}', { params: { path: { id: '1' } } });
  expect([error?.code, response.status, sent.length]).toEqual(['Busy', status, 1]);
});

test('a POST without an answer may have been carried out: it is not repeated, and rejects with answer-lost', async () => {
  const { client, sent } = connect(refused);
  const error = await failureOf(client.POST('/jobs', { body: { name: 'n' } }));
  expect(error).toMatchObject({ code: 'answer-lost', source: 'console' });
  expect(sent).toHaveLength(1);
});

test('a read without an answer rejects with the reason, after its attempts', async () => {
  const { client, sent } = connect(refused);
  expect(await failureOf(client.GET('/jobs'))).toMatchObject({ code: 'source-unreachable', source: 'console' });
  expect(sent).toHaveLength(5);
});

test.each(['GET', 'POST'] as const)('a token that a %s is refused with is renewed once', async (method) => {
  const { client, sent } = connect(({ headers }) =>
    headers.get('authorization') === 'Bearer token-1-1234' ? Response.json({}, { status: 401 }) : good(),
  );
  const { data } = method === 'GET' ? await client.GET('/jobs') : await client.POST('/jobs', { body: { name: 'n' } });
  expect(data?.name).toBe('nightly');
  expect(sent).toEqual([`${method} /jobs Bearer token-1-1234`, `${method} /jobs Bearer token-2-1234`]);
});

test('a renewed token that is refused as well is the result', async () => {
  const { client, sent } = connect(() => Response.json({}, { status: 401 }));
  expect((await client.GET('/jobs')).response.status).toBe(401);
  expect(sent).toHaveLength(2);
});

test('a redirect is not followed: it is a result without data', async () => {
  const location = 'https://elsewhere.example/jobs';
  const { client, sent } = connect(() => new Response(null, { status: 307, headers: { location } }));
  const { data, response } = await client.GET('/jobs');
  expect([data, response.status, response.headers.get('location')]).toEqual([undefined, 307, location]);
  expect(sent).toHaveLength(1);
});

test('a call to another address is refused before it is sent', async () => {
  const { client, sent } = connect(good);
  const error = await failureOf(client.GET('/jobs', { baseUrl: 'https://elsewhere.example' }));
  expect(error.code).toBe('link-refused');
  expect(sent).toEqual([]);
});

test('an id that would change the path is refused before it is sent', async () => {
  const { client, sent } = connect(good);
  const error = await failureOf(client.GET('/jobs/{id}', { params: { path: { id: '../users' } } }));
  expect(error.code).toBe('source-not-found');
  expect(sent).toEqual([]);
});

test('an answer beyond the limit is not read', async () => {
  const { client } = connect(good, { limits: { bytes: 10, depth: 100 } });
  expect((await failureOf(client.GET('/jobs'))).code).toBe('answer-too-large');
});

test('an answer of success that is no JSON is unreadable', async () => {
  const { client } = connect(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }));
  expect((await failureOf(client.GET('/jobs'))).code).toBe('answer-unreadable');
});

test("the call's signal ends a request under way", async () => {
  const controller = new AbortController();
  const { client } = connect(({ signal }) => {
    controller.abort(new Error('enough'));
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  const error = await failureOf(client.GET('/jobs', { signal: controller.signal }));
  expect(error).toMatchObject({ code: 'interrupted', cause: expect.objectContaining({ message: 'enough' }) });
});

test('a signal that is aborted already sends nothing', async () => {
  const { client, sent } = connect(good);
  expect((await failureOf(client.GET('/jobs', { signal: AbortSignal.abort() }))).code).toBe('interrupted');
  expect(sent).toEqual([]);
});

test('after many failures in a row no request is sent', async () => {
  const { client, sent } = connect(refused);
  for (let call = 0; call < 4; call += 1) await failureOf(client.GET('/jobs'));
  expect(sent).toHaveLength(20);
  expect(await failureOf(client.GET('/jobs'))).toMatchObject({ code: 'circuit-open', retryAfterSeconds: 30 });
  expect(sent).toHaveLength(20);
});

test('closing ends the session, and a vendor that does not answer is no failure', async () => {
  const { client, closed } = connect(good);
  await client.close();
  expect(closed()).toBe(1);
});

test.each(['stream', 'blob', 'arrayBuffer', 'text'] as const)(
  'a body is read as %s, within the limits',
  async (parseAs) => {
    const { data } = await connect(good).client.GET('/jobs', { parseAs });
    expect(await new Response(data).json()).toEqual({ name: 'nightly' });
    const { client } = connect(good, { limits: { bytes: 10, depth: 100 } });
    expect((await failureOf(client.GET('/jobs', { parseAs }))).code).toBe('answer-too-large');
  },
);

test('middleware can read a copy of an answer', async () => {
  const { client } = connect(good);
  const seen: unknown[] = [];
  client.use({
    async onResponse({ response }) {
      seen.push(await response.clone().json());
    },
  });
  const { data } = await client.GET('/jobs');
  expect([seen, data]).toEqual([[{ name: 'nightly' }], { name: 'nightly' }]);
});

test('a call after closing is refused, sends nothing and opens no session', async () => {
  const { client, sent, closed } = connect(good);
  await client.close();
  await expect(client.GET('/jobs')).rejects.toMatchObject({
    code: 'interrupted',
    source: 'console',
    message: 'The client of console is closed. Create another one for further calls.',
  });
  await expect(client.POST('/jobs', { body: { name: 'weekly' } })).rejects.toMatchObject({ code: 'interrupted' });
  expect(sent).toEqual([]);
  await client.close();
  expect(closed()).toBe(1);
});
