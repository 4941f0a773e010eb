import { CrossvaultError } from '@crossvault/contract';
import { createTestClock, createTestContext } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { AvepointClient } from '../client/client.ts';
import { probeConnection } from './probe.ts';

const call = { signal: new AbortController().signal };

/** A clock that moves by 5 ms whenever it is asked. */
function tickingContext() {
  return createTestContext({ connection: 'm365', clock: createTestClock({ tickMs: 5 }) });
}
const answer = async (data: readonly unknown[]) => ({ body: { statusCode: 200, data }, response: new Response() });
const probe = (calls: Partial<AvepointClient>, locations: readonly string[] = ['']) => {
  const client = {
    listUrl: 'https://graph-us.example/jobs',
    tokens: { get: async () => 't' },
    listJobs: () => answer([]),
    followJobs: () => Promise.reject(new Error('not asked for')),
    ...calls,
  };
  return probeConnection({ client, locations }, tickingContext(), call);
};

test('a connection that answers is told step by step', async () => {
  expect(await probe({ listJobs: () => answer([{}]) })).toEqual({
    ok: true,
    steps: [
      { name: 'token', ok: true, detail: 'There is a token.', code: null, durationMs: 5 },
      { name: 'list', ok: true, detail: 'The list answers.', code: null, durationMs: 5 },
    ],
    deniedFields: [],
  });
});

test('the smallest page of every location is asked for, and an empty one is named', async () => {
  const asked: unknown[] = [];
  const listJobs: AvepointClient['listJobs'] = (query) => {
    asked.push(query);
    return answer(query.location === 'NAM' ? [{}] : []);
  };
  const report = await probe({ listJobs }, ['NAM', 'EUR']);
  expect(report.steps[1]).toMatchObject({ ok: true, detail: expect.stringMatching(/no job in EUR\..*Multi-Geo/) });
  expect(asked).toEqual(['NAM', 'EUR'].map((location) => ({ jobType: 0, location, pageIndex: 0, pageSize: 1 })));
});

test.each([
  ['source-not-found', /region.*scope.*licence/],
  ['authentication-failed', /It answered\. The vendor's tokens live for an hour/],
] as const)('a list that fails with %s says what to do, and nothing is thrown', async (code, detail) => {
  const error = new CrossvaultError({ code, message: 'It answered.' });
  expect(await probe({ listJobs: () => Promise.reject(error) })).toMatchObject({
    ok: false,
    steps: [{ ok: true }, { ok: false, code, detail: expect.stringMatching(detail) }],
  });
});

test('without a token nothing else is tried', async () => {
  const tokens = { get: () => Promise.reject(new Error('no token')) };
  expect(await probe({ tokens, listJobs: () => Promise.reject(new Error('never tried')) })).toMatchObject({
    ok: false,
    steps: [{ name: 'token', ok: false, detail: 'no token' }],
  });
});
