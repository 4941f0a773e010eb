import { CrossvaultError, type ErrorCode } from '@crossvault/contract';
import { createTestContext } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { VeeamSpcClient } from '../client/client.ts';
import { probeConnection } from './probe.ts';

const call = { signal: new AbortController().signal };

/** Every look at the clock is 40 ms after the one before. */
function tickingContext() {
  let now = 0;
  const clock = { now: () => (now += 40), sleep: () => Promise.reject(new Error('nothing may sleep here')) };
  return createTestContext({ connection: 'console', clock });
}
const answer = async (body: unknown) => ({ body, response: new Response() });
const fail = (code: ErrorCode) => () => Promise.reject(new CrossvaultError({ code, message: 'The source answered.' }));
const probe = (calls: Partial<VeeamSpcClient>) => {
  const client = { tokens: { get: async () => 't0ken' }, listAgents: fail('internal-error'), ...calls };
  return probeConnection({ client }, tickingContext(), call);
};

test.each([
  ['agents', [{ id: 'a' }], 'Backup agents can be listed.'],
  ['no agents yet', [], 'Backup agents can be listed; there is none yet.'],
])('a console with %s is well', async (_case, rows, detail) => {
  expect(await probe({ listAgents: () => answer(rows) })).toEqual({
    ok: true,
    steps: [
      { name: 'token', ok: true, detail: 'There is a token.', code: null, durationMs: 40 },
      { name: 'list', ok: true, detail, code: null, durationMs: 40 },
    ],
    deniedFields: [],
  });
});

test('without a token the list is not tried', async () => {
  expect(await probe({ tokens: { get: fail('authentication-failed') } })).toMatchObject({
    ok: false,
    steps: [{ name: 'token', ok: false, detail: 'The source answered.', code: 'authentication-failed' }],
  });
});

test('a console without these addresses may be too new for REST v2', async () => {
  const report = await probe({ listAgents: fail('source-not-found') });
  expect(report.steps[1]?.detail).toBe('The source answered. Consoles from 7.0 on do not serve REST v2.');
});

test('an answer that is no list and an unexpected failure are steps that failed, and never thrown', async () => {
  const noList = await probe({ listAgents: () => answer({ data: [] }) });
  expect(noList.steps[1]?.detail).toMatch(/is no list/);
  const broken = await probe({ listAgents: () => Promise.reject(new TypeError('broken')) });
  expect(broken.ok).toBe(false);
});
