import { type ProtectedItem, toRecoveryPoint } from '@crossvault/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readItem } from './map-item.ts';
import { readPlan } from './map-plan.ts';
import { mapRecoveryPoints } from './map-recovery-point.ts';

const list = 's/g/v';
const source = { connection: 'azure', list };
const id =
  '/Subscriptions/s/resourceGroups/g/providers/microsoft.recoveryservices/vaults/V/backupFabrics/Azure/protectionContainers/C%3BOne/protectedItems/VM;One';

function map(properties: unknown, more: object = {}): ProtectedItem {
  const result = readItem({ id, name: 'VM;One', properties, ...more }, source);
  if (result.kind !== 'record') throw new Error('This is an item.');
  return result.record.item;
}
const machine = { backupManagementType: 'AzureIaasVM', workloadType: 'VM', protectionState: 'Protected' };

test('the key holds the names of the path in lower case, whatever they came in, and its id says what it is', () => {
  const result = readItem({ id, properties: machine }, source);
  expect(result).toMatchObject({ kind: 'record', record: { key: [list, 'c;one', 'vm;one'], item: { nativeId: id } } });
});

test('jobs are linked to an item by its container, or by its name within the vault, and to a policy within the vault', () => {
  expect(readItem({ id, properties: machine }, source)).toMatchObject({
    record: { jobLink: { list, ids: ['C;One'] } },
  });
  expect(readPlan({ name: 'Daily' }, source)).toMatchObject({ record: { jobLink: { list } } });
});

const database = { backupManagementType: 'AzureWorkload', workloadType: 'SQLDataBase', friendlyName: 'msDB' };
const databaseId = `${id.split('/protectionContainers')[0]}/protectionContainers/VMAppContainer;Compute;rg;sqlserver-0/protectedItems/SQLDataBase;MSSQLSERVER;msdb`;

test('a database is linked by its machine, by the full name where the item reports it, and by what jobs alone report otherwise', () => {
  const linkOf = (more: object) => {
    const result = readItem({ id: databaseId, properties: { ...database, ...more } }, source);
    return result.kind === 'record' ? result.record.jobLink : null;
  };
  expect(linkOf({ serverName: 'sqlserver-0.contoso.com' })?.names).toContain(
    'MSSQLSERVER/msDB [sqlserver-0.contoso.com]',
  );
  expect(linkOf({})).toMatchObject({
    names: ['msDB [sqlserver-0]', 'MSSQLSERVER/msDB [sqlserver-0]'],
    beginnings: ['msDB [sqlserver-0.', 'MSSQLSERVER/msDB [sqlserver-0.'],
  });
  expect(linkOf({ parentName: 'AG1' })?.names).toContain('AG1/msDB [sqlserver-0]');
});

test('what jobs report of an item is missing until one is linked, and not reported as unsupported', () => {
  const { provenance } = map(machine);
  expect(['lastJob', 'streak', 'expectedNextAt', 'missed'].map((field) => provenance[field])).toEqual([
    'missing',
    'missing',
    'missing',
    'missing',
  ]);
});

const pointWith = (properties: object) => mapRecoveryPoints([{ name: '7', properties }])[0];

test('a recovery point reports its tier, its expiry and whether it can be restored as it stands', () => {
  const tiersOf = (...reported: readonly (readonly [string, string])[]) => ({
    recoveryPointTierDetails: reported.map(([type, status]) => ({ type, status })),
  });
  expect(pointWith(tiersOf(['InstantRP', 'Valid'], ['HardenedRP', 'Valid']))).toMatchObject({
    tier: 'snapshot',
    restorable: true,
  });
  expect(pointWith(tiersOf(['HardenedRP', 'Deleted'], ['ArchivedRP', 'Valid']))).toMatchObject({
    tier: 'archive',
    restorable: false,
  });
  expect(pointWith(tiersOf(['ArchivedRP', 'Rehydrated']))).toMatchObject({ tier: 'standard', restorable: true });
  const recoveryPointProperties = { expiryTime: '2027-01-01T00:00:00Z', isSoftDeleted: true };
  expect(pointWith({ recoveryPointProperties })).toMatchObject({
    expiresAt: '2027-01-01T00:00:00.000Z',
    softDeleted: true,
    restorable: false,
  });
});

test('a recovery point has the spans into which its database can be restored', () => {
  const timeRanges = [
    { startTime: '2026-01-01T00:00:00Z', endTime: '2026-01-02T00:00:00Z' },
    { startTime: '0001-01-01T00:00:00Z' },
  ];
  expect(pointWith({ timeRanges })).toMatchObject({
    at: null,
    windows: [{ from: '2026-01-01T00:00:00.000Z', to: '2026-01-02T00:00:00.000Z' }],
    restorable: false,
  });
});

test.each([
  ['Protected', 'protected'],
  ['IRPending', 'pending'],
  ['ProtectionError', 'error'],
  ['ProtectionStopped', 'stopped'],
  ['ProtectionPaused', 'paused'],
  ['BackupsSuspended', 'paused'],
  ['protected', 'protected'],
  ['Invalid', 'unknown'],
  ['Hibernating', 'unknown'],
  [7, 'unknown'],
  [undefined, 'unknown'],
])('the state %j is %s', (protectionState, protection) => {
  expect(map({ ...machine, protectionState })).toMatchObject({ protection });
});

test('the older status is used where there is no state, and a soft-deleted item is stopped', () => {
  expect(map({ ...machine, protectionState: '', protectionStatus: 'ProtectionFailed' }).protection).toBe('error');
  const deleted = map({ ...machine, isScheduledForDeferredDelete: true });
  expect(deleted).toMatchObject({
    protection: 'stopped',
    actions: ['undelete'],
    provenance: { protection: 'computed' },
  });
});

test.each([
  ['Protected', ['back-up', 'change-plan', 'stop-protection', 'restore']],
  ['IRPending', ['back-up', 'change-plan', 'stop-protection', 'restore']],
  ['ProtectionStopped', ['resume-protection', 'stop-protection', 'restore']],
  ['BackupsSuspended', ['resume-protection', 'stop-protection', 'restore']],
  ['Hibernating', ['back-up', 'change-plan', 'stop-protection', 'resume-protection', 'restore']],
])('in the state %s a machine offers %j', (protectionState, actions) => {
  expect(map({ ...machine, protectionState }).actions).toEqual(actions);
  const database = map({ ...machine, protectionState, backupManagementType: 'AzureWorkload' });
  expect(database.actions).toEqual(actions.filter((action) => action !== 'restore'));
  expect(map({ ...machine, protectionState, backupManagementType: 'MAB' }).actions).toEqual([]);
});

test.each([
  [{ workloadType: 'VM' }, 'vm'],
  [{ workloadType: 'AzureFileShare' }, 'file-share'],
  [{ workloadType: 'Other', backupManagementType: 'AzureWorkload' }, 'database'],
  [{ protectedItemType: 'Microsoft.ClassicCompute/virtualMachines' }, 'vm'],
  [{ protectedItemType: 'MabFileFolderProtectedItem' }, 'server'],
  [{ protectedItemType: 'GenericProtectedItem' }, 'other'],
])('%j is of type %s', (properties, type) => {
  expect(map(properties).type).toBe(type);
});

test('the plan is the policy, named by its path where the vendor reports only that, and none where it is empty', () => {
  const policyId = `${id.split('/backupFabrics')[0]}/backupPolicies/Nightly`;
  expect(map({ ...machine, policyId }).plan).toEqual({ id: policyId, name: 'Nightly', nextRunAt: null });
  expect(map({ ...machine, policyId, policyName: 'nightly' }).plan?.name).toBe('nightly');
  expect(map({ ...machine, policyId: '' })).toMatchObject({ plan: null, provenance: { plan: 'missing' } });
  expect(map({ ...machine, policyId: [7] })).toMatchObject({ plan: null, provenance: { plan: 'unreadable' } });
});

test.each([
  ['Completed', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z', 'inferred'],
  ['Healthy', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z', 'inferred'],
  ['CompletedWithWarnings', '2026-01-01T00:00:00Z', null, 'missing'],
  ['Completed', '1900-01-01T00:00:00Z', null, 'missing'],
  ['Failed', '2026-01-01T00:00:00Z', null, 'missing'],
  ['', '2026-01-01T00:00:00Z', null, 'missing'],
  ['Completed', '2001-01-01T00:00:00Z', null, 'missing'],
  ['Completed', 'soon', null, 'unreadable'],
])('a last backup that was %s at %s is a success at %s', (lastBackupStatus, lastBackupTime, lastSuccessAt, why) => {
  expect(map({ ...machine, lastBackupStatus, lastBackupTime })).toMatchObject({
    lastSuccessAt,
    provenance: { lastSuccessAt: why },
  });
});

test('an item without a path of its own is rejected, and so is what is no object', () => {
  expect(readItem({ name: 'VM;One', properties: machine }, source)).toMatchObject({
    rejection: { nativeId: 'VM;One', reason: 'no-readable-id' },
  });
  expect(readItem('text', source)).toMatchObject({ rejection: { reason: 'not-an-object' } });
  expect(readPlan({ properties: {} }, source)).toMatchObject({ rejection: { reason: 'no-readable-id' } });
  expect(mapRecoveryPoints([null, {}, { name: '..' }, { id: 'a/recoveryPoints/7' }])).toEqual([
    toRecoveryPoint({ id: '7' }),
  ]);
});

test.each([
  [undefined, 'missing'],
  ['daily', 'unreadable'],
  [{ schedulePolicyType: 'LongTermSchedulePolicy' }, 'missing'],
])('a schedule of %j is missing, and the policy remains', (schedulePolicy, why) => {
  const result = readPlan({ name: 'p', properties: { schedulePolicy } }, source);
  expect(result).toMatchObject({ record: { plan: { nativeId: 'p', schedule: null, provenance: { schedule: why } } } });
});

/** The fields that are null and do not say why. */
function silentFields(result: ReturnType<typeof readItem> | ReturnType<typeof readPlan>): string[] {
  if (result.kind === 'rejected') return [];
  const known = 'item' in result.record ? result.record.item : result.record.plan;
  return Object.entries(known).flatMap(([field, value]) =>
    value === null && field !== 'tenant' && known.provenance[field] === undefined ? [field] : [],
  );
}

test('whatever comes is an item, a policy or rejected, and a null says why it is null', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
      const odd = { id, properties: { ...machine, policyId: value, lastBackupTime: other, schedulePolicy: value } };
      for (const raw of [value, { id, properties: other }, odd]) {
        expect(silentFields(readItem(raw, source))).toEqual([]);
        expect(silentFields(readPlan(raw, source))).toEqual([]);
      }
    }),
  );
});
