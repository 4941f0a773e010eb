import { CrossvaultError, type ProbeReport, type SourceCondition } from '@crossvault/core';
import { openSimulator } from '@crossvault/harness';
import type { AvepointOptions } from '@crossvault/simulators';
import { createTestClock, createTestContext } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import type { AvepointCalls } from '../client/client.ts';
import { jobScope, subscriptionScope } from '../client/token-problem.ts';
import { avepoint } from '../index.ts';
import { type ProbeSubject, probeConnection } from './probe.ts';

const call = { signal: new AbortController().signal };
const answer = async (data: unknown) => ({ body: { statusCode: 200, data }, response: new Response() });
const licence = { purchasedUserSeats: 500, assignedUserSeats: 412, purchasedStorageSize: 100 };
const condition = (clockSkewSeconds: number | null): SourceCondition => ({
  budget: null,
  circuit: 'closed',
  waitMs: 0,
  until: null,
  clockSkewSeconds,
  requests: { sent: 1, retried: 0 },
});

/** A probe of faked calls, on a clock that moves by 5 ms whenever it is asked. */
function probe(calls: Partial<ProbeSubject['client']>, locations: readonly string[] = ['']): Promise<ProbeReport> {
  const client = {
    listUrl: 'https://graph-us.example/jobs',
    tokens: { for: () => ({ get: async () => 't' }) },
    listJobs: () => answer([{ id: 'FB1' }]),
    followJobs: () => Promise.reject(new Error('not asked for')),
    getLicense: () => answer(licence),
    condition: () => condition(-2),
    ...calls,
  };
  const context = createTestContext({ connection: 'm365', clock: createTestClock({ tickMs: 5 }) });
  return probeConnection({ client, locations }, context, call);
}
const refuse = (code: CrossvaultError['code'], message = 'It answered.') =>
  Promise.reject(new CrossvaultError({ code, message }));
const stepOf = (report: ProbeReport, name: string) => report.steps.find((step) => step.name === name);

test('a connection that answers is reported step by step', async () => {
  const step = { ok: true, advice: null, code: null, durationMs: 5 };
  expect(await probe({})).toEqual({
    ok: true,
    steps: [
      { ...step, name: 'token', detail: 'There is a token.' },
      { ...step, name: 'list', detail: 'The list answers.' },
      { ...step, name: 'access', detail: 'The licence can be read: 500 seats bought, 412 in use.' },
      { ...step, name: 'clock', detail: "The vendor's clock is 2 s behind this one." },
    ],
    deniedFields: [],
  });
});

test('the smallest page of every location is requested, and an empty one is named, with what that may mean', async () => {
  const asked: unknown[] = [];
  const listJobs: AvepointCalls['listJobs'] = (query) => {
    asked.push(query);
    return answer(query.location === 'NAM' ? [{ id: 'FB1' }] : []);
  };
  const report = await probe({ listJobs }, ['NAM', 'EUR']);
  expect(report).toMatchObject({ ok: true });
  expect(stepOf(report, 'list')).toMatchObject({
    detail: 'The list can be read; it contains no job in EUR.',
    advice: expect.stringMatching(/Multi-Geo/),
  });
  expect(asked).toEqual(['NAM', 'EUR'].map((location) => ({ jobType: 0, location, pageIndex: 0, pageSize: 1 })));
});

test('an empty list of a whole tenant is no suspicion', async () => {
  const report = await probe({ listJobs: () => answer([]) });
  expect(stepOf(report, 'list')).toMatchObject({
    ok: true,
    detail: 'The list can be read; it contains no jobs.',
    advice: null,
  });
});

test('locations that the vendor does not distinguish are an error: their jobs would be listed twice', async () => {
  const report = await probe({}, ['NAM', 'EUR']);
  expect(report).toMatchObject({ ok: false, steps: [{ ok: true }, { name: 'list', code: 'configuration-invalid' }] });
  expect(stepOf(report, 'list')?.detail).toMatch(/NAM and EUR begin with the same job.*listed twice/);
});

test.each([
  [{ getLicense: () => refuse('permission-denied') }, /may not read the licence .*subscriptionInfo/],
  [{ getLicense: () => refuse('source-error', 'It is down.') }, /could not be read: It is down\./],
  [{ getLicense: () => answer({ purchasedUserSeats: 'many' }) }, /The licence can be read\.$/],
] as const)('a list that answers needs no licence to be good: %#', async (calls, detail) => {
  const report = await probe(calls);
  expect(report.ok).toBe(true);
  expect(stepOf(report, 'access')?.detail).toMatch(detail);
});

test.each<[string, Partial<ProbeSubject['client']>, string, RegExp]>([
  ['another data center', { getLicense: () => refuse('source-not-found') }, 'source-not-found', /region.*baseUrl/],
  [
    'no licence',
    { getLicense: () => answer({ ...licence, purchasedUserSeats: 0, purchasedStorageSize: 0 }) },
    'permission-denied',
    /Buy or renew/,
  ],
  ['no licence, as nothing', { getLicense: () => answer(null) }, 'permission-denied', /Buy or renew/],
  ['no permission', {}, 'permission-denied', /jobInfo.*jobsPath/],
  ['who knows', { getLicense: () => refuse('permission-denied') }, 'source-not-found', /subscriptionInfo.*region/],
])('a missing list is explained by the licence: %s', async (_name, calls, code, advice) => {
  const report = await probe({ listJobs: () => refuse('source-not-found'), ...calls });
  expect(report.steps.map(({ name, ok }) => `${name} ${ok}`)).toEqual(['token true', 'list false', 'access false']);
  expect(stepOf(report, 'access')).toMatchObject({ code, advice: expect.stringMatching(advice) });
});

test('a forbidden list is a missing permission, and no licence is requested', async () => {
  const getLicense = () => Promise.reject(new Error('not asked for'));
  const report = await probe({ listJobs: () => refuse('permission-denied'), getLicense });
  expect(stepOf(report, 'access')).toMatchObject({ ok: false, advice: expect.stringContaining(jobScope) });
});

test.each([
  ['authentication-failed', /clientId and secret or certificate/],
  ['source-unreachable', /identityUrl/],
  ['source-throttled', /concurrency/],
  ['answer-unreadable', /jobsPath/],
] as const)('a list that fails with %s ends the probe with advice', async (code, advice) => {
  const report = await probe({ listJobs: () => refuse(code) });
  expect(report.steps.map(({ name }) => name)).toEqual(['token', 'list']);
  expect(stepOf(report, 'list')).toMatchObject({
    code,
    detail: expect.stringContaining('It answered.'),
    advice: expect.stringMatching(advice),
  });
});

test('without a token nothing else is tried', async () => {
  const tokens = { for: () => ({ get: () => refuse('secret-missing', 'No file.') }) };
  expect(await probe({ tokens, listJobs: () => Promise.reject(new Error('never tried')) })).toMatchObject({
    ok: false,
    steps: [{ name: 'token', ok: false, detail: 'No file.', advice: expect.stringContaining('credential.path') }],
  });
});

test.each([
  [null, true, /does not report its time/],
  [0, true, /agrees with this one/],
  [300, true, /300 s ahead/],
  [-301, false, /301 s behind this one\. Set this machine's clock/],
])('a clock that is off by %j is ok: %j', async (skew, ok, detail) => {
  const report = await probe({ condition: () => condition(skew) });
  expect(stepOf(report, 'clock')).toMatchObject({ ok, detail: expect.stringMatching(detail) });
  expect(report.ok).toBe(ok);
});

describe('against the simulated vendor', () => {
  const probeTenant = async (avepointOptions: AvepointOptions, settings: Readonly<Record<string, unknown>> = {}) => {
    const world = await openSimulator('avepoint', avepoint, { jobs: 5, avepoint: avepointOptions, settings });
    try {
      return await world.connector.probe(call);
    } finally {
      await world.close();
    }
  };

  test.each<[string, AvepointOptions, string, string, RegExp]>([
    ['in another data center', { tenant: 'elsewhere' }, 'access', 'source-not-found', /region/],
    ['without a licence', { tenant: 'unlicensed' }, 'access', 'permission-denied', /Buy or renew/],
    [
      'whose app may not read jobs',
      { scopes: [subscriptionScope] },
      'token',
      'permission-denied',
      /permission microsoft/,
    ],
    [
      'in another data center, whose app may not read the licence',
      { tenant: 'elsewhere', scopes: [jobScope] },
      'access',
      'source-not-found',
      /subscriptionInfo/,
    ],
  ])('a tenant %s is reported', async (_name, options, name, code, advice) => {
    const report = await probeTenant(options);
    expect(report.steps.filter(({ ok }) => !ok).at(-1)).toMatchObject({
      name,
      code,
      advice: expect.stringMatching(advice),
    });
  });

  test('a location of a tenant without locations is reported', async () => {
    const report = await probeTenant({}, { locations: ['NAM'] });
    expect(stepOf(report, 'list')).toMatchObject({ ok: true, advice: expect.stringMatching(/Multi-Geo/) });
  });
});
