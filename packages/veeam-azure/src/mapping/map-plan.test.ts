import { planSchema } from '@crossvault/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PolicySort } from '../versions.ts';
import { toPlan } from './map-plan.ts';

const id = 'E4D2B790-35FA-47C6-9C18-7A6B0E5F8D24';

const planOf = (raw: unknown, sort: PolicySort = 'virtual-machines') => {
  const result = toPlan(raw, sort, { connection: 'ukwest', timeZone: 'Europe/London' });
  if (result.kind === 'rejected') throw new Error(result.rejection.reason);
  return result.record.plan;
};
const rejectionOf = (raw: unknown) => {
  const result = toPlan(raw, 'sql', { connection: 'ukwest', timeZone: 'Europe/London' });
  return result.kind === 'rejected' ? result.rejection : null;
};

test('a policy reports its name, its switch, its next run and how its parts went', () => {
  const raw = { id, name: 'Prod', isEnabled: true, backupStatus: 'Warning', nextExecutionTime: '2026-03-02T22:00:00Z' };
  expect(planOf(raw)).toMatchObject({
    connection: 'ukwest',
    vendor: 'veeam-azure',
    nativeId: id,
    name: 'Prod',
    enabled: true,
    nativeStatus: 'Warning',
    nextRunAt: '2026-03-02T22:00:00.000Z',
    lastJob: null,
    actions: ['run', 'disable'],
    provenance: { lastJob: 'unsupported', targets: 'unsupported', schedule: 'missing', actions: 'computed' },
  });
});

test('its key holds the sort, and the id in lower case', () => {
  const result = toPlan({ id }, 'sql', { connection: 'ukwest', timeZone: 'Europe/London' });
  expect(result).toMatchObject({ kind: 'plan', record: { key: ['sql', id.toLowerCase()], raw: { id } } });
});

test.each([
  [{ backupStatus: 'Success', snapshotStatus: 'Running' }, ['stop', 'disable'], 'Running'],
  [{ backupStatus: 'Canceling' }, ['stop', 'disable'], 'Canceling'],
  [{ snapshotStatus: 'NeverExecuted' }, ['run', 'disable'], 'NeverExecuted'],
  [{ backupStatus: 'Hibernating' }, ['run', 'disable'], 'Hibernating'],
  [{ backupStatus: 7 }, ['run', 'disable'], '7'],
  [{ backupStatus: ['Success'] }, ['run', 'stop', 'disable'], null],
  [{}, ['run', 'stop', 'disable'], null],
])('%j offers %j', (statuses, actions, nativeStatus) => {
  expect(planOf({ id, isEnabled: true, ...statuses })).toMatchObject({ actions, nativeStatus });
});

test.each([
  [{ snapshotStatus: 'Error', backupStatus: 'Success' }, 'Error'],
  [{ backupStatus: 'Success', healthCheckStatus: 'Warning' }, 'Warning'],
  [{ backupStatus: 'Warning', archiveStatus: 'Canceled' }, 'Canceled'],
  [{ backupStatus: 'Success', archiveStatus: 'Failed' }, 'Failed'],
  [{ backupStatus: 'NeverExecuted', snapshotStatus: 'Success' }, 'Success'],
  [{ backupStatus: 'Error', snapshotStatus: 'Running' }, 'Running'],
])('of the parts %j the status of the policy is %s, and every part is shown', (statuses, nativeStatus) => {
  const plan = planOf({ id, isEnabled: true, ...statuses });
  expect(plan).toMatchObject({ nativeStatus, details: statuses });
  expect(plan.provenance['nativeStatus']).toBeUndefined();
});

test('a part that cannot be read may have ended worse than the others', () => {
  const plan = planOf({ id, backupStatus: 'Success', snapshotStatus: ['Error'] });
  expect(plan).toMatchObject({ nativeStatus: 'Success', details: { backupStatus: 'Success' } });
  expect(plan.provenance).toMatchObject({ nativeStatus: 'unreadable', details: 'unreadable' });
});

test.each([
  [false, ['run', 'enable'], undefined],
  [null, ['run', 'enable', 'disable'], 'missing'],
  ['yes', ['run', 'enable', 'disable'], 'unreadable'],
])('with isEnabled %j it offers %j', (isEnabled, actions, provenance) => {
  const plan = planOf({ id, isEnabled, backupStatus: 'Success' });
  expect(plan.actions).toEqual(actions);
  expect(plan.provenance['enabled']).toBe(provenance);
});

test('a policy by agreed service level is neither started nor stopped', () => {
  expect(planOf({ id, isEnabled: true, backupStatus: 'Running' }, 'sla').actions).toEqual(['disable']);
});

test('the one of virtual networks is found without an id', () => {
  expect(planOf({ isEnabled: false, backupIntervalHours: 4 }, 'vnet')).toMatchObject({
    nativeId: 'vnet',
    schedule: { text: 'every 4 hours', rules: [{ kind: 'interval', every: 14_400, anchorAt: null }] },
    provenance: { nativeId: 'computed' },
  });
});

test('what has no readable id is rejected with the reason', () => {
  expect(rejectionOf('policy')).toMatchObject({ reason: 'not-an-object' });
  expect(rejectionOf({ name: 'Prod' })).toMatchObject({ reason: 'no-readable-id', nativeId: 'Prod' });
  expect(rejectionOf({ id: [5] })).toMatchObject({ reason: 'no-readable-id' });
});

test('any JSON becomes a plan of the contract or a rejection', () => {
  const fields = fc.constantFrom(
    'isEnabled',
    'backupStatus',
    'dailySchedule',
    'weeklySchedule',
    'monthlySchedule',
    'yearlySchedule',
    'name',
  );
  fc.assert(
    fc.property(fc.dictionary(fields, fc.jsonValue()), (raw) => {
      const result = toPlan({ id, ...raw }, 'sql', { connection: 'ukwest', timeZone: 'Europe/London' });
      return result.kind === 'plan' && planSchema.safeParse(result.record.plan).success;
    }),
  );
});
