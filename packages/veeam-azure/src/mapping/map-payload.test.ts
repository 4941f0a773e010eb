import { expect, test } from 'vitest';
import failedLog from '../connector/__fixtures__/get-job-session-log.failed.json' with { type: 'json' };
import documented from '../connector/__fixtures__/list-job-sessions.documented.json' with { type: 'json' };
import { explainJob, mapJob, mapOperation, mapPlan, mapProtectedItem } from './index.ts';

const observedAt = '2026-03-02T12:00:00.000Z';
const [row] = documented.results;

test('a row alone becomes a job', () => {
  expect(mapJob(row, { observedAt })).toMatchObject({
    kind: 'job',
    job: { connection: 'veeam-azure', vendor: 'veeam-azure', nativeId: row?.id, depth: 'list', observedAt },
  });
});

test('detail and log make it a full job with errors', () => {
  const mapped = mapJob(row, { detail: { ...row, status: 'Error' }, log: failedLog, observedAt });
  expect(mapped).toMatchObject({ kind: 'job', job: { status: 'failed', depth: 'full' } });
  expect(mapped.kind === 'job' && mapped.job.errors.length).toBeGreaterThan(0);
});

test('a log that was refused makes the errors denied', () => {
  const mapped = mapJob(row, { detail: row, isLogDenied: true, observedAt });
  expect(mapped).toMatchObject({ kind: 'job', job: { errors: [], provenance: { errors: 'denied' } } });
});

test('what is no session is rejected with its reason, and not explained', () => {
  expect(mapJob({ type: 'PolicyBackup' })).toEqual({ kind: 'rejected', reason: 'no-readable-id', nativeId: null });
  expect(explainJob('text')).toBeNull();
});

test('every field of a job is explained', () => {
  const explained = explainJob(row, { connection: 'ukwest', observedAt });
  expect(explained?.connection).toBe('ukwest');
  expect(explained?.fields.find(({ field }) => field === 'status')).toMatchObject({
    from: [{ path: 'status', value: row?.status }],
    rule: expect.stringContaining('status table'),
  });
});

test('a policy becomes a plan of its sort', () => {
  expect(mapPlan({ id: 'p-1', name: 'Daily', isEnabled: true })).toMatchObject({
    kind: 'plan',
    plan: { nativeId: 'p-1', name: 'Daily', enabled: true, connection: 'veeam-azure' },
  });
  expect(mapPlan({ name: 'Networks' }, { sort: 'vnet' })).toMatchObject({ kind: 'plan', plan: { nativeId: 'vnet' } });
  expect(mapPlan({ name: 'Daily' })).toEqual({ kind: 'rejected', reason: 'no-readable-id', nativeId: 'Daily' });
});

test('a protected item has the type of its sort', () => {
  expect(mapProtectedItem({ id: 'i-1', name: 'Payroll' }, { sort: 'sql', connection: 'ukwest' })).toMatchObject({
    kind: 'item',
    item: { nativeId: 'i-1', type: 'database', connection: 'ukwest' },
  });
  expect(mapProtectedItem(7)).toEqual({ kind: 'rejected', reason: 'not-an-object', nativeId: null });
});

test('an operation is mapped, and what is none is null', () => {
  expect(mapOperation({ id: 'o-1', status: 'Running' })).toMatchObject({ id: 'o-1', status: 'running' });
  expect(mapOperation(null)).toBeNull();
});

test.each([explainJob, mapJob, mapOperation, mapPlan, mapProtectedItem])('options of null are none for %o', (call) => {
  expect(() => call({ id: 'a', name: 'a' }, null)).not.toThrow();
});
