import { type Job, type JobContext, type JobRaw, type JobRecord, type JobStatus, jobSchema } from '@crossvault/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import documented from '../connector/__fixtures__/get-backup-agent-job.documented.json' with { type: 'json' };
import otherSpelling from '../connector/__fixtures__/list-backup-agent-jobs.other-spelling.json' with { type: 'json' };
import { neverRan } from './job-answer.ts';
import { jobMapper } from './map-job.ts';

const agentId = 'CC52ec30-a1b0-41dd-8b24-553dab48b43f';
const context: JobContext = {
  connection: 'console',
  list: 'agent-jobs',
  observedAt: '2018-12-07T10:00:00.000Z',
  agent: agentId,
  agentName: 'ws-finance-04',
};
const lastRun = '2018-12-07T08:30:00.767Z';
const zeros = '00000000-0000-0000-0000-000000000000';
const [failed, notStarted] = otherSpelling;

function recordOf(raw: JobRaw, extra: Partial<JobContext> = {}): JobRecord {
  const result = jobMapper.map(raw, { ...context, ...extra } as JobContext);
  if (result.kind === 'rejected') throw new Error(`rejected: ${result.rejection.reason}`);
  return result.record;
}
/** The documented job with some fields replaced, as a list row. */
const jobWith = (change: object, extra?: Partial<JobContext>): Job =>
  recordOf({ list: { ...documented, ...change } }, extra).job;

test('the documented job becomes exactly this', () => {
  const { job, key } = recordOf({ get: documented });
  expect(key).toEqual([agentId.toLowerCase(), documented.id, '', lastRun]);
  expect(job).toEqual({
    id: job.id,
    connection: 'console',
    vendor: 'veeam-spc',
    nativeId: '4610eb17-b41c-4cc5-81d1-938ee6d89b7a',
    kind: 'backup',
    nativeKind: null,
    status: 'succeeded',
    nativeStatus: 'Success',
    ended: true,
    problem: false,
    trigger: 'unknown',
    target: { type: 'workstation', id: agentId, name: 'ws-finance-04' },
    plan: { id: documented.id, name: documented.name, nextRunAt: '2018-12-07T21:30:00.000Z' },
    startedAt: '2018-12-07T08:30:00.767Z',
    endedAt: '2018-12-07T08:31:38.767Z',
    durationSeconds: 98,
    progressPercent: null,
    sizeBytes: null,
    transferredBytes: null,
    counts: null,
    tasks: [],
    errors: [],
    actions: [],
    details: {
      backupMode: 'Folder',
      scheduleType: 'Daily',
      targetType: 'Local',
      destination: 'C:\\VeeamBackup\\',
      disabled: 'false',
      avgDuration: '116',
      restorePoints: '2',
      freeSpace: '90541989888',
      lastModified: '2018-10-12T01:37:05.2423906+03:00',
      lastModificationDoneBy: 'srv5\\administrator',
      backupPolicyId: '0',
      backupPolicyStatus: 'Custom',
      cloudConnectAgentUid: '3745c96c-8b7b-40e6-8be5-6de1af6b075b',
    },
    links: {},
    depth: 'full',
    observedAt: context.observedAt,
    goneAt: null,
    provenance: {
      kind: 'inferred',
      nativeKind: 'unsupported',
      trigger: 'unsupported',
      endedAt: 'computed',
      durationSeconds: 'computed',
      progressPercent: 'unsupported',
      sizeBytes: 'unsupported',
      transferredBytes: 'unsupported',
      counts: 'unsupported',
      tasks: 'unsupported',
      actions: 'computed',
      links: 'unsupported',
      ended: 'computed',
      problem: 'computed',
    },
    anomalies: [],
    tenant: null,
  });
  expect(jobSchema.parse(job)).toEqual(job);
});

test('the spelling of the collection is read as well, with the failure in the words of the console', () => {
  const { job } = recordOf({ list: failed });
  expect(job).toMatchObject({
    status: 'failed',
    nativeStatus: 'Failed',
    problem: true,
    depth: 'list',
    target: { type: 'server' },
    startedAt: '2018-12-06T22:00:01.050Z',
    endedAt: '2018-12-06T22:00:13.050Z',
    durationSeconds: 12,
    details: { backupMode: 'Volume', backupPolicyName: 'Servers', restorePoints: '14' },
    errors: [
      {
        code: null,
        message: 'Unable to reach the destination.\r\nThe network path was not found.',
        recommendation: null,
        helpUrl: null,
        count: 1,
      },
    ],
  });
});

test('of two spellings in one answer the readable one counts', () => {
  const job = jobWith({
    lastSessionStatus: ['Success'],
    lastSessionStatusId: 'Warning',
    backupModeId: null,
    backupMode: 'Volume',
  });
  expect(job).toMatchObject({ status: 'warning', nativeStatus: 'Warning', details: { backupMode: 'Volume' } });
  expect(job.anomalies).toEqual([]);
});

test.each<[string, JobStatus, boolean]>([
  ['Success', 'succeeded', true],
  ['success', 'succeeded', true],
  ['Warning', 'warning', true],
  ['Failed', 'failed', true],
  ['Stopped', 'cancelled', true],
  ['Running', 'running', false],
  ['Starting', 'queued', false],
  ['WaitingTape', 'queued', false],
  ['waitingRepository', 'queued', false],
  ['Stopping', 'cancelling', false],
  ['None', 'unknown', true],
  ['Idle', 'unknown', true],
  ['Enabling', 'unknown', true],
  ['Disabling', 'unknown', true],
  ['Unknown', 'unknown', false],
  ['-', 'unknown', true],
  ['Levitating', 'unknown', false],
])('a last session %j is %s; it has an end: %s', (word, status, ended) => {
  const job = jobWith({ lastSessionStatus: word });
  expect(job).toMatchObject({ status, nativeStatus: word, ended, startedAt: lastRun });
  expect(job.endedAt).toBe(ended ? '2018-12-07T08:31:38.767Z' : null);
  expect(job.durationSeconds).toBe(ended ? 98 : null);
  expect(job.actions).toEqual(['queued', 'running', 'cancelling'].includes(status) ? ['cancel'] : []);
  expect(job.anomalies).toEqual(status === 'unknown' ? ['unknown-status'] : []);
  if (!ended) expect(job.provenance).toMatchObject({ endedAt: 'missing', durationSeconds: 'computed' });
});

test.each([
  ['Workstation', 'workstation'],
  ['server', 'server'],
  ['UnLicensed', 'other'],
  ['Unknown', 'other'],
  ['Appliance', 'other'],
  [null, 'other'],
])('the operation mode %j makes the target a %s', (operationMode, type) => {
  expect(jobWith({ operationMode }).target).toEqual({ type, id: agentId, name: 'ws-finance-04' });
});

test("an agent's name that is not known is null", () => {
  expect(jobWith({}, { agentName: null }).target?.name).toBeNull();
});

describe('which run it is', () => {
  const keyOf = (change: object, extra?: Partial<JobContext>) =>
    recordOf({ list: { ...documented, ...change } }, extra).key.slice(2);

  test('an id of zeros takes the name into the key', () => {
    expect(keyOf({ id: zeros, name: 'Nightly' })).toEqual(['Nightly', lastRun]);
    expect(keyOf({ id: zeros, name: null })).toEqual(['', lastRun]);
  });

  test('the same instant in another zone or with more digits is the same run', () => {
    expect(keyOf({ lastRun: '2018-12-07T11:30:00.7671234+03:00' })).toEqual(['', lastRun]);
  });

  test('a last run without a zone is taken as UTC, and reports it', () => {
    const job = jobWith({ lastRun: '2018-12-07T08:30:00' });
    expect(job).toMatchObject({ startedAt: '2018-12-07T08:30:00.000Z', provenance: { startedAt: 'inferred' } });
  });

  test('without memory of an ended run the last run is the start of an open one', () => {
    expect(jobWith({ lastSessionStatus: 'Running' })).toMatchObject({ startedAt: lastRun, anomalies: [] });
    expect(keyOf({ lastSessionStatus: 'Running' })).toEqual(['', lastRun]);
  });

  test('open over a last run that is known to have ended is the next run, whose start is not known', () => {
    const change = { lastSessionStatus: 'Running' };
    const extra = { endedRun: '2018-12-07T08:30:00.7679999Z' };
    expect(keyOf(change, extra)).toEqual(['', 'after', lastRun]);
    expect(jobWith(change, extra)).toMatchObject({
      status: 'running',
      startedAt: null,
      endedAt: null,
      durationSeconds: null,
      provenance: { startedAt: 'missing' },
      anomalies: ['start-unknown'],
    });
    expect(jobWith({ lastSessionStatus: 'Starting' }, extra).anomalies).toEqual(['start-unknown']);
  });

  test.each([
    ['the run has ended', { lastSessionStatus: 'Success' }, lastRun],
    ['the word is no state of a run', { lastSessionStatus: 'Idle' }, lastRun],
    ['another run is remembered', { lastSessionStatus: 'Running' }, '2018-12-06T08:30:00.000Z'],
    ['the memory cannot be read', { lastSessionStatus: 'Running' }, 'yesterday'],
  ])('it is that run itself when %s', (_case, change, endedRun) => {
    expect(keyOf(change, { endedRun })).toEqual(['', lastRun]);
  });
});

describe('what cannot be read', () => {
  test('a last run costs the times and not the job', () => {
    const { job, key } = recordOf({ list: { ...documented, lastSessionStatus: 'Failed', lastRun: 'this morning' } });
    expect(key.slice(2)).toEqual(['', 'unread']);
    expect(job).toMatchObject({
      status: 'failed',
      startedAt: null,
      endedAt: null,
      provenance: { startedAt: 'unreadable', endedAt: 'unreadable' },
      anomalies: ['unreadable-value', 'ended-without-end-time', 'start-unknown'],
    });
  });

  test.each([
    ['lastDuration', 'soon', ['endedAt', 'durationSeconds']],
    ['lastDuration', -1, ['endedAt', 'durationSeconds']],
    ['lastDuration', { seconds: 98 }, ['endedAt', 'durationSeconds']],
    ['lastSessionStatus', ['Success'], ['status', 'nativeStatus']],
    ['operationMode', [1], ['target']],
    ['nextRun', 'tonight', ['plan']],
    ['name', [7], ['plan']],
    ['failureMessage', { text: 'no' }, ['errors']],
    ['restorePoints', [], ['details']],
  ])('%s: %j is marked where it is missed, and the job is there', (field, value, fields) => {
    const job = jobWith({ [field]: value });
    expect(job.nativeId).toBe(documented.id);
    expect(job.anomalies).toContain('unreadable-value');
    const marked = Object.entries(job.provenance).filter(([, kind]) => kind === 'unreadable');
    expect(marked.map(([name]) => name).toSorted()).toEqual(fields.toSorted());
  });

  test('a failed job with an unreadable duration stays failed', () => {
    expect(jobWith({ lastSessionStatus: 'Failed', lastDuration: 'soon' })).toMatchObject({
      status: 'failed',
      problem: true,
    });
  });
});

test.each([
  ['lastDuration', null, 'durationSeconds'],
  ['lastSessionStatus', null, 'nativeStatus'],
  ['failureMessage', undefined, 'errors'],
])('an absent %s is missing and nothing else', (field, value, name) => {
  const job = jobWith({ [field]: value });
  expect(job.provenance[name]).toBe('missing');
  expect(job.anomalies).not.toContain('unreadable-value');
});

test('an impossible end is null', () => {
  const job = jobWith({ lastRun: '2199-12-31T23:59:00Z', lastDuration: 120 });
  expect(job).toMatchObject({ endedAt: null, provenance: { endedAt: 'missing' } });
});

test('an id and a name that are numbers are read as their digits', () => {
  const { job, key } = recordOf({ list: { ...documented, id: 12, name: 7 } });
  expect(key[1]).toBe('12');
  expect(job).toMatchObject({ nativeId: '12', plan: { id: '12', name: '7' }, anomalies: [] });
});

describe('a run of unknown outcome without an end', () => {
  const open = { lastSessionStatus: 'Unknown', lastDuration: null };
  const at = (observedAt: string, change: object = {}) => jobWith({ ...open, ...change }, { observedAt });

  test('is open for a day, and then taken to have ended', () => {
    expect(at('2018-12-08T08:30:00.766Z')).toMatchObject({ ended: false, endedAt: null });
    const job = at('2018-12-08T08:30:00.767Z');
    expect(job).toMatchObject({ status: 'unknown', ended: true, endedAt: '2018-12-08T08:30:00.767Z' });
    expect(job.provenance['endedAt']).toBe('inferred');
  });

  test('has the same end at every later reading', () => {
    expect(at('2026-01-01T00:00:00.000Z').endedAt).toBe('2018-12-08T08:30:00.767Z');
  });

  test('is bounded as well where the word is new, the end cannot be read, or the job rests without a duration', () => {
    const later = '2018-12-10T00:00:00.000Z';
    for (const change of [
      { lastSessionStatus: 'Levitating' },
      { lastSessionStatus: null },
      { lastSessionStatus: 'Idle' },
      { lastEndTime: 'tonight' },
    ])
      expect(at(later, change)).toMatchObject({ ended: true, endedAt: '2018-12-08T08:30:00.767Z' });
    expect(at(later, { lastEndTime: 'tonight' }).provenance['endedAt']).toBe('unreadable');
  });

  test('does not bound a run that is known to be in progress', () => {
    expect(at('2018-12-31T00:00:00.000Z', { lastSessionStatus: 'Running' })).toMatchObject({ ended: false });
  });
});

test.each([
  ['0001-01-01T00:00:00', true],
  ['1900-01-01T00:00:00Z', true],
  ['1601-01-01T00:00:00Z', true],
  ['0001-01-01T00:00:00Z', true],
  ['0001-01-01T00:00:00.0000000+03:00', true],
  [null, true],
  [undefined, true],
  [lastRun, false],
  ['this morning', false],
  ['', false],
  [0, false],
])('a definition with the last run %j never ran: %s', (value, never) => {
  const row = { ...notStarted, lastRun: value };
  expect(neverRan(row)).toBe(never);
  expect(jobMapper.map({ list: row }, context).kind).toBe(never ? 'rejected' : 'job');
});

test("the definition's word beside a last run is a run of unknown outcome", () => {
  expect(jobWith({ lastSessionStatus: 'None' })).toMatchObject({
    status: 'unknown',
    startedAt: lastRun,
    problem: true,
  });
});

test.each([
  ['no object', 'a text', { nativeId: null, reason: 'not-an-object' }],
  ['a list', [documented], { nativeId: null, reason: 'not-an-object' }],
  ['nothing', undefined, { nativeId: null, reason: 'not-an-object' }],
  ['no id', { ...documented, id: undefined, name: 'Nightly' }, { nativeId: 'Nightly', reason: 'no-readable-id' }],
  ['an id that is no text', { ...documented, id: [12], name: null }, { nativeId: null, reason: 'no-readable-id' }],
  ['an empty id', { ...documented, id: '', name: null }, { nativeId: null, reason: 'no-readable-id' }],
])('%s is rejected with the reason and the value', (_case, list, rejection) => {
  expect(neverRan(list)).toBe(false);
  expect(jobMapper.map({ list }, context)).toEqual({ kind: 'rejected', rejection: { ...rejection, value: list } });
});

describe('the mapper is total', () => {
  const anyRow = fc.record(
    Object.fromEntries([...Object.keys(documented), ...Object.keys(failed ?? {})].map((name) => [name, fc.anything()])),
    { requiredKeys: [] },
  );
  const anyContext = fc.record({
    agent: fc.option(fc.string()),
    agentName: fc.option(fc.string()),
    endedRun: fc.option(fc.string()),
  });

  test('anything in, a job or a rejection out', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), anyRow), anyContext, (list, extra) => {
        const result = jobMapper.map({ list }, { ...context, ...extra });
        expect(['job', 'rejected']).toContain(result.kind);
        expect(typeof neverRan(list)).toBe('boolean');
      }),
    );
  });

  test('any fields beside a readable id and last run make a job of the model, which explains itself', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const list = { ...row, id: documented.id, lastRun };
        const { job } = recordOf({ list });
        expect(jobSchema.safeParse(job).error).toBeUndefined();
        const explanation = jobMapper.explain({ list }, context);
        expect(Object.fromEntries((explanation?.fields ?? []).map(({ field, value }) => [field, value]))).toEqual(job);
      }),
    );
  });
});

test.each([
  ['the documented job', documented, {}],
  ['the other spelling', failed, {}],
  ['an open run after an ended one', { ...documented, lastSessionStatus: 'Running' }, { endedRun: lastRun }],
  ['an unreadable last run', { ...documented, lastRun: 'this morning' }, {}],
])('%s is explained field by field, equal to the job', (_case, list, extra) => {
  const { job } = recordOf({ list }, extra);
  const explanation = jobMapper.explain({ list }, { ...context, ...extra });
  expect(explanation?.fields.map(({ field, value }) => [field, value])).toEqual(Object.entries(job));
  expect(explanation?.fields.find(({ field }) => field === 'startedAt')?.from).toContainEqual({
    path: 'lastRun',
    value: (list as { lastRun: string }).lastRun,
  });
});
