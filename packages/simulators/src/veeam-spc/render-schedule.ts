import type { SimulatedSchedule } from '../schedule/rule.ts';
import { dayOf, instantsOf, shiftedInstant } from '../schedule/zone.ts';
import { idOfPlan } from './plans.ts';
import { renderTime } from './render-v3.ts';
import { nextRunMs } from './schedule.ts';
import type { SpcServerJob } from './server-job.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const NIGHT = [0, 1, 2, 3, 4, 5];
const PREVIOUS_JOB = { previousJobId: '5a7d1c40-93e8-4b26-8f05-c1e6d2b97a34', previousJobName: 'BackupVm 1' };

const pad = (count: number): string => String(count).padStart(2, '0');
const timeOf = (slotMs: number): string => `${pad(Math.floor(slotMs / 3_600_000))}:${pad((slotMs / 60_000) % 60)}:00`;

/** The part of a schedule that makes the runs: its times are those of its zone, and of UTC as they are at its next run. */
const plannedPart = ({ rules, timeZone }: SimulatedSchedule, nextMs: number | null): object => {
  const [rule] = rules;
  if (rule === undefined || rule.kind === 'window') return {};
  if (rule.kind === 'after')
    return { chainingOptions: { previousJobId: idOfPlan(rule.plan), previousJobName: rule.plan } };
  if (rule.kind === 'interval') {
    const inHours = rule.everyMinutes % 60 === 0;
    const fullPeriod = inHours ? rule.everyMinutes / 60 : rule.everyMinutes;
    return { periodicallyScheduleOptions: { kind: inHours ? 'Hours' : 'Minutes', fullPeriod, schedule: null } };
  }
  const day = dayOf(nextMs ?? 0, timeZone);
  const [first = '00:00'] = rule.times;
  const [atMs = shiftedInstant(day, first, timeZone)] = instantsOf(day, first, timeZone);
  const time = { time: `${first}:00`, timeUtc: new Date(atMs).toISOString().slice(11, 19) };
  const { on } = rule;
  if (on === undefined) return { dailyScheduleOptions: { kind: 'Everyday', days: DAYS, ...time } };
  if ('weekdays' in on) return { dailyScheduleOptions: { kind: 'SelectedDays', days: on.weekdays, ...time } };
  if (!('position' in on)) throw new RangeError('the console documents months by their weekdays only');
  const months = MONTHS.filter((_, index) => rule.months?.includes(index + 1) ?? true);
  return { monthlyScheduleOptions: { ...time, dayNumberInMonth: on.position, dayOfWeek: on.weekday, months } };
};

/** The part of the schedule that its type is about; the console and the backup server are both in UTC here. */
const partOf = ({ scheduleType, slotMs }: SpcServerJob): object => {
  const time = { time: timeOf(slotMs), timeUtc: timeOf(slotMs) };
  switch (scheduleType) {
    case 'Daily':
      return { dailyScheduleOptions: { kind: 'Everyday', days: DAYS, ...time } };
    case 'Monthly':
      return {
        monthlyScheduleOptions: { ...time, dayNumberInMonth: 'First', dayOfWeek: 'Sunday', months: MONTHS },
      };
    case 'Periodically':
      return { periodicallyScheduleOptions: { kind: 'Hours', fullPeriod: 4, schedule: null } };
    case 'BackupWindow':
      return { backupWindowOptions: { timePeriods: DAYS.map((day) => ({ day, hours: NIGHT })) } };
    case 'Chained':
      return { chainingOptions: PREVIOUS_JOB };
    default:
      return {};
  }
};

/** The schedule of a job of a backup server, as its model has it: such a job does not say when it runs next. */
export const renderSchedule = (job: SpcServerJob, nowMs: number): object => {
  const nextMs = nextRunMs(job, nowMs);
  const start = renderTime(nextMs, 0);
  return {
    startDateTime: start,
    startDateTimeUtc: start,
    ...(job.schedule === undefined ? partOf(job) : plannedPart(job.schedule.scheduleAt(nowMs), nextMs)),
    continuousScheduleEnabled: job.scheduleType === 'Continuously',
  };
};
