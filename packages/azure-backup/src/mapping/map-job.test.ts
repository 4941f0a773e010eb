import { type Job, type JobContext, jobSchema } from '@crossvault/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import fileShareConfigure from '../connector/__fixtures__/get-job.file-share-configure.json' with { type: 'json' };
import fileShareRestore from '../connector/__fixtures__/get-job.file-share-restore.json' with { type: 'json' };
import sqlFailed from '../connector/__fixtures__/get-job.sql-failed.json' with { type: 'json' };
import vmBackup from '../connector/__fixtures__/get-job.vm-backup.json' with { type: 'json' };
import firstPage from '../connector/__fixtures__/list-jobs.first-page.json' with { type: 'json' };
import { jobMapper } from './map-job.ts';

const context: JobContext = { connection: 'azure', list: 'sub/group/vault', observedAt: '2024-02-06T06:00:00.000Z' };
const examples = [
  ['the backup of a virtual machine', { get: vmBackup }],
  ['the set-up of a file share', { get: fileShareConfigure }],
  ['the restore of a file share', { get: fileShareRestore }],
  ['the failed backup of a database', { get: sqlFailed }],
  ['a row of the list', { list: firstPage.value[0] }],
  ['a row with an unreadable duration', { list: firstPage.value[1] }],
  ['a job without properties', { get: { name: 'a' } }],
] as const;

function jobOf(raw: { readonly get?: unknown; readonly list?: unknown }): Job {
  const result = jobMapper.map(raw, context);
  if (result.kind === 'rejected') throw new Error(`rejected: ${result.rejection.reason}`);
  return result.record.job;
}
/** A job with these properties, as a single get gives it. */
const jobWith = (properties: unknown): Job => jobOf({ get: { name: 'a', properties } });

describe('the documented examples', () => {
  test('the backup of a virtual machine', () => {
    expect(jobOf({ get: vmBackup })).toMatchObject({
      nativeId: '7ddead57-bcb9-4269-ac31-6a1b57588700',
      kind: 'backup',
      nativeKind: 'Backup',
      status: 'succeeded',
      nativeStatus: 'Completed',
      ended: true,
      problem: false,
      trigger: 'unknown',
      target: { type: 'vm', id: null, name: 'uttestvmub1' },
      plan: null,
      startedAt: '2018-05-21T08:35:40.948Z',
      endedAt: '2018-05-21T08:56:04.038Z',
      durationSeconds: 1223.09,
      sizeBytes: 2_445_279_232,
      transferredBytes: null,
      counts: null,
      errors: [],
      actions: [],
      depth: 'full',
      anomalies: [],
    });
    expect(jobOf({ get: vmBackup }).tasks).toEqual(
      ['Take Snapshot', 'Transfer data to vault'].map((name) => ({
        name,
        status: 'succeeded',
        nativeStatus: 'Completed',
        startedAt: null,
        endedAt: null,
        durationSeconds: 0,
        progressPercent: null,
      })),
    );
    expect(jobOf({ get: vmBackup }).details).toEqual({
      'VM Name': 'uttestvmub1',
      jobType: 'AzureIaaSVMJob',
      backupManagementType: 'AzureIaasVM',
      virtualMachineVersion: 'Compute',
      activityId: '7df8e874-1d66-4f81-8e91-da2fe054811d',
    });
  });

  test('the set-up of a file share', () => {
    expect(jobOf({ get: fileShareConfigure })).toMatchObject({
      nativeId: 'e2ca2cf4-2eb9-4d4b-b16a-8e592d2a658b',
      kind: 'configure',
      status: 'succeeded',
      target: { type: 'file-share', id: 'testvault2/testshare', name: 'testshare' },
      plan: { id: null, name: 'schedule1', nextRunAt: null },
      startedAt: '2020-02-03T18:10:48.296Z',
      endedAt: '2020-02-03T18:11:31.476Z',
      durationSeconds: 43.18,
      tasks: [],
      details: { 'Storage Account Name': 'testvault2', storageAccountName: 'testvault2' },
      anomalies: [],
    });
  });

  test('a computed or missing value says so', () => {
    expect(jobOf({ get: vmBackup }).provenance).toEqual({
      ended: 'computed',
      problem: 'computed',
      trigger: 'missing',
      plan: 'missing',
      durationSeconds: 'computed',
      progressPercent: 'missing',
      sizeBytes: 'computed',
      transferredBytes: 'missing',
      counts: 'missing',
      links: 'unsupported',
    });
  });
});

test('a restore that left files behind is a warning, however the vendor calls it', () => {
  expect(jobOf({ get: fileShareRestore })).toMatchObject({
    nativeId: '5D1F3C0A-9F0B-4E7D-8C57-0A4B1E9D2C61',
    kind: 'restore',
    status: 'warning',
    nativeStatus: 'Completed',
    trigger: 'manual',
    counts: { total: 43, succeeded: 40, failed: 2, skipped: 1 },
    transferredBytes: 13_107_200,
    startedAt: '2024-02-05T17:10:18.106Z',
    durationSeconds: 242.172,
    details: { 'Job Type': 'Recover to an alternate file share', 'Target File Share Name': 'profiles2' },
    anomalies: ['succeeded-with-failures'],
    provenance: { counts: 'computed', status: 'computed' },
  });
});

test('a failed job reports its errors, with code, recommendation and further fields', () => {
  expect(jobOf({ get: sqlFailed })).toMatchObject({
    kind: 'backup',
    nativeKind: 'Backup (Full)',
    status: 'failed',
    trigger: 'scheduled',
    target: { type: 'database', id: null, name: 'msdb [sqlserver-0]' },
    transferredBytes: 0,
    errors: [
      {
        code: '510008',
        message: 'Another operation on this database is under way.',
        recommendation: 'Wait for it to end. Then try again.',
        helpUrl: null,
        count: 1,
      },
    ],
    tasks: [{ name: 'Transfer data to vault', status: 'failed', durationSeconds: null }],
    details: {
      errorTitle: 'OperationCancelledBecauseConflictingOperationRunningUserError',
      dynamicErrorMessage: 'Conflicting operation.',
    },
  });
});

test('a running row of the list has no end and can be cancelled; what only a get reports is missing', () => {
  expect(jobOf({ list: firstPage.value[0] })).toMatchObject({
    status: 'running',
    ended: false,
    depth: 'list',
    endedAt: null,
    durationSeconds: null,
    actions: ['cancel'],
    target: { type: 'vm', id: 'iaasvmcontainer;iaasvmcontainerv2;rg-compute;vm-web-01', name: 'vm-web-01' },
    provenance: { plan: 'missing', tasks: 'missing', errors: 'missing', sizeBytes: 'missing' },
    anomalies: [],
  });
});

test('an unreadable value costs that value and not the job', () => {
  expect(jobOf({ list: firstPage.value[1] })).toMatchObject({
    status: 'succeeded',
    durationSeconds: 31.307,
    anomalies: ['unreadable-value'],
  });
  expect(jobWith({ status: [7], startTime: 'yesterday', actionsInfo: 'none', isUserTriggered: 'yes' })).toMatchObject({
    status: 'unknown',
    startedAt: null,
    actions: [],
    trigger: 'unknown',
    provenance: {
      status: 'unreadable',
      nativeStatus: 'unreadable',
      startedAt: 'unreadable',
      actions: 'unreadable',
      trigger: 'unreadable',
    },
  });
});

test.each([
  [{ properties: 'gone' }, ['status', 'startedAt', 'tasks', 'plan', 'details', 'errors', 'actions', 'target']],
  [{ properties: { extendedInfo: 7 } }, ['tasks', 'plan', 'sizeBytes', 'counts', 'details', 'progressPercent']],
  [
    { properties: { extendedInfo: { propertyBag: [] } } },
    ['plan', 'sizeBytes', 'transferredBytes', 'counts', 'details'],
  ],
  [{ properties: { extendedInfo: { tasksList: ['x'] } } }, ['tasks']],
  [{ properties: { extendedInfo: { propertyBag: { 'Job Type': [] } } } }, ['details']],
  [{ properties: { errorDetails: [7, { errorCode: [] }] } }, ['errors']],
  [{ properties: { errorDetails: {} } }, ['errors']],
  [{ properties: { status: 'InProgress', actionsInfo: [{}] } }, ['actions']],
])('of %j everything below the unreadable part is unreadable', (answer, fields) => {
  const job = jobOf({ get: { name: 'a', ...answer } });
  expect(fields.filter((field) => job.provenance[field] !== 'unreadable')).toEqual([]);
  expect(job.anomalies).toContain('unreadable-value');
});

test.each([null, undefined, [], {}])('an extendedInfo, list or bag of %j is simply not there', (nothing) => {
  const job = jobWith({
    status: 'Completed',
    startTime: '2024-01-01T00:00:00Z',
    endTime: '2024-01-01T00:00:01Z',
    errorDetails: nothing === undefined || Array.isArray(nothing) ? nothing : null,
    actionsInfo: null,
    extendedInfo: Array.isArray(nothing) ? { tasksList: nothing } : nothing,
  });
  expect(job).toMatchObject({ tasks: [], errors: [], actions: [], plan: null, anomalies: [] });
});

test.each(['0001-01-01T00:00:00', '0001-01-01T00:00:00.0000000Z', '2001-01-01T00:00:00Z', null, undefined])(
  'an end of %j is no end, and a finished job without one says so',
  (endTime) => {
    const job = jobWith({ status: 'Completed', startTime: '2024-01-01T00:00:00Z', endTime, duration: 'PT1M30.5S' });
    expect(job).toMatchObject({ endedAt: null, durationSeconds: 90.5, anomalies: ['ended-without-end-time'] });
    expect(job.provenance['endedAt']).toBe('missing');
  },
);

test.each([
  ['InProgress', ['Cancellable'], ['cancel']],
  ['InProgress', [1], ['cancel']],
  ['InProgress', ['Invalid', 'cancellable', null], ['cancel']],
  ['InProgress', ['Retriable'], []],
  ['InProgress', [0, 2], []],
  ['InProgress', [], []],
  ['InProgress', null, []],
  ['Cancelling', [1], ['cancel']],
  ['Paused', [1], ['cancel']],
  ['Completed', [1], []],
  ['Failed', [1, 2], []],
  ['Cancelled', ['Cancellable', 'Retriable'], []],
])('%s with actions %j offers %j', (status, actionsInfo, actions) => {
  expect(jobWith({ status, actionsInfo }).actions).toEqual(actions);
});

test.each([
  ['2332 MB', 2_445_279_232],
  ['1.5 GB', 1_610_612_736],
  ['0 MB', 0],
  ['2332', null],
  ['a few', null],
  ['', null],
])('a backup size of %j is %j bytes', (size, bytes) => {
  expect(jobWith({ extendedInfo: { propertyBag: { 'Backup Size': size } } }).sizeBytes).toBe(bytes);
});

test.each([
  [{ 'Number Of Failed Files': '3' }, { total: null, succeeded: null, failed: 3, skipped: null }],
  [
    { 'Number Of Failed Files': 0, 'Number Of Restored Files': '5', 'Number Of Skipped Files': 'some' },
    { total: null, succeeded: 5, failed: 0, skipped: null },
  ],
  [{ 'Number Of Failed Files': 'some' }, null],
  [{}, null],
])('the labels %j count %j', (propertyBag, counts) => {
  expect(jobWith({ extendedInfo: { propertyBag } }).counts).toEqual(counts);
});

test.each([
  [[{ errorTitle: 'Title' }], 'Words.', 'Title'],
  [[{ additionalDetails: 'More' }], 'Words.', 'More'],
  [[{ errorCode: '12' }], 'Words.', ''],
  [[{ code: 'X', message: 'm' }], 'Words.', 'm'],
  [[{ message: 'm', errorTitle: 'Title' }], 'Words.', 'm'],
  [[], 'Words.', 'Words.'],
  [null, 'Words.', 'Words.'],
  [null, '', undefined],
])('of errors %j and the dynamic message %j the first error says %j', (errorDetails, dynamicErrorMessage, message) => {
  expect(jobWith({ errorDetails, extendedInfo: { dynamicErrorMessage } }).errors[0]?.message).toBe(message);
});

test('an error that is written as those of Backup vaults keeps its code and its words', () => {
  const error = { code: 'X', message: 'm', recommendedAction: ['Wait.'] };
  expect(jobWith({ errorDetails: [error] }).errors).toEqual([
    { code: 'X', message: 'm', recommendation: 'Wait.', helpUrl: null, count: 1 },
  ]);
});

test('tasks have their times, a duration once they have ended, and progress', () => {
  const tasksList = [
    { taskId: 'A', status: 'Completed', startTime: '2024-01-01T00:00:00Z', endTime: '2024-01-01T00:01:00Z' },
    { taskId: 'B', status: 'InProgress', endTime: '0001-01-01T00:00:00Z', duration: 'PT5S', progressPercentage: 40 },
    { status: 'NotStarted', progressPercentage: 400 },
  ];
  const job = jobWith({ extendedInfo: { tasksList } });
  expect(job.tasks).toMatchObject([
    { name: 'A', status: 'succeeded', durationSeconds: 60 },
    { name: 'B', status: 'running', endedAt: null, durationSeconds: null, progressPercent: 40 },
    { name: '', status: 'queued', startedAt: null, progressPercent: null },
  ]);
  expect(job.anomalies).toContain('unreadable-value');
});

test.each([
  [null, 'not-an-object'],
  ['lost', 'not-an-object'],
  [[], 'not-an-object'],
  [{}, 'no-readable-id'],
  [{ name: '', id: '/x/backupJobs/' }, 'no-readable-id'],
  [{ name: [7], id: null }, 'no-readable-id'],
])('%j is rejected: %s', (row, reason) => {
  expect(jobMapper.map({ list: row }, context)).toEqual({
    kind: 'rejected',
    rejection: { nativeId: null, reason, value: row },
  });
});

test('anything at all becomes a job of the model or a rejection', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.record({ name: fc.string(), properties: fc.anything() }),
    fc.record({
      name: fc.string(),
      properties: fc.record(
        {
          status: fc.anything(),
          startTime: fc.anything(),
          actionsInfo: fc.anything(),
          errorDetails: fc.anything(),
          extendedInfo: fc.record(
            { tasksList: fc.anything(), propertyBag: fc.dictionary(fc.string(), fc.anything()) },
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: [] },
      ),
    }),
  );
  fc.assert(
    fc.property(anything, fc.boolean(), (answer, isSingle) => {
      const result = jobMapper.map(isSingle ? { get: answer } : { list: answer }, context);
      if (result.kind === 'job') jobSchema.parse(result.record.job);
    }),
  );
});

test.each(examples)('the explanation of %s shows the same values as the job', (_title, raw) => {
  const explanation = jobMapper.explain(raw, context);
  const reported = Object.fromEntries((explanation?.fields ?? []).map(({ field, value }) => [field, value]));
  expect(reported).toEqual(jobOf(raw));
});

test("an explanation shows the vendor's fields unchanged", () => {
  const size = jobMapper.explain({ get: vmBackup }, context)?.fields.find(({ field }) => field === 'sizeBytes');
  expect(size?.from).toEqual([{ path: 'properties.extendedInfo.propertyBag.Backup Size', value: '2332 MB' }]);
});
