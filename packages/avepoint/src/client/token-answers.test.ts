import { type ConnectorContext, Secret } from '@crossvault/core';
import { createAppCertificate } from '@crossvault/simulators';
import { createTestClock, createTestContext, failureOf, readLists } from '@crossvault/testkit';
import { beforeAll, expect, test } from 'vitest';
import { avepointConfigSchema } from '../config.ts';
import { avepoint } from '../index.ts';
import { jobScope } from './token-problem.ts';

const call = { signal: new AbortController().signal };

let pem: string;
beforeAll(async () => {
  // No clock sees how long the loading of a module takes.
  await import('jose');
  const { privateKey, certificate } = await createAppCertificate({ notBefore: '2026-01-01', notAfter: '2026-06-01' });
  pem = privateKey + certificate;
});

function connect(answer: (number: number, form: URLSearchParams) => Response | Promise<Response>, withPem?: string) {
  const forms: URLSearchParams[] = [];
  const fetch: ConnectorContext['fetch'] = async (request) => {
    if (!request.url.endsWith('/connect/token')) return Response.json({ data: [], metadata: { nextLink: '' } });
    forms.push(new URLSearchParams(await request.text()));
    return answer(forms.length, forms.at(-1) ?? new URLSearchParams());
  };
  const credential =
    withPem === undefined
      ? { type: 'client-secret', clientId: 'app&1', clientSecret: new Secret('a b&c=d+ä') }
      : { type: 'certificate', clientId: 'app&1', path: new Secret(withPem) };
  const clock = createTestClock();
  const config = avepointConfigSchema.parse({ name: 'm365', vendor: 'avepoint', region: 'us', credential });
  return { forms, connector: avepoint.connect(config, createTestContext({ connection: 'm365', clock, fetch })) };
}
const granted = (fields: object = {}) => Response.json({ access_token: 'access-t1', expires_in: 3600, ...fields });
const invalidClient = () => Response.json({ error: 'invalid_client' }, { status: 400 });

test('the form of a secret is the one that the vendor documents, whatever is in the secret', async () => {
  const { connector, forms } = connect(() => granted());
  await readLists(connector, call);
  expect(Object.fromEntries(forms[0] ?? [])).toEqual({
    client_id: 'app&1',
    client_secret: 'a b&c=d+ä',
    grant_type: 'client_credentials',
    scope: jobScope,
  });
});

test('the form of a certificate is that of the sample, without a client id', async () => {
  const { connector, forms } = connect(() => granted(), pem);
  await readLists(connector, call);
  expect(Object.fromEntries(forms[0] ?? [])).toEqual({
    client_assertion: expect.stringMatching(/^eyJ/),
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    grant_type: 'client_credentials',
    scope: jobScope,
  });
});

test.each([[{ expires_in: '3600' }], [{ expires_in: null }], [{ token_type: 7 }]])('%j is good', async (fields) => {
  const { connector } = connect(() => granted(fields));
  expect(await readLists(connector, call)).toHaveLength(1);
});

test.each<[string, () => Response, string]>([
  ['no token', () => granted({ access_token: null }), 'answer-unreadable'],
  ['a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'answer-unreadable'],
  [
    '401 with an OAuth body',
    () => Response.json({ error: 'invalid_client' }, { status: 401 }),
    'authentication-failed',
  ],
  ['403 without a body', () => new Response(null, { status: 403 }), 'authentication-failed'],
  ['404', () => new Response(null, { status: 404 }), 'source-not-found'],
  ['503 for ever', () => new Response(null, { status: 503 }), 'source-error'],
])('%s is an error of its kind', async (_name, answer, code) => {
  const error = await failureOf(readLists(connect(answer).connector, call));
  expect(error).toMatchObject({ code, source: 'm365' });
  expect(String(error.stack)).not.toContain('a b&c');
});

test('an assertion that was spent on an answer that got lost is replaced by a new one, once', async () => {
  const lost = (number: number) =>
    number === 1 ? new Response(null, { status: 502 }) : number === 2 ? invalidClient() : granted();
  const { connector, forms } = connect(lost, pem);
  await readLists(connector, call);
  const assertions = forms.map((form) => form.get('client_assertion'));
  expect(assertions[1]).toBe(assertions[0]);
  expect(assertions[2]).not.toBe(assertions[0]);
  expect(assertions).toHaveLength(3);
});

test('a certificate that is refused at once is not tried again', async () => {
  const { connector, forms } = connect(invalidClient, pem);
  expect(await failureOf(readLists(connector, call))).toMatchObject({ code: 'authentication-failed' });
  expect(forms).toHaveLength(1);
});
