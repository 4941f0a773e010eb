import { Secret } from '@crossvault/core';
import { openSimulator } from '@crossvault/harness';
import { createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { azureBackup } from '../index.ts';

const call = { signal: new AbortController().signal };
const refuse = (status: number) => Response.json({ error: { code: 'No', message: 'Their words' } }, { status });

/** Two vaults; `second` answers, `first` knows nothing. */
function open(operation: Response, job: (name: string) => Response = () => refuse(404), first = refuse(404)) {
  const config = azureBackup.configSchema.parse({
    name: 'azure',
    vendor: 'azure-backup',
    vaults: ['first', 'second'].map((name) => ({ subscriptionId: 's', resourceGroup: 'g', name })),
    credential: { type: 'token', token: new Secret('t0ken') },
  });
  const context = createTestContext({
    connection: 'azure',
    fetch: async ({ url }) => {
      if (url.includes('/first/')) return first.clone();
      return url.includes('/backupJobs/') ? job(new URL(url).pathname.split('/').at(-1) ?? '') : operation.clone();
    },
  });
  const { operations } = azureBackup.connect(config, context);
  return (id = 'op-1') => operations?.get(id, call);
}
const statusOf = (status: unknown, more: object = {}) =>
  Response.json({ id: 'op-1', name: 'op-1', status, ...more }, { headers: { 'retry-after': '60' } });
const made = (...jobIds: string[]) => ({ properties: { objectType: 'OperationStatusJobsExtendedInfo', jobIds } });
const jobOf = (status: string) => (name: string) =>
  Response.json({ name, properties: { status, operation: 'Backup', entityFriendlyName: 'vm-1' } });

test.each([
  ['cd153561-20d3-467a-b911-cc1de47d4763', 'backup', '2018-09-12T02:16:56.739Z'],
  ['c3a52d1d-0853-4211-8141-477c65740264', 'configure', '2020-02-03T18:10:48.296Z'],
])('the documented operation %s is done, and names its job', async (id, action, at) => {
  const { connector, close } = await openSimulator('azure-backup', azureBackup, {
    jobs: 1,
    start: '2026-03-02T12:00:00Z',
  });
  try {
    const operation = await connector.operations?.get(id, call);
    expect(operation).toMatchObject({
      action,
      status: 'done',
      outcome: 'succeeded',
      startedAt: at,
      endedAt: at,
      error: null,
    });
    expect(operation?.jobs).toMatchObject([{ status: 'succeeded' }]);
  } finally {
    await close();
  }
});

test.each([
  ['InProgress', 'running', 60],
  ['Accepted', 'running', 60],
  ['Cancelled', 'running', 60],
  ['SUCCEEDED', 'done', null],
  ['Failed', 'failed', null],
  ['Canceled', 'cancelled', null],
  [undefined, 'unknown', null],
  [[7], 'unknown', null],
])('the status %j is %s', async (word, status, retryAfterSeconds) => {
  expect(await open(statusOf(word))()).toMatchObject({
    status,
    retryAfterSeconds,
    jobs: [],
    outcome: null,
    target: 'second',
  });
});

test('while it runs there is no end, whatever stands there', async () => {
  const times = { startTime: '2024-01-01T00:00:00Z', endTime: '0001-01-01T00:00:00Z' };
  expect(await open(statusOf('InProgress', times))()).toMatchObject({
    startedAt: '2024-01-01T00:00:00.000Z',
    endedAt: null,
  });
});

test.each([
  ['Completed', 'succeeded', 'succeeded'],
  ['Failed', 'failed', 'failed'],
  ['InProgress', 'running', null],
])('done says nothing about the job: %s', async (word, status, outcome) => {
  const operation = await open(statusOf('Succeeded', made('a')), jobOf(word))();
  expect(operation).toMatchObject({ status: 'done', action: 'backup', target: 'vm-1', jobs: [{ status }], outcome });
});

test('the outcome is that of the worst job, once all have ended', async () => {
  const words: Record<string, string> = { a: 'Completed', b: 'CompletedWithWarnings', c: 'Failed' };
  const job = (name: string) => jobOf(words[name] ?? '')(name);
  expect(await open(statusOf('Succeeded', made('a', 'b', 'c')), job)()).toMatchObject({
    outcome: 'failed',
    action: 'unknown',
  });
  expect(await open(statusOf('Succeeded', made('a', 'b')), job)()).toMatchObject({ outcome: 'warning' });
});

test('a job that is not there yet is unknown, and the outcome open', async () => {
  expect(await open(statusOf('Succeeded', made('a')))()).toMatchObject({
    jobs: [{ status: 'unknown' }],
    outcome: null,
  });
});

test.each([
  [{ error: { code: 'A', message: 'Because.' } }, { code: 'A', message: 'Because.' }],
  [{ error: { message: 'Because.' } }, { code: null, message: 'Because.' }],
  [{ error: {} }, null],
  [{ error: 'text' }, null],
  [
    { properties: { failedJobsError: { a: 'One failed.', b: 'Two failed.' } } },
    { code: null, message: 'One failed. Two failed.' },
  ],
])('of %j the error is %j', async (more, error) => {
  expect((await open(statusOf('Failed', more))())?.error).toEqual(error);
});

test('an operation that no vault knows is not found', async () => {
  const error = await failureOf(open(refuse(404))());
  expect(error).toMatchObject({ code: 'job-not-found', message: 'The connection azure has no operation op-1.' });
  expect(await failureOf(open(statusOf('Succeeded'))('..'))).toMatchObject({ code: 'job-not-found' });
});

test('a refusal is a failure to read, and never a failed operation', async () => {
  expect(await failureOf(open(refuse(403))())).toMatchObject({ code: 'permission-denied', upstreamStatus: 403 });
  expect(await failureOf(open(Response.json([]))())).toMatchObject({ code: 'answer-unreadable' });
});

test('a vault that cannot be asked does not matter where another knows the operation', async () => {
  expect(await open(statusOf('Succeeded'), undefined, refuse(403))()).toMatchObject({ status: 'done' });
});
