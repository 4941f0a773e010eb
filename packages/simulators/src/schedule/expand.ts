import { parseClockInstant } from '../clock/clock.ts';
import { POSITIONS, type RuleDays, type ScheduleRule, type SimulatedSchedule, type Track, WEEKDAYS } from './rule.ts';
import { type CalendarDay, dayAfter, dayOf, daysInMonth, instantsOf, shiftedInstant, weekdayOf } from './zone.ts';

/** An instant at which a run has to start, and what for. */
export type Due = { readonly atMs: number; readonly tracks: readonly Track[] };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A day more on either side: the day in the zone is another one than in UTC. */
const daysBetween = (fromMs: number, untilMs: number, timeZone: string): CalendarDay[] => {
  const first = dayAfter(dayOf(fromMs, timeZone), -1);
  const count = Math.ceil((untilMs - fromMs) / DAY_MS) + 3;
  return Array.from({ length: count }, (_, index) => dayAfter(first, index));
};

const isOn = (day: CalendarDay, on: RuleDays | undefined): boolean => {
  if (on === undefined) return true;
  const weekday = WEEKDAYS[weekdayOf(day)];
  if ('weekdays' in on) return on.weekdays.some((one) => one === weekday);
  if ('daysOfMonth' in on) return on.daysOfMonth.includes(day.day);
  if ('lastDay' in on) return day.day === daysInMonth(day);
  if (weekday !== on.weekday) return false;
  const isLast = day.day + 7 > daysInMonth(day);
  return on.position === 'Last' ? isLast : Math.ceil(day.day / 7) === POSITIONS.indexOf(on.position) + 1;
};

/** At most one run for a time of a day: of a time that comes twice the first. */
const startOn = (day: CalendarDay, time: string, { timeZone, skipped }: SimulatedSchedule): number[] => {
  const [first] = instantsOf(day, time, timeZone);
  if (first !== undefined) return [first];
  return skipped === 'later' ? [shiftedInstant(day, time, timeZone)] : [];
};

const startsOf = (rule: ScheduleRule, schedule: SimulatedSchedule, fromMs: number, untilMs: number): number[] => {
  switch (rule.kind) {
    case 'interval': {
      const [everyMs, anchorMs] = [rule.everyMinutes * 60_000, parseClockInstant(rule.anchor)];
      const first = Math.ceil((fromMs - anchorMs) / everyMs);
      const count = Math.max(0, Math.ceil((untilMs - anchorMs) / everyMs) - first);
      return Array.from({ length: count }, (_, index) => anchorMs + (first + index) * everyMs);
    }
    case 'calendar':
      return daysBetween(fromMs, untilMs, schedule.timeZone)
        .filter((day) => isOn(day, rule.on) && (rule.months?.includes(day.month) ?? true))
        .flatMap((day) => rule.times.flatMap((time) => startOn(day, time, schedule)));
    case 'window': {
      const count = Math.floor(rule.hours / rule.everyHours) + 1;
      return daysBetween(fromMs - DAY_MS, untilMs, schedule.timeZone)
        .filter((day) => isOn(day, rule.on))
        .flatMap((day) => startOn(day, rule.from, schedule))
        .flatMap((startMs) => Array.from({ length: count }, (_, index) => startMs + index * rule.everyHours * HOUR_MS));
    }
    case 'after':
      return [];
  }
};

/** When runs are due from an instant on, until before another. Rules that fall due at once are one run. */
export const dueBetween = (schedule: SimulatedSchedule, fromMs: number, untilMs: number): readonly Due[] => {
  if (untilMs <= fromMs) return [];
  const starts = schedule.rules.flatMap((rule) =>
    [...new Set(startsOf(rule, schedule, fromMs, untilMs))].map((atMs) => ({ atMs, track: rule.track })),
  );
  const within = starts.filter(({ atMs }) => atMs >= fromMs && atMs < untilMs);
  return [...Map.groupBy(within, ({ atMs }) => atMs)]
    .map(([atMs, group]) => ({ atMs, tracks: [...new Set(group.map(({ track }) => track))] }))
    .toSorted((one, other) => one.atMs - other.atMs);
};

/** The spans in which the next due time is looked for: most schedules have one in the first. */
const SPANS_DAYS = [2, 8, 33, 400, 1500];

/** The first due time after an instant; null: none in the next four years. */
export const nextDueAfter = (schedule: SimulatedSchedule, atMs: number): number | null => {
  for (const days of SPANS_DAYS) {
    const [first] = dueBetween(schedule, atMs + 1, atMs + days * DAY_MS);
    if (first !== undefined) return first.atMs;
  }
  return null;
};
