import { CrossvaultError, type ErrorCode } from '@crossvault/core';
import { createTestClock, createTestContext } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { CallsV2 } from '../client/calls-v2.ts';
import type { CallsV3 } from '../client/calls-v3.ts';
import type { VeeamSpcCalls } from '../client/client.ts';
import { probeConnection } from './probe.ts';

const call = { signal: new AbortController().signal };
const answer = async (body: unknown) => ({ body, response: new Response() });
const fail = (code: ErrorCode) => () => Promise.reject(new CrossvaultError({ code, message: 'The source answered.' }));
const unasked = fail('internal-error');
const page = (rows: readonly unknown[]) => () =>
  answer({ meta: { pagingInfo: { total: rows.length, count: rows.length, offset: 0 } }, data: rows });

interface Console {
  readonly tokens?: VeeamSpcCalls['tokens'];
  readonly v2?: Partial<CallsV2>;
  readonly v3?: Partial<CallsV3>;
  readonly credential?: 'password' | 'api-key' | 'token';
}

/** Every look at the clock is 40 ms after the one before. */
function probe(apiVersion: 'v2' | 'v3', { tokens, v2, v3, credential = 'token' }: Console) {
  const client = {
    tokens: tokens ?? { get: async () => 't0ken' },
    v2: { listAgents: unasked, getAgent: unasked, listAgentJobs: unasked, getAgentJob: unasked, ...v2 },
    v3: {
      listAgents: unasked,
      listAgentJobs: page([{ instanceUid: 'a' }]),
      listServerJobs: page([]),
      listOrganizations: unasked,
      listPolicies: unasked,
      getAgentJob: unasked,
      getServerJob: unasked,
      getPolicy: unasked,
      getCurrentUser: () => answer({ data: { userName: 'vac\\reader', role: 'PortalReadonlyOperator' } }),
      getAbout: () => answer({ data: { serverVersion: '9.1.0.30345' } }),
      ...v3,
    },
  };
  const context = createTestContext({ connection: 'console', clock: createTestClock({ tickMs: 40 }) });
  const config = { apiVersion, credential: { type: credential } } as Parameters<typeof probeConnection>[0]['config'];
  return probeConnection({ client, config }, context, call);
}
const reported = (report: Awaited<ReturnType<typeof probe>>) =>
  report.steps.map(({ name, ok, detail }) => [name, ok, detail]);

test.each([
  ['agents', [{ id: 'a' }], 'Backup agents can be listed.'],
  ['no agents yet', [], 'Backup agents can be listed; there is none yet.'],
])('a console of v2 with %s is well', async (_case, rows, detail) => {
  const good = { ok: true, advice: null, code: null, durationMs: 40 };
  expect(await probe('v2', { v2: { listAgents: () => answer(rows) } })).toEqual({
    ok: true,
    steps: [
      { name: 'token', detail: 'There is a token.', ...good },
      { name: 'list', detail, ...good },
    ],
    deniedFields: [],
  });
});

test('a console of v3 reports its lists, the user and its version', async () => {
  expect(reported(await probe('v3', {}))).toEqual([
    ['token', true, 'There is a token.'],
    ['list', true, 'Jobs of agents and of backup servers can be listed.'],
    ['access', true, 'vac\\reader has the role PortalReadonlyOperator.'],
    ['version', true, 'The console is of version 9.1.0.30345.'],
  ]);
  const empty = await probe('v3', { v3: { listAgentJobs: page([]) } });
  expect(reported(empty)[1]?.[2]).toBe('Jobs of agents and of backup servers can be listed; there is none yet.');
});

test('a role with access to a part of the jobs is reported', async () => {
  const getCurrentUser = () => answer({ data: { userName: 'acme', role: 'CompanyAdministrator' } });
  expect(reported(await probe('v3', { v3: { getCurrentUser } }))[2]?.[2]).toBe(
    'acme has the role CompanyAdministrator, and sees the jobs of its own organization only.',
  );
});

test.each<ErrorCode>(['source-not-found', 'permission-denied', 'source-refused'])(
  'what a console does not report of the user and itself (%s) is no fault',
  async (code) => {
    const report = await probe('v3', { v3: { getCurrentUser: fail(code), getAbout: fail(code) } });
    expect(report.ok).toBe(true);
    expect(reported(report).slice(2, 4)).toEqual([
      ['access', true, 'The console does not report it.'],
      ['version', true, 'The console does not report it.'],
    ]);
  },
);

test('without a token the list is not tried, and the credential says what to do', async () => {
  const tokens = { get: fail('authentication-failed') };
  const password = await probe('v3', { tokens, credential: 'password' });
  expect(password).toMatchObject({
    ok: false,
    steps: [{ name: 'token', ok: false, detail: 'The source answered.', code: 'authentication-failed' }],
  });
  expect(password.steps[0]?.advice).toMatch(/needs its domain/);
  const key = await probe('v3', { v3: { listAgentJobs: fail('authentication-failed') }, credential: 'api-key' });
  expect(key.steps[1]?.advice).toMatch(/Is the key still there/);
});

test.each<['v2' | 'v3', ErrorCode, RegExp]>([
  ['v2', 'source-not-found', /Consoles from 7.0 on do not serve REST v2: use apiVersion v3/],
  ['v2', 'permission-denied', /wants a Portal Administrator/],
  ['v3', 'source-not-found', /consoles before 4.0 speak REST v2 only/],
  ['v3', 'permission-denied', /Portal Readonly Operator/],
])('what is wrong with %s (%s) comes with advice', async (version, code, advice) => {
  const report = await probe(version, { v2: { listAgents: fail(code) }, v3: { listServerJobs: fail(code) } });
  expect(report).toMatchObject({ ok: false, steps: [{ ok: true }, { name: 'list', ok: false, code }] });
  expect(report.steps[1]?.advice).toMatch(advice);
});

test.each(['v2', 'v3'] as const)(
  'answers of another form and unexpected failures of %s are steps that failed, and never thrown',
  async (version) => {
    const odd = () => answer({ rows: [] });
    const noList = await probe(version, { v2: { listAgents: odd }, v3: { listAgentJobs: odd } });
    expect(noList.steps[1]?.detail).toMatch(/is no list/);
    const broken = () => Promise.reject(new TypeError('broken'));
    expect((await probe(version, { v2: { listAgents: broken }, v3: { listAgentJobs: broken } })).ok).toBe(false);
    expect((await probe('v3', { v3: { getAbout: odd } })).steps.at(-1)).toMatchObject({ name: 'version', ok: false });
  },
);
