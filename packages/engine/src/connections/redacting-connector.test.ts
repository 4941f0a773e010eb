import {
  type Connector,
  holdToken,
  type Plan,
  type PreparedWrite,
  type ProtectedItem,
  reportWrite,
  Secret,
  toRecoveryPoint,
} from '@crossvault/core';
import { jobTextVersion } from '@crossvault/core/store';
import { createFakeConnector, createFakeVendor, everything, failureOf, makeJob } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { redactReport } from './redact-records.ts';
import { createRedactingConnector } from './redacting-connector.ts';

const call = { signal: new AbortController().signal };
const password = 'pass-phrase/of the&connection';
const token = '5e1f0c2a-token-of-the-session';
const configured = new Secret(password);
holdToken(token, 'a');
const leak = `said ${encodeURIComponent(password)} and ${btoa(`x:${token}`)}`;
const secrets = [password, token, encodeURIComponent(password), btoa(`x:${token}`)];

const plan = { id: 'plan', connection: 'a', vendor: 'fake', nativeId: 'p', name: leak, nativeStatus: leak } as const;
const item = { id: 'item', connection: 'a', vendor: 'fake', nativeId: 'i', name: leak, health: leak } as const;
const planOf = (more: Partial<Plan> = {}): Plan => ({
  ...plan,
  enabled: null,
  schedule: {
    text: leak,
    source: 'native',
    rules: [{ kind: 'after', track: 'backup', plan: { id: leak, name: leak } }],
    timeZone: null,
    nativeTimeZone: leak,
    timeZoneFrom: null,
    clockChange: { skipped: 'skips', doubled: 'once' },
    confidence: 1,
    unread: [leak],
  },
  lastJob: null,
  lastSuccessAt: null,
  nextRunAt: null,
  targets: null,
  sizeBytes: null,
  details: { said: leak },
  streak: null,
  missed: null,
  actions: [],
  provenance: {},
  tenant: leak,
  ...more,
});
const itemOf: ProtectedItem = {
  ...item,
  type: 'vm',
  protection: 'protected',
  plan: { id: leak, name: leak, nextRunAt: null },
  lastJob: null,
  lastSuccessAt: null,
  lastRecoveryPointAt: null,
  streak: null,
  expectedNextAt: null,
  missed: null,
  actions: [],
  provenance: {},
  tenant: leak,
};
const prepared: PreparedWrite = {
  needs: 'operate',
  target: { kind: 'plan', nativeId: 'p', name: leak },
  requests: [{ method: 'POST', url: `https://h/${encodeURIComponent(password)}`, headers: {}, body: { leak } }],
  before: { leak },
  facts: { leak, url: 'https://h/x?sig=needed-to-follow' },
  send: async () =>
    reportWrite('failed', {
      error: { code: null, message: leak },
      answer: { [token]: leak },
      tracking: { leak },
      jobs: [[token], ['1']],
    }),
};
const job = (nativeId: string) =>
  makeJob('a', nativeId, {
    target: { id: leak, name: leak, type: 'vm' },
    plan: { id: leak, name: leak, nextRunAt: null },
    nativeKind: leak,
    details: { [leak]: leak },
    errors: [{ code: leak, message: leak, recommendation: leak, helpUrl: leak, count: 1 }],
  });

test('a code of a report is cut, and no secret is left in front of the cut', async () => {
  const code = `${'x'.repeat(100)}${token.repeat(3)}`;
  const report = { ...reportWrite('failed', { error: { code, message: 'm' } }), tracking: null };
  const reported = redactReport(report, 'a').error?.code ?? '';
  expect(reported).not.toContain('5e1f');
  expect(redactReport({ ...report, error: { code: 'x'.repeat(5000), message: 'm' } }, 'a').error?.code).toHaveLength(
    129,
  );
});

const page = { records: [], rejected: [], next: null };
const vendor = createFakeVendor({
  jobs: [job('1'), job(`x-${token}`)],
  rejected: [{ nativeId: leak, reason: 'no-readable-id', value: { leak } }],
});
const leaky: Connector = {
  ...createFakeConnector('a', vendor),
  probe: async () => ({
    ok: true,
    steps: [{ name: 'list', ok: true, detail: leak, advice: leak, code: null, durationMs: 1 }],
    deniedFields: [],
  }),
  jobLog: async () => ({
    jobId: '1',
    entries: [{ at: null, status: 'failed', nativeStatus: leak, message: leak, durationSeconds: null }],
  }),
  mapJob: (raw, context) => ({ kind: 'job', record: { key: ['1'], job: job('1'), raw, context } }),
  cancelJob: async () => prepared,
  plans: {
    list: async () => ({
      ...page,
      records: [
        { key: ['p'], plan: planOf(), raw: { leak }, jobLink: { names: [leak] } },
        { key: [token], plan: planOf({ nativeId: token }), raw: { leak } },
      ],
    }),
    get: async () => ({ key: ['p'], plan: planOf(), raw: { leak } }),
    run: async () => prepared,
  },
  protectedItems: {
    list: async () => ({ ...page, records: [{ key: ['i'], item: itemOf, raw: { leak } }] }),
    get: async () => ({ key: ['i'], item: itemOf, raw: { leak } }),
    recoveryPoints: async () => [toRecoveryPoint({ id: leak, type: leak })],
    containers: async () => [{ id: leak, name: leak, type: leak }],
  },
};
const prepare = { ...call, requestId: 'r' };
const safe = createRedactingConnector(leaky, 'a');
const list = { key: 'jobs', order: 'newest-first', nativeFilters: [] } as const;
const first = { size: 10, token: null } as const;

test.each<[string, () => Promise<unknown>]>([
  ['a list of jobs', () => safe.listJobs(list, everything, first, call)],
  ['a job', () => safe.getJob(['1'], call)],
  [
    'a job that is mapped again',
    async () => safe.mapJob({ list: { leak } }, { connection: 'a', list: 'jobs', observedAt: '', [leak]: leak }),
  ],
  ['a log', async () => safe.jobLog?.(['1'], call)],
  ['a probe', () => safe.probe(call)],
  ['a list of plans', async () => safe.plans?.list(first, call)],
  ['a plan', async () => safe.plans?.get(['p'], call)],
  ['a list of items', async () => safe.protectedItems?.list(first, call)],
  ['an item', async () => safe.protectedItems?.get(['i'], call)],
  ['recovery points', async () => safe.protectedItems?.recoveryPoints?.(['i'], call)],
  ['containers', async () => safe.protectedItems?.containers?.(call)],
  ['a change that was made ready', async () => safe.plans?.run?.(['p'], { full: false }, prepare)],
  ['a change of a job', async () => safe.cancelJob?.(['1'], prepare)],
  ['what came of a change', async () => (await safe.cancelJob?.(['1'], prepare))?.send(call)],
])('%s comes without a secret behind any name', async (_what, ask) => {
  const text = JSON.stringify(await ask());
  expect(text).toContain('[redacted]');
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});

test('what has a secret in its id is set aside, counted, and never asked for', async () => {
  const jobs = await safe.listJobs(list, everything, first, call);
  expect(jobs.records.map(({ job: { nativeId } }) => nativeId)).toEqual(['1']);
  expect(jobs.rejected).toHaveLength(2);
  expect(await safe.findJobs(`x-${token}`, call)).toEqual([]);
  expect(await failureOf(safe.getJob([`x-${token}`], call))).toMatchObject({ code: 'answer-unreadable', source: 'a' });
  expect((await safe.plans?.list(first, call))?.rejected).toHaveLength(1);
});

test('a plan or an item whose id is too long to be asked for is counted as rejected, not listed', async () => {
  const id = 'x'.repeat(4097);
  const long: Connector = {
    ...leaky,
    plans: {
      list: async () => ({ ...page, records: [{ key: [id], plan: planOf({ id }), raw: {} }] }),
      get: async () => ({ key: [id], plan: planOf({ id }), raw: {} }),
    },
    protectedItems: {
      list: async () => ({ ...page, records: [{ key: [id], item: { ...itemOf, id }, raw: {} }] }),
      get: async () => ({ key: [id], item: { ...itemOf, id }, raw: {} }),
    },
  };
  const { plans, protectedItems } = createRedactingConnector(long, 'a');
  for (const things of [plans, protectedItems]) {
    const { records, rejected } = (await things?.list(first, call)) ?? page;
    expect([records.length, rejected.length]).toEqual([0, 1]);
    expect(await failureOf(things?.get([id], call) ?? Promise.resolve())).toMatchObject({ code: 'answer-unreadable' });
  }
});

test('what a connector needs to look again keeps the signatures of its addresses', async () => {
  const ready = await safe.cancelJob?.(['1'], prepare);
  expect(ready?.facts).toMatchObject({ url: 'https://h/x?sig=needed-to-follow' });
});

test('a page token with a secret in it is not handed on', async () => {
  const pages = createRedactingConnector(
    {
      ...leaky,
      listJobs: async () => ({ records: [], rejected: [], withoutRun: 0, next: btoa(`after ${token}`), warnings: [] }),
    },
    'a',
  );
  expect(await failureOf(pages.listJobs(list, everything, first, call))).toMatchObject({ code: 'answer-unreadable' });
});

test('a connector offers what it offered before, and its rules have the version of the redaction', () => {
  expect(Object.keys(safe).toSorted()).toEqual(Object.keys(leaky).toSorted());
  expect(Object.keys(safe.plans ?? {})).toEqual(Object.keys(leaky.plans ?? {}));
  expect(safe.mapperVersion).toBe(100 + jobTextVersion);
  expect(configured.reveal()).toBe(password);
});
