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
  const start = renderTime(nextRunMs(job, nowMs), 0);
  return {
    startDateTime: start,
    startDateTimeUtc: start,
    ...partOf(job),
    continuousScheduleEnabled: job.scheduleType === 'Continuously',
  };
};
