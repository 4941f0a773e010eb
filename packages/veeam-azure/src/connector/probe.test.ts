import { CrossvaultError, Secret } from '@crossvault/contract';
import { createManualClock, createTestContext } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { VeeamAzureClient } from '../client/client.ts';
import { probeConnection } from './probe.ts';

const call = { signal: new AbortController().signal };
const password = { type: 'password', username: 'svc', password: new Secret('p') } as const;
const token = { type: 'token', token: new Secret('given') } as const;
const answer = async (results: readonly unknown[]) => ({ body: { results }, response: new Response() });

const clientWith = (calls: Partial<VeeamAzureClient>) => ({
  tokens: { get: async () => 't0ken' },
  listSessions: () => answer([]),
  ...calls,
});

test('every step says what it saw and how long it took', async () => {
  const clock = createManualClock();
  const client = clientWith({
    tokens: { get: () => clock.move(40).then(() => 't0ken') },
    listSessions: () => clock.move(5).then(() => answer([{ id: '14' }])),
  });
  expect(await probeConnection({ client, credential: password }, createTestContext({ clock }), call)).toEqual({
    ok: true,
    steps: [
      { name: 'token', ok: true, detail: 'Logged in as svc.', code: null, durationMs: 40 },
      { name: 'list', ok: true, detail: 'Sessions can be read.', code: null, durationMs: 5 },
    ],
    deniedFields: [],
  });
});

test('an appliance without sessions and a configured token are told as such', async () => {
  const report = await probeConnection({ client: clientWith({}), credential: token }, createTestContext(), call);
  expect(report.steps.map(({ detail }) => detail)).toEqual([
    'The configured token is used as it is.',
    'The list can be read; it is empty.',
  ]);
});

test('without a token the list is not tried', async () => {
  const refused = new CrossvaultError({ code: 'authentication-failed', message: 'Refused.' });
  const client = clientWith({
    tokens: { get: () => Promise.reject(refused) },
    listSessions: () => Promise.reject(new Error('never tried')),
  });
  const report = await probeConnection({ client, credential: password }, createTestContext(), call);
  expect(report.ok).toBe(false);
  expect(report.steps.map(({ name, ok, code }) => [name, ok, code])).toEqual([
    ['token', false, 'authentication-failed'],
  ]);
});

test('the first step that fails ends the probe and says what to do', async () => {
  const unknownVersion = new CrossvaultError({ code: 'source-not-found', message: 'The source answered 404.' });
  const client = clientWith({ listSessions: () => Promise.reject(unknownVersion) });
  const report = await probeConnection({ client, credential: password }, createTestContext(), call);
  expect(report.ok).toBe(false);
  expect(report.steps.map(({ name, ok, code }) => [name, ok, code])).toEqual([
    ['token', true, null],
    ['list', false, 'source-not-found'],
  ]);
  expect(report.steps[1]?.detail).toMatch(/404\. Check baseUrl, and whether the appliance still serves/);
});

test('a mistake of ours and an answer that is no list are failed steps and no exceptions', async () => {
  const mistaken = clientWith({ listSessions: () => Promise.reject(new TypeError('not a function')) });
  const failed = await probeConnection({ client: mistaken, credential: token }, createTestContext(), call);
  expect(failed.steps[1]).toMatchObject({ ok: false, detail: 'not a function', code: 'internal-error' });
  const strange = clientWith({ listSessions: async () => ({ body: [], response: new Response() }) });
  const unread = await probeConnection({ client: strange, credential: token }, createTestContext(), call);
  expect(unread.steps[1]).toMatchObject({ ok: false, code: 'answer-unreadable' });
});
