import type { RuleDays, ScheduleRule } from '@crossvault/simulators';
import type { MonthPlan } from './month-plan.ts';

type Track = ScheduleRule['track'];

const at = (times: readonly string[], on?: RuleDays, track: Track = 'backup'): ScheduleRule => ({
  kind: 'calendar',
  track,
  times,
  ...(on === undefined ? {} : { on }),
});
const workdays: RuleDays = { weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] };
const every = (everyMinutes: number): ScheduleRule => ({
  kind: 'interval',
  track: 'backup',
  everyMinutes,
  anchor: '2020-01-01T00:30:00Z',
});
/** The same, as a window that lasts all day. */
const allDay = (everyHours: number): ScheduleRule => ({
  kind: 'window',
  track: 'backup',
  everyHours,
  from: '00:30',
  hours: 24 - everyHours,
});
const hours = (step: number): string[] =>
  Array.from({ length: 24 / step }, (_, index) => `${String(index * step).padStart(2, '0')}:00`);

/** Policies of Azure, whose items have runs of their own. */
const ofAzure = (
  kind: string,
  everyHours: number,
  rules: readonly ScheduleRule[],
  timeZone: string,
  items: readonly string[],
  more: Partial<MonthPlan['wish']> = {},
): MonthPlan => ({
  vendor: 'azure-backup',
  kind,
  basis: 'schedule',
  everyHours,
  wish: { name: `policy-${items[0]}`, rules, timeZone, items, ...more },
});

/** Agents have no policy: what Azure reports of them are their runs. */
const ofAgent = (kind: string, everyHours: number, rules: readonly ScheduleRule[], name: string, timeZone = 'UTC') =>
  ({
    ...ofAzure(kind, everyHours, rules, timeZone, [name], { sort: 'MAB', name: `agent of ${name}` }),
    basis: 'inferred',
  }) satisfies MonthPlan;

/** It runs when its owner works: hours late, and on many days not at all. */
const laptop = (name: string): MonthPlan => ({
  ...ofAgent('laptop', 24, [at(['08:00'])], name),
  basis: 'irregular',
  wish: {
    name: `agent of ${name}`,
    sort: 'MAB',
    rules: [at(['08:00'])],
    items: [name],
    lateSeconds: [0, 36_000],
  },
});

const azure: readonly MonthPlan[] = [
  ofAzure('daily, Berlin', 24, [at(['23:00'])], 'Europe/Berlin', ['web-01', 'web-02', 'sql-01', 'app-03']),
  ofAzure('daily 02:30, Berlin', 24, [at(['02:30'])], 'Europe/Berlin', ['early-01', 'early-02', 'early-03']),
  ofAzure('daily, Kolkata', 24, [at(['21:15'])], 'Asia/Kolkata', ['kol-01', 'kol-02'], { list: 'abdemovault' }),
  ofAzure('daily 02:15, Lord Howe', 24, [at(['02:15'])], 'Australia/Lord_Howe', ['isle-01', 'isle-02']),
  ofAzure(
    'window, New York',
    4,
    [{ kind: 'window', track: 'backup', everyHours: 4, from: '08:00', hours: 12 }],
    'America/New_York',
    ['orders-01', 'orders-02'],
    { minutes: [3, 12] },
  ),
  ofAzure('weekdays', 24, [at(['19:30'], workdays)], 'Europe/Berlin', ['desk-01', 'desk-02', 'desk-03']),
  ofAzure('weekly', 168, [at(['01:30'], { weekdays: ['Sunday'] })], 'Europe/Berlin', ['week-01', 'week-02']),
  ofAzure('daily share', 24, [at(['20:00'])], 'UTC', ['finance', 'projects'], {
    sort: 'AzureStorage',
    list: 'azurefilesvault',
    minutes: [1, 6],
  }),
  ofAzure(
    'full and log',
    24,
    [
      at(['21:00'], undefined, 'full'),
      { kind: 'interval', track: 'log', everyMinutes: 15, anchor: '2020-01-01T00:00:00Z' },
    ],
    'Europe/Berlin',
    ['Orders', 'Stock'],
    { sort: 'AzureWorkload' },
  ),
  ofAzure('edited', 24, [at(['18:00'])], 'Europe/Berlin', ['edit-01', 'edit-02']),
  ofAzure('switched off and on', 24, [at(['16:00'])], 'Europe/Berlin', ['off-01', 'off-02']),
  ofAgent('daily', 24, [at(['21:30'])], 'fs-01'),
  ofAgent('daily, Berlin', 24, [at(['22:15'])], 'fs-02', 'Europe/Berlin'),
  ofAgent('weekdays', 24, [at(['18:00'], workdays)], 'fs-03', 'Europe/Berlin'),
  ofAgent('weekly', 168, [at(['04:00'], { weekdays: ['Saturday'] })], 'fs-04'),
  ofAgent('every four hours', 4, [allDay(4)], 'fs-05'),
  ofAgent('hourly', 1, [allDay(1)], 'fs-06'),
  ofAgent('twice daily', 12, [at(['06:00', '18:00'])], 'fs-07'),
  laptop('lap-01'),
  laptop('lap-02'),
  laptop('lap-03'),
];

const ofAppliance = (
  kind: string,
  everyHours: number,
  rules: readonly ScheduleRule[],
  name: string,
  more: Partial<MonthPlan['wish']> = {},
): MonthPlan => ({
  vendor: 'veeam-azure',
  kind,
  basis: 'schedule',
  everyHours,
  wish: { name, rules, timeZone: 'Europe/Berlin', items: [`${name} 1`, `${name} 2`], ...more },
});

const appliance: readonly MonthPlan[] = [
  ofAppliance('hourly', 1, [at(hours(1), undefined, 'snapshot')], 'hourly', { minutes: [1, 9] }),
  ofAppliance('every four hours', 4, [at(hours(4), undefined, 'snapshot')], 'four-hourly'),
  ofAppliance('daily, two tracks', 24, [at(['22:00'], undefined, 'snapshot'), at(['22:00'])], 'nightly'),
  ofAppliance('daily 02:00, Berlin', 24, [at(['02:00'])], 'two-o-clock'),
  ofAppliance('weekdays', 24, [at(['20:00'], workdays)], 'workdays'),
  ofAppliance('weekly', 168, [at(['03:00'], { weekdays: ['Saturday'] })], 'saturdays'),
  ofAppliance('nth weekday', 720, [at(['04:00'], { position: 'Second', weekday: 'Tuesday' })], 'second-tuesday'),
  ofAppliance('last day of month', 720, [at(['23:00'], { lastDay: true })], 'last-day'),
  ofAppliance('day of month', 720, [at(['05:00'], { daysOfMonth: [15] })], 'fifteenth'),
  ofAppliance('edited', 24, [at(['21:00'])], 'edited'),
  ofAppliance('switched off and on', 24, [at(['17:00'])], 'switched'),
  ofAppliance('twice daily', 12, [at(['06:00', '18:00'])], 'twice', { sort: 'sql' }),
];

const ofConsole = (
  kind: string,
  everyHours: number,
  rule: ScheduleRule,
  name: string,
  basis: MonthPlan['basis'],
  more: Partial<MonthPlan['wish']> = {},
): MonthPlan => ({
  vendor: 'veeam-spc',
  kind,
  basis,
  everyHours,
  wish: { name, sort: basis === 'next-run' ? 'Server' : 'BackupVm', rules: [rule], items: [`${name}-host`], ...more },
});

const computers: readonly MonthPlan[] = [
  ofConsole('daily', 24, at(['22:00']), 'srv-file', 'next-run'),
  ofConsole('daily, Berlin', 24, at(['02:30']), 'srv-mail', 'next-run', { timeZone: 'Europe/Berlin' }),
  ofConsole('weekdays', 24, at(['21:00'], workdays), 'srv-dc', 'next-run'),
  ofConsole('every four hours', 4, every(240), 'srv-web', 'next-run', { minutes: [2, 8] }),
  ofConsole('hourly', 1, every(60), 'srv-erp', 'next-run', { minutes: [2, 8] }),
  ofConsole('edited', 24, at(['20:00']), 'srv-edit', 'next-run'),
  ofConsole('nth weekday', 720, at(['03:00'], { position: 'Third', weekday: 'Sunday' }), 'third-sunday', 'schedule'),
  ofConsole('daily, Istanbul', 24, at(['23:00']), 'production', 'schedule'),
  ofConsole('chained', 24, { kind: 'after', track: 'copy', plan: 'production' }, 'offsite', 'schedule', {
    sort: 'BackupCopy',
  }),
];

const ofService = (kind: string, everyHours: number, times: readonly string[], name: string, sort: string) =>
  ({
    vendor: 'avepoint',
    kind,
    basis: 'schedule',
    everyHours,
    wish: { name, sort, rules: [at(times)] },
  }) satisfies MonthPlan;

const services: readonly MonthPlan[] = [
  ofService('frequency', 6, ['02:00', '08:00', '14:00', '20:00'], 'Exchange Online', '0'),
  ofService('twice daily', 12, ['01:00', '13:00'], 'SharePoint Online', '1'),
  ofService('daily', 24, ['03:00'], 'OneDrive', '2'),
  ofService('daily', 24, ['05:00'], 'Teams Chat', '10'),
];

/** Every kind of plan that the vendors have. */
export const monthPlans: readonly MonthPlan[] = [...azure, ...appliance, ...computers, ...services];
