import { type Connector, type Permission, type PreparedWrite, Secret } from '@crossvault/core';
import { createTestClock, createTestContext } from '@crossvault/testkit';
import { expect } from 'vitest';
import { veeamSpcConfigSchema } from '../config.ts';
import { createVeeamSpcConnector } from '../connector/connector.ts';

export const requestId = '5c0ffee5-0000-4000-8000-000000000001';
export const call = { signal: new AbortController().signal, requestId };
export const agent = 'cc52ec30-a1b0-41dd-8b24-553dab48b43f';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly id: string | null;
}

export type Answer = (request: Request, path: string) => Response | undefined;

/** A console that answers reads with `answer`, and changes with `take`. */
export function connect(
  apiVersion: 'v2' | 'v3',
  answer: Answer,
  allow: readonly Permission[] = ['operate', 'destroy'],
  take: () => Response = () => Response.json(apiVersion === 'v2' ? 'It has been done.' : { data: {}, errors: null }),
) {
  const sent: Sent[] = [];
  let reads = 0;
  const context = createTestContext({
    connection: 'console',
    allow,
    clock: createTestClock({ start: '2026-03-02T12:00:00.000Z' }),
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      if (request.method === 'GET') {
        reads += 1;
        return answer(request, pathname) ?? Response.json({ errors: [{ message: 'Nothing.' }] }, { status: 404 });
      }
      const text = await request.text();
      const body: unknown = text === '' ? null : JSON.parse(text);
      sent.push({ method: request.method, path: pathname + search, body, id: request.headers.get('x-request-id') });
      return take();
    },
  });
  const config = veeamSpcConfigSchema.parse({
    name: 'console',
    vendor: 'veeam-spc',
    baseUrl: 'https://console.example:1280',
    apiVersion,
    credential: { type: 'token', token: new Secret('t0ken') },
  });
  const connector = createVeeamSpcConnector(config, context);
  return {
    connector,
    sent,
    get reads() {
      return reads;
    },
  };
}

export type Ask = (connector: Connector) => Promise<PreparedWrite> | undefined;

/** The shown request and the sent one. */
export async function perform({ connector, sent }: ReturnType<typeof connect>, ask: Ask) {
  const prepared = await ask(connector);
  expect(sent).toEqual([]);
  const [planned] = prepared?.requests ?? [];
  const report = await prepared?.send(call);
  expect(sent).toHaveLength(1);
  expect(`https://console.example:1280${sent[0]?.path}`).toBe(planned?.url);
  expect([sent[0]?.method, sent[0]?.body]).toEqual([planned?.method, planned?.body]);
  return { request: `${sent[0]?.method} ${sent[0]?.path}`, body: sent[0]?.body, id: sent[0]?.id, prepared, report };
}
