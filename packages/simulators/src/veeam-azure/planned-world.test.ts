import { afterEach, expect, test } from 'vitest';
import { type Simulators, type SimulatorsOptions, startSimulators } from '../simulators.ts';

type Row = Readonly<Record<string, unknown>>;

let simulators: Simulators;
afterEach(() => simulators.close());

const open = async (schedules: SimulatorsOptions['schedules'] = {}, start = '2026-07-20T06:00:00Z', days = 3) => {
  simulators = await startSimulators({ vendors: ['veeam-azure'], start, days, schedules });
  return simulators.vendor('veeam-azure');
};
const call = async (path: string, method = 'GET'): Promise<Row> => {
  const vendor = simulators.vendor('veeam-azure');
  const headers = { authorization: `Bearer ${vendor.tokens.valid}` };
  const response = await fetch(`${vendor.url}/api/v8.1/${path}`, { method, headers });
  const text = await response.text();
  return text === '' ? {} : JSON.parse(text);
};
const rowsOf = async (path: string): Promise<readonly Row[]> => {
  const { results } = await call(`${path}${path.includes('?') ? '&' : '?'}Limit=-1`);
  return Array.isArray(results) ? results : [];
};
const policyOf = async (name: string, path = 'policies/virtualMachines') =>
  (await rowsOf(path)).find((policy) => policy['name'] === name);
const sessionsOf = async (name: string) => rowsOf(`jobSessions?PolicyId=${String((await policyOf(name))?.['id'])}`);
const minuteOf = (value: unknown): string => String(value).slice(0, 13);

test('the hours of a policy are those of the appliance, which says its zone, and its sessions start at them', async () => {
  await open();
  expect(await call('system/time')).toMatchObject({ timeZone: 'Europe/London' });
  expect(await policyOf('Web tier')).toMatchObject({
    dailySchedule: {
      dailyType: 'Everyday',
      snapshotSchedule: { hours: [21] },
      backupSchedule: { hours: [21] },
    },
    nextExecutionTime: '2026-07-20T20:00:00Z',
    backupStatus: 'Success',
  });
  expect((await sessionsOf('Web tier')).map((row) => [row['type'], minuteOf(row['executionStartTime'])])).toEqual([
    ['PolicyBackup', '2026-07-19T20'],
    ['PolicySnapshot', '2026-07-19T20'],
    ['PolicyBackup', '2026-07-18T20'],
    ['PolicySnapshot', '2026-07-18T20'],
    ['PolicyBackup', '2026-07-17T20'],
    ['PolicySnapshot', '2026-07-17T20'],
  ]);
});

test.each([
  ['the night that skips the hour has no session', '2026-03-30T12:00:00Z', ['2026-03-28T01:00', '2026-03-30T00:00']],
  [
    'the night that has the hour twice has one',
    '2026-10-26T12:00:00Z',
    ['2026-10-24T00:00', '2026-10-25T00:00', '2026-10-26T01:00'],
  ],
])('at 01:00 in London %s', async (_name, start, due) => {
  const rules = [{ kind: 'calendar', track: 'backup', times: ['01:00'] }] as const;
  await open({ plans: { 'veeam-azure': [{ name: 'small hours', timeZone: 'Europe/London', rules }] } }, start);
  expect(simulators.schedule().occurrences.map(({ dueAt }) => dueAt.slice(0, 16))).toEqual(due);
});

test('a policy tells monthly days, weekdays and intervals as its document has them', async () => {
  const name = 'rich';
  const rules = [
    { kind: 'calendar', track: 'backup', times: ['04:00', '16:00'] },
    { kind: 'calendar', track: 'snapshot', times: ['03:00'], on: { weekdays: ['Monday', 'Friday'] } },
    {
      kind: 'calendar',
      track: 'backup',
      times: ['05:00'],
      on: { position: 'Last', weekday: 'Sunday' },
      months: [3, 6],
    },
  ] as const;
  await open({ plans: { 'veeam-azure': [{ name, rules }] } });
  expect(await policyOf(name)).toMatchObject({
    dailySchedule: { backupSchedule: { hours: [4, 16] } },
    weeklySchedule: { startTime: 3, snapshotSchedule: { selectedDays: ['Monday', 'Friday'] } },
    monthlySchedule: {
      startTime: 5,
      type: 'Last',
      dayOfWeek: 'Sunday',
      backupSchedule: { selectedMonths: ['March', 'June'] },
    },
  });
});

test('failed machines are tried again after ten minutes, and a session names the machine', async () => {
  const vendor = await open();
  vendor.plant({ kind: 'fail', plan: 'Web tier', item: 'vm-jump', recovers: true });
  simulators.clock.move(24 * 3_600_000);
  const backups = (await sessionsOf('Web tier')).filter(({ type }) => type === 'PolicyBackup').slice(0, 2);
  expect(backups.map(({ status }) => status)).toEqual(['Success', 'Error']);
  const [again, first] = backups;
  const waitedMs = Date.parse(String(again?.['executionStartTime'])) - Date.parse(String(first?.['executionStopTime']));
  expect(Math.round(waitedMs / 60_000)).toBe(10);
  const { log } = await call(`jobSessions/${String(first?.['id'])}/log`);
  expect(JSON.stringify(log)).toContain('Failed to process vm-jump');
});

test('the last backup of a machine is that of the last good session over it', async () => {
  await open({
    events: [{ vendor: 'veeam-azure', kind: 'fail', plan: 'Web tier', item: 'vm-jump', at: '2026-07-19T12:00:00Z' }],
  });
  const machines = await rowsOf('protectedItem/virtualMachines');
  const lastOf = (name: string) => minuteOf(machines.find((row) => row['name'] === name)?.['lastBackup']);
  expect([lastOf('vm-jump'), lastOf('vm-build-7'), lastOf('vm-web-01')]).toEqual([
    '2026-07-18T20',
    '2026-07-19T20',
    '2026-07-19T21',
  ]);
});

test('a policy that is disabled by the interface is due no more, until it is enabled again', async () => {
  await open();
  const id = String((await policyOf('Web tier'))?.['id']);
  await call(`policies/virtualMachines/${id}/disable`, 'POST');
  expect(await policyOf('Web tier')).toMatchObject({ isEnabled: false, nextExecutionTime: null });
  simulators.clock.move(24 * 3_600_000);
  await call(`policies/virtualMachines/${id}/enable`, 'POST');
  simulators.clock.move(24 * 3_600_000);
  const due = simulators.schedule().occurrences.filter(({ plan, track }) => plan === 'Web tier' && track === 'backup');
  expect(due.slice(3).map(({ dueAt }) => dueAt)).toEqual(['2026-07-21T20:00:00.000Z']);
});

test('an appliance has one zone', async () => {
  const rules = [{ kind: 'calendar', track: 'backup', times: ['01:00'] }] as const;
  const plans = {
    'veeam-azure': [
      { name: 'a', rules },
      { name: 'b', timeZone: 'Europe/London', rules },
    ],
  };
  await expect(startSimulators({ vendors: ['veeam-azure'], schedules: { plans } })).rejects.toThrow(
    'an appliance has one zone',
  );
  await open();
});
