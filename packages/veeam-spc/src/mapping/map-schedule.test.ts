import { type Plan, scheduleSchema } from '@crossvault/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import serverRow from '../connector/__fixtures__/get-server-job.example-spelling.json' with { type: 'json' };
import agentPage from '../connector/__fixtures__/list-agent-jobs-v3.two.json' with { type: 'json' };
import { mapPlanRow } from './map-plan.ts';

const context = {
  connection: 'console',
  list: 'jobs',
  observedAt: '2026-03-02T12:00:00.000Z',
  agent: 'a1',
  server: 's1',
};

function planOf(row: object, family: 'agent' | 'server'): Plan {
  const mapped = mapPlanRow(row, { ...context, family }, 'v3');
  if ('rejection' in mapped) throw new Error('This is a job.');
  return mapped.record.plan;
}
const agentPlan = (change: object): Plan => planOf({ ...agentPage.data[0], ...change }, 'agent');
const serverPlan = (change: object): Plan =>
  planOf({ ...serverRow.data, schedulingType: null, type: 'BackupVm', ...change }, 'server');

test('of an agent only the next run is known: no rule is made of the word', () => {
  const { schedule, nextRunAt } = agentPlan({
    scheduleType: 'Monthly',
    scheduleDisplayName: null,
    nextRun: '2026-03-29T02:30:00+01:00',
  });
  expect(schedule).toMatchObject({ text: 'Monthly', source: 'next-run', rules: [], timeZone: null, unread: [] });
  expect(nextRunAt).toBe('2026-03-29T01:30:00.000Z');
});

test.each([
  ['NotScheduled', 'none'],
  ['notScheduled', 'none'],
  ['Continuously', 'continuous'],
])('an agent that is %s has the rule %s', (scheduleType, kind) => {
  expect(agentPlan({ scheduleType }).schedule).toMatchObject({ source: 'native', rules: [{ kind, track: 'backup' }] });
});

const daily = { time: '22:30:00', timeUtc: '21:30:00', kind: 'Everyday', days: null };
const monthly = { time: '02:00', timeUtc: '07:30', dayNumberInMonth: 'Last', dayOfWeek: 'Sunday', months: null };

test.each<[string, object, object, string | null]>([
  ['Daily', { dailyScheduleOptions: daily }, { times: ['22:30'], days: { kind: 'every-day' } }, '+01:00'],
  [
    'Daily',
    {
      dailyScheduleOptions: { ...daily, time: '00:30:00', timeUtc: '22:30:00', kind: 'SelectedDays', days: ['Monday'] },
    },
    { times: ['00:30'], days: { kind: 'weekdays', weekdays: ['monday'] } },
    '+02:00',
  ],
  [
    'Daily',
    { dailyScheduleOptions: { ...daily, time: '21:30', kind: 'WeekDays' } },
    { times: ['21:30'], days: { weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] } },
    'UTC',
  ],
  ['Daily', { dailyScheduleOptions: { ...daily, timeUtc: null } }, { times: ['22:30'] }, null],
  [
    'Daily',
    {
      startDateTime: '2026-03-02T20:00:00',
      startDateTimeUtc: '2026-03-03T01:00:00Z',
      dailyScheduleOptions: { ...daily, timeUtc: null },
    },
    { times: ['22:30'] },
    '-05:00',
  ],
  ['Daily', { dailyScheduleOptions: { ...daily, time: null } }, { times: ['21:30'] }, 'UTC'],
  [
    'Monthly',
    { monthlyScheduleOptions: { ...monthly, months: ['March', 'December'] } },
    { times: ['02:00'], months: [3, 12], days: { kind: 'weekday-of-month', position: 'last', weekday: 'sunday' } },
    '-05:30',
  ],
  [
    'Periodically',
    { periodicallyScheduleOptions: { kind: 'Hours', fullPeriod: 4, schedule: null } },
    { kind: 'interval', every: 14_400, unit: 'seconds', anchorAt: null },
    null,
  ],
  [
    'Chained',
    { chainingOptions: { previousJobId: 'j1', previousJobName: 'First' } },
    { kind: 'after', plan: { id: 'j1', name: 'First' } },
    null,
  ],
])('the job of a backup server with the schedule %s %j has one rule', (scheduleType, schedule, rule, timeZone) => {
  const plan = serverPlan({ scheduleType, schedule });
  expect(plan.schedule).toMatchObject({
    source: 'native',
    rules: [{ track: 'backup', ...rule }],
    timeZone,
    timeZoneFrom: timeZone === null ? null : 'plan',
    unread: [],
  });
  expect(plan.provenance['schedule']).toBe('computed');
});

test.each([
  ['BackupCopy', 'copy'],
  ['BackupToTape', 'archive'],
  ['AhvStorageSnapshotJob', 'snapshot'],
  ['SureBackup', 'other'],
])('the job %s runs on the track %s', (type, track) => {
  const schedule = { dailyScheduleOptions: daily };
  expect(serverPlan({ type, scheduleType: 'Daily', schedule }).schedule?.rules).toMatchObject([{ track }]);
});

test.each<[string, unknown, string]>([
  ['Daily', null, 'schedule'],
  ['Daily', {}, 'schedule.dailyScheduleOptions'],
  ['Daily', { dailyScheduleOptions: { ...daily, kind: 'Unknown' } }, 'schedule.dailyScheduleOptions'],
  ['Daily', { dailyScheduleOptions: { ...daily, time: 'night', timeUtc: null } }, 'schedule.dailyScheduleOptions'],
  ['Monthly', { monthlyScheduleOptions: { ...monthly, dayNumberInMonth: 'OnDay' } }, 'schedule.monthlyScheduleOptions'],
  ['Monthly', { monthlyScheduleOptions: { ...monthly, months: ['Brumaire'] } }, 'schedule.monthlyScheduleOptions'],
  [
    'Periodically',
    { periodicallyScheduleOptions: { kind: 'Hours', fullPeriod: 4, schedule: [{ day: 'Monday', hours: [1] }] } },
    'schedule.periodicallyScheduleOptions',
  ],
  ['Chained', { chainingOptions: {} }, 'schedule.chainingOptions'],
  ['BackupWindow', { backupWindowOptions: { timePeriods: [] } }, 'schedule.backupWindowOptions'],
  ['Unknown', {}, 'scheduleType'],
])('of the schedule %s %j no rule is made up', (scheduleType, schedule, field) => {
  const plan = serverPlan({ scheduleType, schedule });
  expect(plan.schedule).toMatchObject({ text: scheduleType, rules: [], unread: [field] });
  expect(plan.provenance['schedule']).toBe('unreadable');
});

test('whatever a job has, its schedule is null or one of the model', () => {
  const options = fc.oneof(
    fc.jsonValue(),
    fc.record({
      time: fc.jsonValue(),
      timeUtc: fc.constantFrom('1:00', null),
      kind: fc.jsonValue(),
      days: fc.jsonValue(),
    }),
  );
  const field = fc.constantFrom('dailyScheduleOptions', 'monthlyScheduleOptions', 'periodicallyScheduleOptions');
  const word = fc.constantFrom('Daily', 'Monthly', 'Periodically', 3, null);
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(field, options)), word, (schedule, scheduleType) => {
      const found = serverPlan({ scheduleType, schedule }).schedule;
      return found === null || scheduleSchema.safeParse(found).success;
    }),
  );
});
