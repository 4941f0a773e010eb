import { type MappedJob, parseJobId } from '@crossvault/core';
import { expect, test } from 'vitest';
import backupJob from '../connector/__fixtures__/get-job.vm-backup.json' with { type: 'json' };
import vaultJob from '../connector/__fixtures__/get-vault-job.disk-backup.json' with { type: 'json' };
import { explainJob, mapJob, mapOperation, mapPlan, mapProtectedItem } from './index.ts';

const observedAt = '2026-03-02T12:00:00.000Z';
const keyOf = (mapped: MappedJob) => (mapped.kind === 'job' ? parseJobId(mapped.job.id)?.key : mapped);
const vaultId = '/subscriptions/S/resourceGroups/G/providers/Microsoft.RecoveryServices/vaults/V';

test('the vault of a job is read from its id', () => {
  const mapped = mapJob(backupJob, { observedAt });
  expect(mapped).toMatchObject({ kind: 'job', job: { vendor: 'azure-backup', status: 'succeeded', kind: 'backup' } });
  const list = '00000000-0000-0000-0000-000000000000/default-recoveryservices-resourcegroup-centralindia/abdemovault';
  expect(keyOf(mapped)).toEqual([list, backupJob.name]);
});

test('a job of a Backup vault is mapped by the rules of Backup vaults', () => {
  const mapped = mapJob(vaultJob, { observedAt });
  expect(mapped).toMatchObject({ kind: 'job', job: { target: { name: 'disk-web-01' } } });
  expect(keyOf(mapped)).toEqual([expect.stringMatching(/\/bv-one\/backup$/), vaultJob.name.toLowerCase()]);
});

test('vault, kind and region can be given', () => {
  const vault = { subscriptionId: 's', resourceGroup: 'g', name: 'v' };
  const row = { name: 'job-1', properties: { status: 'Completed' } };
  expect(keyOf(mapJob(row, { vault, observedAt }))).toEqual(['s/g/v', 'job-1']);
  expect(keyOf(mapJob(row, { vault, vaultType: 'backup', observedAt }))).toEqual(['s/g/v/backup', 'job-1']);
  expect(keyOf(mapJob(row, { vault, secondaryRegion: 'northeurope', observedAt }))).toEqual([
    's/g/v/region/northeurope',
    'job-1',
  ]);
  expect(keyOf(mapJob(row, { observedAt }))).toEqual(['unknown/unknown/unknown', 'job-1']);
});

test('the detail outranks the row', () => {
  expect(mapJob({ name: backupJob.name }, { detail: backupJob, observedAt })).toMatchObject({
    kind: 'job',
    job: { depth: 'full', tasks: [{ name: 'Take Snapshot' }, { name: 'Transfer data to vault' }] },
  });
});

test('every field of a job is explained, and what is no job is not', () => {
  expect(explainJob(backupJob)?.fields.find(({ field }) => field === 'status')?.value).toBe('succeeded');
  expect(explainJob({ properties: {} })).toBeNull();
  expect(mapJob({ properties: {} })).toEqual({ kind: 'rejected', reason: 'no-readable-id', nativeId: null });
});

test('a policy becomes a plan, and a protected item an item', () => {
  expect(mapPlan({ id: `${vaultId}/backupPolicies/Daily`, name: 'Daily' })).toMatchObject({
    kind: 'plan',
    plan: { name: 'Daily', vendor: 'azure-backup' },
  });
  const item = `${vaultId}/backupFabrics/Azure/protectionContainers/iaasvmcontainer;c;g;vm/protectedItems/vm;c;g;vm`;
  expect(mapProtectedItem({ id: item, properties: { friendlyName: 'vm' } })).toMatchObject({
    kind: 'item',
    item: { name: 'vm', nativeId: item },
  });
  expect(mapProtectedItem({})).toEqual({ kind: 'rejected', reason: 'no-readable-id', nativeId: null });
});

test('an operation names the jobs that it made', () => {
  const operation = mapOperation({ id: vaultId, name: 'O-1', status: 'Succeeded', properties: { jobId: 'J-1' } });
  expect(operation).toMatchObject({ status: 'done', target: 'V', jobs: [{ status: 'unknown' }] });
  expect(parseJobId(operation?.jobs[0]?.id ?? '')?.key).toEqual(['s/g/v', 'j-1']);
  expect(mapOperation({ status: 'Succeeded' })).toBeNull();
});

test.each([explainJob, mapJob, mapOperation, mapPlan, mapProtectedItem])('options of null are none for %o', (call) => {
  expect(() => call({ id: 'a', name: 'a' }, null)).not.toThrow();
});
