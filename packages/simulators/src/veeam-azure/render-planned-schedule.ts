import type { RuleDays, ScheduleRule, SimulatedSchedule, Track } from '../schedule/rule.ts';

type Calendar = Extract<ScheduleRule, { readonly kind: 'calendar' }>;
type Part = Readonly<Record<string, unknown>>;

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
];
const RETENTION = { timeRetentionDuration: 30, retentionDurationType: 'Days' };

/** Policies know full hours only. */
const hourOf = (time: string): number => {
  const [hour, minute] = time.split(':').map(Number);
  if (minute !== 0 || hour === undefined)
    throw new RangeError(`a policy of the appliance starts at a full hour, not at ${time}`);
  return hour;
};

const FIELDS: Readonly<Partial<Record<Track, readonly [field: string, kept: Part]>>> = {
  snapshot: ['snapshotSchedule', { snapshotsToKeep: 7 }],
  backup: ['backupSchedule', { retention: RETENTION }],
};

/** When snapshots and backups are made, each as its own object. */
const tracksOf = (rules: readonly Calendar[], momentsOf: (rule: Calendar) => Part): Part =>
  Object.fromEntries(
    rules.map((rule) => {
      const [field, kept] = FIELDS[rule.track] ?? [];
      if (field === undefined) throw new RangeError(`a policy of the appliance has no schedule for ${rule.track}`);
      return [field, { ...momentsOf(rule), ...kept }];
    }),
  );

const weekdaysOf = (on: RuleDays | undefined): readonly string[] | null =>
  on !== undefined && 'weekdays' in on ? on.weekdays : null;

const renderDaily = (rules: readonly Calendar[]): Part => {
  const selectedDays = weekdaysOf(rules[0]?.on);
  return {
    dailySchedule: {
      dailyType: selectedDays === null ? 'Everyday' : 'SelectedDays',
      selectedDays,
      runsPerHour: 1,
      ...tracksOf(rules, ({ times }) => ({ hours: times.map(hourOf) })),
    },
  };
};

const renderWeekly = (rules: readonly Calendar[]): Part => ({
  weeklySchedule: {
    startTime: hourOf(rules[0]?.times[0] ?? '00:00'),
    ...tracksOf(rules, ({ on }) => ({ selectedDays: weekdaysOf(on) })),
  },
});

const dayFields = (on: RuleDays | undefined): Part => {
  if (on === undefined || 'weekdays' in on) return {};
  if ('lastDay' in on) return { type: 'SelectedDay', monthlyLastDay: true };
  if ('position' in on) return { type: on.position, dayOfWeek: on.weekday, monthlyLastDay: false };
  return { type: 'SelectedDay', dayOfMonth: on.daysOfMonth[0], monthlyLastDay: false };
};

const renderMonthly = (rules: readonly Calendar[]): Part => ({
  monthlySchedule: {
    startTime: hourOf(rules[0]?.times[0] ?? '00:00'),
    ...dayFields(rules[0]?.on),
    ...tracksOf(rules, ({ months }) => ({
      selectedMonths: (months ?? MONTHS.map((_, index) => index + 1)).map((month) => MONTHS[month - 1]),
    })),
  },
});

const renderInterval = (everyMinutes: number): Part => ({
  backupIntervalMinutes: everyMinutes % 60 === 0 ? null : everyMinutes,
  backupIntervalHours: everyMinutes % 60 === 0 ? everyMinutes / 60 : null,
  retentionPeriodDays: 30,
});

/** The parts of a policy that tell its rules. Beside rules of every day, those of weekdays are the weekly part. */
export const renderRules = ({ rules }: SimulatedSchedule): Part => {
  const calendar = rules.filter((rule) => rule.kind === 'calendar');
  const [everyDay, others] = [
    calendar.filter(({ on }) => on === undefined),
    calendar.filter(({ on }) => on !== undefined),
  ];
  const ofWeekdays = others.filter(({ on }) => weekdaysOf(on) !== null);
  const ofMonths = others.filter(({ on }) => weekdaysOf(on) === null);
  const dailyRules = everyDay.length > 0 ? everyDay : ofWeekdays;
  const weeklyRules = everyDay.length > 0 ? ofWeekdays : [];
  const [interval] = rules.filter((rule) => rule.kind === 'interval');
  return {
    ...(dailyRules.length === 0 ? {} : renderDaily(dailyRules)),
    ...(weeklyRules.length === 0 ? {} : renderWeekly(weeklyRules)),
    ...(ofMonths.length === 0 ? {} : renderMonthly(ofMonths)),
    ...(interval === undefined ? {} : renderInterval(interval.everyMinutes)),
  };
};

/** The retention of the appliance itself is no policy, and has no document. */
export const checkRules = ({ rules, ...schedule }: SimulatedSchedule): void => {
  renderRules({ ...schedule, rules: rules.filter(({ track }) => track !== 'retention') });
};
