import { afterEach, expect, test } from 'vitest';
import { type Simulators, type SimulatorsOptions, startSimulators } from '../simulators.ts';

let simulators: Simulators;
afterEach(() => simulators.close());

const VAULT =
  '/subscriptions/8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50/resourceGroups/rg-backup-weu/providers/Microsoft.RecoveryServices/vaults/rsv-prod-weu';

const OTHER =
  '/subscriptions/ef4ab5a7-c2c0-4304-af80-af49f48af3d1/resourceGroups/azurefiles/providers/Microsoft.RecoveryServices/vaults/azurefilesvault';

const open = async (schedules: SimulatorsOptions['schedules'] = {}, start = '2026-11-20T06:00:00Z', days = 3) => {
  simulators = await startSimulators({ vendors: ['azure-backup'], start, days, schedules });
  return simulators.vendor('azure-backup');
};
type Row = { readonly name: string; readonly properties: Readonly<Record<string, unknown>> };
const ask = async (path: string): Promise<{ status: number; value: readonly Row[] }> => {
  const { url, tokens } = simulators.vendor('azure-backup');
  const init = { headers: { authorization: `Bearer ${tokens.valid}` } };
  const response = await fetch(`${url}${VAULT}/${path}${path.includes('?') ? '&' : '?'}api-version=2025-02-01`, init);
  const body = (await response.json()) as { value?: readonly Row[] };
  return { status: response.status, value: body.value ?? [] };
};
const jobsOf = async (name: string) =>
  (await ask('backupJobs')).value.filter(({ properties }) => properties['entityFriendlyName'] === name);
const itemOf = async (name: string) =>
  (await ask('backupProtectedItems')).value.find(({ properties }) => properties['friendlyName'] === name)?.properties;
const minuteOf = (value: unknown): string => String(value).slice(0, 13);

test('the nightly policy says when its jobs start, in its zone, and each machine has one a night', async () => {
  await open();
  const policy = (await ask('backupPolicies')).value.find(({ name }) => name === 'nightly-vm');
  expect(policy?.properties).toMatchObject({
    timeZone: 'W. Europe Standard Time',
    schedulePolicy: { scheduleRunFrequency: 'Daily', scheduleRunTimes: ['2020-01-01T23:00:00Z'] },
  });
  const jobs = await jobsOf('vm-web-01');
  expect(jobs.map(({ properties }) => [minuteOf(properties['startTime']), properties['status']])).toEqual([
    ['2026-11-19T22', 'Completed'],
    ['2026-11-18T22', 'Completed'],
    ['2026-11-17T22', 'Completed'],
  ]);
  expect(jobs.map(({ properties }) => properties['isUserTriggered'])).toEqual([false, false, false]);
});

test('a policy at 02:30 in a zone starts by the literal instants of both changes of clocks', async () => {
  const plans = {
    'azure-backup': [
      {
        name: 'small-hours',
        timeZone: 'Europe/Berlin',
        items: ['vm-1'],
        rules: [{ kind: 'calendar', track: 'backup', times: ['02:30'] }],
      },
    ],
  } as const;
  await open({ plans }, '2026-03-30T12:00:00Z');
  expect(simulators.schedule().occurrences.map(({ dueAt }) => dueAt)).toEqual([
    '2026-03-28T01:30:00.000Z',
    '2026-03-29T01:30:00.000Z',
    '2026-03-30T00:30:00.000Z',
  ]);
  await simulators.close();
  await open({ plans }, '2026-10-26T12:00:00Z');
  expect(simulators.schedule().occurrences.map(({ dueAt }) => dueAt)).toEqual([
    '2026-10-24T00:30:00.000Z',
    '2026-10-25T00:30:00.000Z',
    '2026-10-26T01:30:00.000Z',
  ]);
});

test('a machine by the hour runs within its window, and the clock that runs on brings its next jobs', async () => {
  await open({}, '2026-11-20T06:00:00Z', 1);
  const before = await jobsOf('vm-orders-01');
  expect(before.map(({ properties }) => minuteOf(properties['startTime'])).toReversed()).toEqual([
    '2026-11-19T07',
    '2026-11-19T11',
    '2026-11-19T15',
    '2026-11-19T19',
  ]);
  simulators.clock.move(6 * 3_600_000);
  const after = await jobsOf('vm-orders-01');
  expect(
    after
      .slice(0, -4)
      .map(({ properties }) => minuteOf(properties['startTime']))
      .toReversed(),
  ).toEqual(['2026-11-20T07', '2026-11-20T11']);
});

test('logs of a database are backed up every quarter of an hour and make no jobs', async () => {
  await open({}, '2026-11-20T06:10:00Z');
  const policy = (await ask('backupPolicies')).value.find(({ name }) => name === 'sql-full-and-log');
  expect(policy?.properties['subProtectionPolicy']).toMatchObject([
    { policyType: 'Full', schedulePolicy: { scheduleRunFrequency: 'Daily' } },
    { policyType: 'Log', schedulePolicy: { scheduleFrequencyInMins: 15 } },
  ]);
  const jobs = await jobsOf('MSSQLSERVER/Orders [sql-prod-1]');
  expect(jobs.map(({ properties }) => properties['operation'])).toEqual(Array(3).fill('Backup (Full)'));
  const container = 'backupFabrics/Azure/protectionContainers/VMAppContainer;Compute;rg-compute;sql-prod-1';
  const item = `${container}/protectedItems/SQLDataBase;mssqlserver;orders`;
  const log = await ask(`${item}/recoveryPoints?$filter=${encodeURIComponent("restorePointQueryType eq 'Log'")}`);
  expect(log.value[0]?.properties['timeRanges']).toMatchObject([{ endTime: '2026-11-20T06:00:00Z' }]);
});

test('a machine that failed three nights says so, and has the recovery point of the last good one', async () => {
  const at = '2026-11-17T12:00:00Z';
  const event = { vendor: 'azure-backup', kind: 'fail', plan: 'nightly-vm', item: 'vm-sql-01', at, times: 3 } as const;
  await open({ events: [event] }, '2026-11-20T06:00:00Z', 5);
  expect((await jobsOf('vm-sql-01')).map(({ properties }) => properties['status'])).toEqual([
    'Failed',
    'Failed',
    'Failed',
    'Completed',
    'Completed',
  ]);
  const item = await itemOf('vm-sql-01');
  expect(item?.['lastBackupStatus']).toBe('Failed');
  expect([item?.['lastBackupTime'], item?.['lastRecoveryPoint']].map(minuteOf)).toEqual([
    '2026-11-19T22',
    '2026-11-16T22',
  ]);
  expect(await itemOf('vm-web-01')).toMatchObject({ lastBackupStatus: 'Completed' });
});

test('a machine whose protection is stopped by the interface is due no more', async () => {
  const vendor = await open();
  const item =
    'backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;rg-compute;vm-web-01/protectedItems/vm;iaasvmcontainerv2;rg-compute;vm-web-01';
  const answer = await fetch(`${vendor.url}${VAULT}/${item}?api-version=2025-02-01`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${vendor.tokens.valid}` },
    body: JSON.stringify({ properties: { protectionState: 'ProtectionStopped' } }),
  });
  expect(answer.status).toBe(202);
  simulators.clock.move(3_600_000);
  simulators.clock.move(24 * 3_600_000);
  const due = simulators.schedule().occurrences.filter(({ dueAt }) => dueAt === '2026-11-20T22:00:00.000Z');
  expect(due.map(({ item: name }) => name)).not.toContain('vm-web-01');
  expect(due.map(({ item: name }) => name)).toContain('vm-web-02');
});

test('an edited policy tells its new times, and its jobs keep to them', async () => {
  const vendor = await open();
  const rules = [{ kind: 'calendar', track: 'backup', times: ['12:00'], on: { weekdays: ['Saturday'] } }] as const;
  vendor.plant({ kind: 'edit-schedule', plan: 'nightly-vm', rules });
  const policy = (await ask('backupPolicies')).value.find(({ name }) => name === 'nightly-vm');
  expect(policy?.properties['schedulePolicy']).toMatchObject({
    scheduleRunFrequency: 'Weekly',
    scheduleRunDays: ['Saturday'],
  });
  simulators.clock.move(3 * 86_400_000);
  expect(minuteOf((await jobsOf('vm-web-01'))[0]?.properties['startTime'])).toBe('2026-11-21T11');
});

test('one blind vault is unavailable for its span while the others answer', async () => {
  const vendor = await open();
  vendor.plant({ kind: 'blind', seconds: 3600, path: '/vaults/rsv-prod-weu/' });
  expect((await ask('backupJobs')).status).toBe(503);
  const others = await fetch(`${vendor.url}${OTHER}/backupJobs?api-version=2025-02-01`, {
    headers: { authorization: `Bearer ${vendor.tokens.valid}` },
  });
  expect(others.status).toBe(200);
  simulators.clock.move(3_600_000);
  expect((await ask('backupJobs')).status).toBe(200);
});

test('a retired machine leaves the list, and items of a disabled plan are suspended', async () => {
  const vendor = await open();
  vendor.plant({ kind: 'retire', plan: 'nightly-vm', item: 'vm-web-01' });
  vendor.plant({ kind: 'disable', plan: 'daily-files' });
  expect(await itemOf('vm-web-01')).toBeUndefined();
  expect((await itemOf('vm-web-02'))?.['protectionState']).toBe('Protected');
  expect((await itemOf('finance'))?.['protectionState']).toBe('BackupsSuspended');
  vendor.plant({ kind: 'enable', plan: 'daily-files' });
  expect((await itemOf('finance'))?.['protectionState']).toBe('Protected');
});
