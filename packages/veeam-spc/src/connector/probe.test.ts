import { type ConnectorContext, CrossvaultError, type ErrorCode } from '@crossvault/contract';
import { expect, test } from 'vitest';
import { probeConsole } from './probe.ts';

const call = { signal: new AbortController().signal };

/** Every look at the clock is 40 ms after the one before. */
function contextNow(): ConnectorContext {
  let now = 0;
  return {
    connection: 'console',
    fetch: () => Promise.reject(new Error('nothing may be sent here')),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    clock: { now: () => (now += 40), sleep: () => Promise.reject(new Error('nothing may sleep here')) },
    random: () => 0.5,
    concurrency: 2,
  };
}
const answer = async (body: unknown) => ({ body, response: new Response() });
const fail = (code: ErrorCode) => () => Promise.reject(new CrossvaultError({ code, message: 'The source answered.' }));
const tokens = { get: async () => 't0ken' };

test.each([
  ['agents', [{ id: 'a' }], 'Backup agents can be listed.'],
  ['no agents yet', [], 'Backup agents can be listed; there is none yet.'],
])('a console with %s is well', async (_case, rows, detail) => {
  expect(await probeConsole({ tokens, listAgents: () => answer(rows) }, contextNow(), call)).toEqual({
    ok: true,
    steps: [
      { name: 'token', ok: true, detail: 'There is a token.', durationMs: 40 },
      { name: 'list', ok: true, detail, durationMs: 40 },
    ],
    deniedFields: [],
  });
});

test('without a token the list is not tried', async () => {
  const client = { tokens: { get: fail('authentication-failed') }, listAgents: fail('internal-error') };
  expect(await probeConsole(client, contextNow(), call)).toMatchObject({
    ok: false,
    steps: [{ name: 'token', ok: false, detail: 'The source answered.' }],
  });
});

test('a console without these addresses may be too new for REST v2', async () => {
  const report = await probeConsole({ tokens, listAgents: fail('source-not-found') }, contextNow(), call);
  expect(report.steps[1]?.detail).toBe('The source answered. Consoles from 7.0 on do not serve REST v2.');
});

test('an answer that is no list and an unexpected failure are steps that failed, and never thrown', async () => {
  const noList = await probeConsole({ tokens, listAgents: () => answer({ data: [] }) }, contextNow(), call);
  expect(noList.steps[1]?.detail).toMatch(/is no list/);
  const listAgents = () => Promise.reject(new TypeError('broken'));
  expect((await probeConsole({ tokens, listAgents }, contextNow(), call)).ok).toBe(false);
});
