import { type Job, type JobContext, jobSchema } from '@crossvault/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import diskBackup from '../connector/__fixtures__/get-vault-job.disk-backup.json' with { type: 'json' };
import { mapperOf } from './mappers.ts';

const context: JobContext = {
  connection: 'azure',
  list: 'sub/group/bv-one/backup',
  observedAt: '2024-03-21T06:00:00.000Z',
};
const mapper = mapperOf(context.list);

function jobOf(raw: { readonly get?: unknown; readonly list?: unknown }): Job {
  const result = mapper.map(raw, context);
  if (result.kind === 'rejected') throw new Error(`rejected: ${result.rejection.reason}`);
  return result.record.job;
}
const jobWith = (properties: object): Job => jobOf({ get: { name: 'a', properties } });

test('the backup of a disk is read whole', () => {
  expect(jobOf({ get: diskBackup })).toMatchObject({
    nativeId: '3C60CB49-63E8-4B21-B9BD-26277B3FDFAE',
    kind: 'backup',
    nativeKind: 'Backup',
    status: 'succeeded',
    nativeStatus: 'Succeeded',
    trigger: 'manual',
    target: { type: 'other', id: diskBackup.properties.dataSourceId, name: 'disk-web-01' },
    plan: { id: '/subscriptions/04cf684a/backupPolicies/daily', name: 'daily', nextRunAt: null },
    startedAt: '2024-03-20T03:30:30.000Z',
    endedAt: '2024-03-20T03:32:41.972Z',
    durationSeconds: 131.972,
    transferredBytes: 1_048_576,
    actions: [],
    errors: [],
    tasks: [
      { name: 'Trigger Backup', status: 'succeeded', progressPercent: 100 },
      { name: 'Copy', status: 'queued', progressPercent: null },
    ],
    anomalies: [],
  });
  expect(jobOf({ get: diskBackup }).details).toMatchObject({
    'Snapshot group': 'rg-snapshots',
    dataSourceType: 'Microsoft.Compute/disks',
    activityID: 'c4ee63b2-3a3b-4a51-8f8f-4c1a;Wed Mar 20 2024 09:00:00 GMT+0530',
    'targetRecoverPoint.id': 'rp-7',
  });
  expect(jobOf({ get: diskBackup }).details).not.toHaveProperty('supportedActions');
});

test.each([
  ['Started', 'running'],
  ['InProgress', 'running'],
  ['Success', 'succeeded'],
  ['Succeeded', 'succeeded'],
  ['Completed', 'succeeded'],
  ['SuccessWithWarning', 'warning'],
  ['CompletedWithWarnings', 'warning'],
  ['Failed', 'failed'],
  ['Cancelled', 'cancelled'],
  ['Canceled', 'cancelled'],
  ['Cancelling', 'cancelling'],
  ['Parked', 'unknown'],
])('%s is %s', (word, status) => {
  expect(jobWith({ status: word })).toMatchObject({ status, nativeStatus: word });
});

test.each([
  ['Backup', 'Backup', 'backup'],
  ['Restore', 'Restore', 'restore'],
  ['Tiering', 'Tiering', 'archive'],
  ['Management', 'ConfigureProtection', 'configure'],
  ['Management', 'DeleteBackupInstance', 'delete'],
  ['Management', 'UndeleteBackupInstance', 'configure'],
  ['CrossRegionRestore', 'Restore', 'restore'],
  ['Something', 'Backup', 'other'],
])('the category %s with the operation %s is %s', (operationCategory, operation, kind) => {
  expect(jobWith({ operationCategory, operation }).kind).toBe(kind);
});

test.each([
  ['Microsoft.DBforPostgreSQL/servers/databases', 'database'],
  ['Microsoft.DBforPostgreSQL/flexibleServers', 'database'],
  ['Microsoft.DBforMySQL/flexibleServers', 'database'],
  ['Microsoft.Storage/storageAccounts/fileServices/shares', 'file-share'],
  ['Microsoft.Storage/storageAccounts/blobServices', 'other'],
  ['Microsoft.ContainerService/managedClusters', 'other'],
  ['Microsoft.Compute/virtualMachines', 'vm'],
])('%s is a %s', (dataSourceType, type) => {
  expect(jobWith({ dataSourceType, dataSourceName: 'it' }).target).toEqual({ type, id: null, name: 'it' });
});

test('an error that is written as those of Recovery Services vaults keeps its code and its words', () => {
  const error = { errorCode: 7, errorString: 'm', recommendations: ['Wait.'] };
  expect(jobWith({ status: 'Failed', errorDetails: [error, { errorTitle: 'Title' }] }).errors).toEqual([
    { code: '7', message: 'm', recommendation: 'Wait.', helpUrl: null, count: 1 },
    { code: null, message: 'Title', recommendation: null, helpUrl: null, count: 1 },
  ]);
});

test('errors are reported with nested ones, and with the codes of their causes', () => {
  const cause = { code: 'CloudServiceError', embeddedInnerError: { code: 'AuthorizationFailed' } };
  const errorDetails = [
    {
      code: 'UserErrorSeveral',
      message: 'Two steps failed.',
      recommendedAction: ['Wait.', 'Try again.'],
      details: [{ code: 'One', message: 'First.' }],
      innerError: cause,
    },
    { code: null, message: null, innerError: cause },
  ];
  const job = jobWith({ status: 'Failed', errorDetails });
  expect(job.errors).toEqual([
    {
      code: 'UserErrorSeveral',
      message: 'Two steps failed.',
      recommendation: 'Wait. Try again.',
      helpUrl: null,
      count: 1,
    },
    { code: 'One', message: 'First.', recommendation: null, helpUrl: null, count: 1 },
    {
      code: 'CloudServiceError',
      message: 'CloudServiceError, AuthorizationFailed',
      recommendation: null,
      helpUrl: null,
      count: 1,
    },
  ]);
  expect(job.details['innerError']).toBe('CloudServiceError, AuthorizationFailed');
});

test.each([
  [{ errorDetails: 'none' }, 'errors'],
  [{ errorDetails: [7] }, 'errors'],
  [{ duration: 'a while', status: 'Failed' }, 'durationSeconds'],
  [{ extendedInfo: { dataTransferredInBytes: -1 } }, 'transferredBytes'],
  [{ extendedInfo: { subTasks: [{ taskProgress: 'half' }] } }, 'tasks'],
  [{ extendedInfo: 7 }, 'tasks'],
  [{ isUserTriggered: 'yes' }, 'trigger'],
])('of %j only what cannot be read is unreadable', (properties, field) => {
  const job = jobWith(properties);
  expect(job.provenance[field]).toBe('unreadable');
  expect(job.anomalies).toContain('unreadable-value');
});

test('a warning names the resource that it is about, once for each resource', () => {
  const warning = { code: 'UserWarningTags', message: 'A disk has no tag.', recommendedAction: ['Tag it.'] };
  const warningDetails = ['disk-1', 'disk-2', 'disk-1'].map((resourceName) => ({ resourceName, warning }));
  const job = jobWith({ status: 'SuccessWithWarning', extendedInfo: { warningDetails } });
  const reported = { code: 'UserWarningTags', recommendation: 'Tag it.', helpUrl: null };
  expect(job).toMatchObject({
    status: 'warning',
    errors: [
      { ...reported, message: 'disk-1: A disk has no tag.', count: 2 },
      { ...reported, message: 'disk-2: A disk has no tag.', count: 1 },
    ],
  });
});

test('a success that warns or errs is a warning', () => {
  expect(jobWith({ status: 'Completed', errorDetails: [{ code: 'E', message: 'No.' }] })).toMatchObject({
    status: 'warning',
    problem: true,
    anomalies: expect.arrayContaining(['succeeded-with-errors']),
  });
});

test('the bytes are read in either spelling', () => {
  expect(jobWith({ extendedInfo: { dataTransferedInBytes: 17 } }).transferredBytes).toBe(17);
});

test('an error that nests without end is followed for a while', () => {
  const endless: { details: unknown[] } = { details: [] };
  endless.details.push(endless);
  expect(jobWith({ errorDetails: [endless] }).errors).toMatchObject([{ message: '', count: 5 }]);
});

test('a list row says that what only a single get reports is missing', () => {
  const { extendedInfo: _, ...properties } = diskBackup.properties;
  const job = jobOf({ list: { ...diskBackup, properties } });
  expect(job).toMatchObject({
    depth: 'list',
    tasks: [],
    provenance: { tasks: 'missing', transferredBytes: 'missing', errors: 'missing' },
  });
  expect([job.details, job.provenance['details']]).toEqual([expect.objectContaining({}), undefined]);
  const bare = jobOf({ list: { id: diskBackup.id, name: diskBackup.name, properties: {} } });
  expect([bare.details, bare.provenance['details']]).toEqual([{}, 'missing']);
});

test.each([
  ['as read whole', { get: diskBackup }],
  ['as listed', { list: diskBackup }],
])('the explanation shows the same values as the job, %s', (_title, raw) => {
  const reported = mapper.explain(raw, context)?.fields.map(({ field, value }) => [field, value]) ?? [];
  expect(Object.fromEntries(reported)).toEqual(jobOf(raw));
});

test('anything at all becomes a job of the model or a rejection', () => {
  const properties = fc.record(
    {
      status: fc.anything(),
      errorDetails: fc.anything(),
      extendedInfo: fc.anything(),
      supportedActions: fc.anything(),
      policyId: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.record({ name: fc.string(), properties })),
      fc.boolean(),
      (answer, isSingle) => {
        const result = mapper.map(isSingle ? { get: answer } : { list: answer }, context);
        if (result.kind === 'job') jobSchema.parse(result.record.job);
      },
    ),
  );
});

test('a job of a secondary region cannot be cancelled, whatever it says', () => {
  const raw = { get: { name: 'a', properties: { status: 'InProgress', actionsInfo: ['Cancellable'] } } };
  const actionsIn = (list: string) => {
    const result = mapperOf(list).map(raw, { ...context, list });
    return result.kind === 'job' ? result.record.job.actions : null;
  };
  expect(actionsIn('sub/group/vault')).toEqual(['cancel']);
  expect(actionsIn('sub/group/vault/region/northeurope')).toEqual([]);
});
