import type { Job, JobContext, JobRaw, JobRecord } from '@crossvault/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import fileRestore from '../connector/__fixtures__/get-job-session.file-level-restore.json' with { type: 'json' };
import failedLog from '../connector/__fixtures__/get-job-session-log.failed.json' with { type: 'json' };
import documented from '../connector/__fixtures__/list-job-sessions.documented.json' with { type: 'json' };
import { jobMapper } from './map-job.ts';

const context: JobContext = { connection: 'veeam-ukwest', list: 'sessions', observedAt: '2026-03-02T12:00:00.000Z' };
const session = documented.results[0];

function recordOf(raw: JobRaw): JobRecord {
  const result = jobMapper.map(raw, context);
  if (result.kind !== 'job') throw new Error(`rejected: ${result.rejection.reason}`);
  return result.record;
}
const jobOf = (row: object): Job => recordOf({ list: row }).job;
const changed = (change: object): Job => jobOf({ ...session, ...change });
const documentedJob = (id: string): Job => jobOf(documented.results.find((row) => row.id === id) ?? {});

test('session 14 of the documented list becomes what it says', () => {
  expect(documentedJob('14')).toEqual({
    id: expect.any(String),
    connection: 'veeam-ukwest',
    vendor: 'veeam-azure',
    nativeId: '14',
    kind: 'backup',
    nativeKind: 'PolicyBackup',
    status: 'cancelled',
    nativeStatus: 'Canceled',
    ended: true,
    problem: false,
    trigger: 'unknown',
    target: null,
    plan: { id: 'a91630ab-1603-47ea-a76c-0525e77a1188', name: 'Policy 1', nextRunAt: null },
    startedAt: '2020-02-07T12:21:04.223Z',
    endedAt: '2020-02-07T12:22:22.046Z',
    durationSeconds: 77.823,
    progressPercent: null,
    sizeBytes: null,
    transferredBytes: null,
    counts: { total: 0, succeeded: null, failed: null, skipped: null },
    tasks: [],
    errors: [],
    actions: ['log'],
    details: { localizedType: 'Policy Backup', usn: '102', policyRemoved: 'false' },
    links: {},
    depth: 'list',
    observedAt: '2026-03-02T12:00:00.000Z',
    goneAt: null,
    provenance: {
      ended: 'computed',
      problem: 'computed',
      trigger: 'unsupported',
      target: 'missing',
      durationSeconds: 'computed',
      progressPercent: 'unsupported',
      sizeBytes: 'unsupported',
      transferredBytes: 'unsupported',
      tasks: 'missing',
      errors: 'missing',
      actions: 'computed',
      links: 'unsupported',
    },
    anomalies: [],
    tenant: null,
  });
});

test('session 3 of the documented list names its repository', () => {
  expect(documentedJob('3')).toMatchObject({
    kind: 'configure',
    status: 'succeeded',
    target: { type: 'repository', id: '1', name: 'Backup Repository' },
    plan: null,
    counts: null,
    startedAt: '2020-02-07T08:04:29.825Z',
    endedAt: '2020-02-07T08:05:05.293Z',
    durationSeconds: 35.468,
    details: { repositoryRemoved: 'true' },
    anomalies: [],
  });
});

test('of the 14 documented sessions only the successes over zero instances are odd', () => {
  const jobs = documented.results.map(jobOf);
  expect(jobs).toHaveLength(14);
  const odd = jobs.filter((job) => job.anomalies.length > 0);
  expect(odd.map((job) => [job.nativeId, job.status, job.problem, job.anomalies])).toEqual([
    ['13', 'succeeded', true, ['nothing-protected']],
    ['10', 'succeeded', true, ['nothing-protected']],
    ['9', 'succeeded', true, ['nothing-protected']],
  ]);
});

test('a restore of files that still runs: open, troubled, its machine as target, its words as details', () => {
  const { job, key } = recordOf({ get: fileRestore });
  expect(key).toEqual(['3f2504e0-4f89-41d3-9a0c-0305e82c3301']);
  expect(job).toMatchObject({
    nativeId: '3F2504E0-4F89-41D3-9A0C-0305E82C3301',
    kind: 'restore',
    status: 'running',
    nativeStatus: 'RunningWithWarning',
    ended: false,
    problem: true,
    target: { type: 'vm', id: 'b5e6bd31-3d3c-4c4b-9a4f-7a0a2f7f9c11', name: 'files01' },
    plan: null,
    startedAt: '2026-03-02T09:15:00.123Z',
    endedAt: null,
    durationSeconds: null,
    actions: ['cancel', 'log'],
    details: {
      localizedType: 'File-Level Restore',
      reason: 'Deleted by mistake',
      backupPolicyDisplayName: 'Daily',
      initiator: 'helpdesk',
      restorePointCreatedDateUtc: '2026-03-01T22:00:00Z',
      flrLink: 'https://worker.example.net/flr',
      flrLinkThumbprint: 'A1B2',
      isFlrSessionReady: 'true',
    },
    depth: 'full',
    anomalies: [],
  });
});

test('the infos of later versions are read: health check, file share, data retrieval, retention', () => {
  const check = { policyId: 'p', policyName: 'Policy', checkedInstancesCount: 3, policyRemoved: true };
  expect(changed({ backupJobInfo: null, healthCheckJobInfo: check })).toMatchObject({
    plan: { id: 'p', name: 'Policy', nextRunAt: null },
    counts: { total: 3 },
    details: { policyRemoved: 'true' },
  });
  const share = { fileShareId: 's', fileShareName: 'share01', initiator: 'x', reason: 'y' };
  expect(changed({ fileShareFileLevelRestoreJobInfo: share })).toMatchObject({
    target: { type: 'file-share', id: 's', name: 'share01' },
    details: { initiator: 'x', reason: 'y' },
  });
  const retrieval = { restorePointId: 'r', instanceName: 'vm01', daysToKeep: 2, dataRetrievalPriority: 'High' };
  expect(changed({ restorePointDataRetrievalJobInfo: retrieval }).details).toMatchObject({
    restorePointId: 'r',
    instanceName: 'vm01',
    daysToKeep: '2',
    dataRetrievalPriority: 'High',
  });
  expect(changed({ retentionJobInfo: { deletedRestorePointsCount: 0 } }).details).toMatchObject({
    deletedRestorePointsCount: '0',
  });
});

test('Warning and Error entries of the log become errors', () => {
  const { job } = recordOf({ list: session, get: session, log: failedLog });
  expect(job.errors).toEqual([
    { code: null, message: 'Failed to create a snapshot of vm01', recommendation: null, helpUrl: null, count: 1 },
    { code: null, message: 'No worker in the region, one is deployed', recommendation: null, helpUrl: null, count: 1 },
  ]);
  expect(job.provenance['errors']).toBeUndefined();
});

test.each([
  ['was not had', undefined, 'missing'],
  ['has no entries', { jobSessionId: '14', log: null }, 'missing'],
  ['is no log', 'gone', 'unreadable'],
  ['has no list of entries', { log: 'gone' }, 'unreadable'],
])('a log that %s gives no errors and says so', (_case, log, provenance) => {
  const { job } = recordOf({ get: session, ...(log === undefined ? {} : { log }) });
  expect(job.errors).toEqual([]);
  expect(job.provenance['errors']).toBe(provenance);
});

test('equal entries of the log are one error, with their number', () => {
  const [late, full] = ['The worker was late.', 'The repository is full.'];
  const log = {
    log: [late, full, late, late].map((message) => ({ status: message === full ? 'Error' : 'Warning', message })),
  };
  const { job } = recordOf({ get: session, log });
  expect(job.errors.map(({ message, count }) => [message, count])).toEqual([
    [late, 3],
    [full, 1],
  ]);
});

describe('what a restore of v1 restored', () => {
  const restored = (items: unknown, type = 'RestoreVms') =>
    changed({ type, backupJobInfo: undefined, restoreJobInfo: { reason: 'Test', items } });

  test.each<[unknown, Job['target'], string]>([
    [[{ id: 'vm-1', name: 'web01' }], { type: 'vm', id: 'vm-1', name: 'web01' }, 'web01'],
    [{ vmId: 7, vmName: 'web01' }, { type: 'vm', id: '7', name: 'web01' }, 'web01'],
    [['web01'], { type: 'vm', id: null, name: 'web01' }, 'web01'],
    [[{ name: 'web01' }, { id: 'vm-2' }], null, 'web01, vm-2'],
    [[{ disk: 3 }], null, '{"disk":3}'],
  ])('is its target where it is one thing, and stands in the details: %j', (items, target, text) => {
    const job = restored(items);
    expect(job.target).toEqual(target);
    expect(job.details).toMatchObject({ reason: 'Test', items: text });
    expect(job.anomalies).toEqual([]);
  });

  test.each([[[]], [null], [undefined]])('is not reported by %j', (items) => {
    const job = restored(items);
    expect(job.target).toBeNull();
    expect(job.provenance['target']).toBe('missing');
    expect(job.details).not.toHaveProperty('items');
  });

  test('costs the target and not the job where it cannot be read', () => {
    expect(restored([true])).toMatchObject({ target: null, provenance: { target: 'unreadable' } });
  });

  test('is named up to a number of things', () => {
    const items = Array.from({ length: 52 }, (_each, index) => `vm${index}`);
    expect(restored(items).details['items']).toMatch(/vm49 and 2 more$/);
  });

  test('is of the sort that the session says', () => {
    expect(restored(['db'], 'SqlRestore').target?.type).toBe('database');
    expect(restored(['disk'], 'RestoreDisks').target?.type).toBe('other');
  });
});

test('a bad entry of the log costs that entry alone; an error without a message is reported by its status', () => {
  const log = { log: [7, { status: 'Error' }, { status: 'Error', message: { a: 1 } }, { status: 'Success' }] };
  const { job } = recordOf({ get: session, log });
  expect(job.errors.map(({ message, count }) => [message, count])).toEqual([['Error', 2]]);
  expect(job.provenance['errors']).toBe('unreadable');
  expect(job.anomalies).toContain('unreadable-value');
});

test.each<[string, object, Partial<Job>]>([
  [
    'a duration with days',
    { executionDuration: '1.02:03:04.5000000', executionStopTime: null },
    { durationSeconds: 93784.5 },
  ],
  ['a duration in milliseconds', { executionDuration: 77823 }, { durationSeconds: 77.823, anomalies: [] }],
  ['a duration that contradicts the times', { executionDuration: '00:00:01' }, { anomalies: ['duration-disagrees'] }],
  ['an end before the start', { executionStopTime: '2020-02-07T12:00:00Z' }, { durationSeconds: null }],
  ['a start in year 0001', { executionStartTime: '0001-01-01T00:00:00' }, { startedAt: null }],
  [
    'a start in 1900',
    { executionStartTime: '1900-01-01T00:00:00Z' },
    { startedAt: null, anomalies: ['start-unknown'] },
  ],
  ['an end in 1970', { executionStopTime: '1970-01-01T00:00:00Z' }, { endedAt: null }],
  ['a time without a zone', { executionStartTime: '2020-02-07T12:21:04' }, { startedAt: '2020-02-07T12:21:04.000Z' }],
  [
    'an ended session without an end',
    { executionStopTime: null },
    { endedAt: null, anomalies: ['ended-without-end-time'] },
  ],
])('%s is read', (_case, change, expected) => {
  expect(changed(change)).toMatchObject(expected);
});

test.each([
  ['executionStartTime', 'startedAt', 'unreadable'],
  ['executionStopTime', 'endedAt', 'unreadable'],
  ['executionDuration', 'durationSeconds', 'computed'],
  ['type', 'kind', 'unreadable'],
  ['status', 'status', 'unreadable'],
  ['backupJobInfo', 'plan', 'unreadable'],
  ['backupJobInfo', 'counts', 'unreadable'],
  ['repositoryJobInfo', 'target', 'unreadable'],
  ['usn', 'details', 'unreadable'],
])('an unreadable %s costs %s (%s) and not the job', (field, ours, provenance) => {
  const job = changed({ [field]: ['unreadable'] });
  expect(job.nativeId).toBe('14');
  expect(job.anomalies).toContain('unreadable-value');
  expect(job.provenance[ours]).toBe(provenance);
});

test('a failed session with an unreadable duration is failed', () => {
  const job = changed({ status: 'Error', executionDuration: 'long' });
  expect(job).toMatchObject({ status: 'failed', problem: true, anomalies: ['unreadable-value'] });
});

test('an unknown word is unknown, visible and a problem', () => {
  expect(changed({ status: 'Defrosting' })).toMatchObject({
    status: 'unknown',
    nativeStatus: 'Defrosting',
    ended: true,
    problem: true,
    anomalies: ['unknown-status'],
    actions: ['log'],
  });
  expect(changed({ status: 'Defrosting', executionStopTime: null })).toMatchObject({
    ended: false,
    actions: ['cancel', 'log'],
  });
});

test.each([[null], [7], ['session'], [[]], [[session]]])('%j is no session', (row) => {
  expect(jobMapper.map({ list: row }, context)).toEqual({
    kind: 'rejected',
    rejection: { nativeId: null, reason: 'not-an-object', value: row },
  });
});

test.each([
  [undefined, null],
  [null, null],
  ['', null],
  ['  ', null],
  [{}, null],
  [1.5e300, '1.5e+300'],
])('a session with the id %j is rejected', (id, hint) => {
  const row = { ...session, id };
  expect(jobMapper.map({ list: row }, context)).toEqual({
    kind: 'rejected',
    rejection: { nativeId: hint, reason: 'no-readable-id', value: row },
  });
  expect(jobMapper.explain({ list: row }, context)).toBeNull();
});

test('an id that is a number is read as its digits', () => {
  expect(recordOf({ list: { ...session, id: 14 } })).toMatchObject({ key: ['14'], job: { nativeId: '14' } });
});

test('a single answer outranks the row of the list', () => {
  const { job } = recordOf({ list: session, get: { ...session, status: 'Warning' } });
  expect(job).toMatchObject({ status: 'warning', depth: 'full' });
});

test('what explain shows is the job, and where it came from', () => {
  for (const row of [...documented.results, fileRestore]) {
    const raw = { get: row, log: failedLog };
    const { job } = recordOf(raw);
    const explanation = jobMapper.explain(raw, context);
    expect(Object.fromEntries(explanation?.fields.map(({ field, value }) => [field, value]) ?? [])).toEqual(job);
  }
  const fields = jobMapper.explain({ list: session }, context)?.fields;
  expect(fields?.find(({ field }) => field === 'status')).toMatchObject({
    from: [{ path: 'status', value: 'Canceled' }],
    value: 'cancelled',
  });
});

test('every null has a reason', () => {
  for (const row of [{ id: 'x' }, fileRestore, ...documented.results]) {
    const job = jobOf(row);
    const nulls = Object.entries(job).filter(
      ([field, value]) => value === null && field !== 'goneAt' && field !== 'tenant',
    );
    for (const [field] of nulls) expect([field, job.provenance[field]]).toEqual([field, expect.any(String)]);
  }
});

test('nothing of any kind makes the mapper throw', () => {
  const info = fc.record({ policyId: fc.anything(), protectedInstancesCount: fc.anything(), flrLink: fc.anything() });
  const row = fc.record({
    id: fc.string({ minLength: 1 }),
    type: fc.anything(),
    status: fc.anything(),
    executionStartTime: fc.anything(),
    executionStopTime: fc.anything(),
    executionDuration: fc.anything(),
    backupJobInfo: fc.oneof(fc.anything(), info),
    fileLevelRestoreJobInfo: fc.oneof(fc.anything(), info),
  });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), row), fc.anything(), fc.anything(), (list, get, log) => {
      for (const raw of [{ list }, { list, get }, { list, log }]) {
        expect(['job', 'rejected']).toContain(jobMapper.map(raw, context).kind);
        jobMapper.explain(raw, context);
      }
    }),
  );
});
