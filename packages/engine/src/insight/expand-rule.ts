import type { Schedule, ScheduleRule, ScheduleTrack } from '@crossvault/core';
import { createDayFinder, dayOf, isOnWeekday } from './calendar-days.ts';
import type { Due } from './due.ts';
import type { ZoneOffsets } from './zone-offsets.ts';

const secondMs = 1000;
const dayMs = 86_400_000;

/** The runs of one rule that are due within `[fromMs, untilMs)`, in the order of time. */
export type ExpandRule = (fromMs: number, untilMs: number) => Due[];

type RuleOf<Kind extends ScheduleRule['kind']> = Extract<ScheduleRule, { kind: Kind }>;
type ClockChange = Schedule['clockChange'];

/** Null where no run of the rule can be predicted. */
export function createRule(rule: ScheduleRule, zone: ZoneOffsets | null, clockChange: ClockChange): ExpandRule | null {
  switch (rule.kind) {
    case 'calendar':
      return zone === null ? null : expandCalendar(rule, zone, clockChange);
    case 'window-interval':
      return zone === null ? null : expandWindow(rule, zone, clockChange);
    case 'interval':
      return rule.unit === 'seconds' ? expandSeconds(rule, zone) : expandDays(rule, zone, clockChange);
    default:
      return null;
  }
}

function expandCalendar(rule: RuleOf<'calendar'>, zone: ZoneOffsets, clockChange: ClockChange): ExpandRule {
  const findDays = createDayFinder(rule.days, rule.months);
  const times = rule.times.map(toMs).sort((one, other) => one - other);
  const { track } = rule;
  return (fromMs, untilMs) => {
    const dues: Due[] = [];
    // The day of the zone at an instant is that of UTC, the one before or the one after.
    for (const day of findDays(dayOf(fromMs) - 1, dayOf(untilMs) + 1)) {
      for (const timeMs of times) addWall(dues, day * dayMs + timeMs, track, zone, clockChange);
    }
    return withinRange(dues, fromMs, untilMs);
  };
}

/** The interval counts times that clocks show, from the opening of the window. */
function expandWindow(rule: RuleOf<'window-interval'>, zone: ZoneOffsets, clockChange: ClockChange): ExpandRule {
  const isOpening = isOnWeekday(rule.weekdays);
  const startMs = toMs(rule.windowStart);
  const windowMs = rule.windowSeconds * secondMs;
  const everyMs = rule.everySeconds * secondMs;
  const windowDays = Math.ceil((startMs + windowMs) / dayMs);
  const isDocumented = clockChange.skipped !== 'undocumented' && clockChange.doubled !== 'undocumented';
  /** Where clocks change within the window, the interval may also count hours that pass. */
  const addOpenWindow = (dues: Due[], openingMs: number): void => {
    const found: Due[] = [];
    for (let sinceMs = 0; sinceMs <= windowMs; sinceMs += everyMs) {
      addWall(found, openingMs + sinceMs, rule.track, zone, clockChange);
    }
    const [opening] = found;
    for (const due of found) {
      dues.push(isDocumented || due.offsetMs === opening?.offsetMs ? due : { ...due, isCertain: false });
    }
  };
  return (fromMs, untilMs) => {
    const dues: Due[] = [];
    for (let day = dayOf(fromMs) - 1 - windowDays; day <= dayOf(untilMs) + 1; day += 1) {
      if (!isOpening(day)) continue;
      addOpenWindow(dues, day * dayMs + startMs);
    }
    return withinRange(dues, fromMs, untilMs);
  };
}

function expandSeconds({ anchorAt, every, track }: RuleOf<'interval'>, zone: ZoneOffsets | null): ExpandRule | null {
  if (anchorAt === null) return null;
  const anchorMs = Date.parse(anchorAt);
  const everyMs = every * secondMs;
  return (fromMs, untilMs) => {
    const dues: Due[] = [];
    const firstMs = anchorMs + Math.max(0, Math.ceil((fromMs - anchorMs) / everyMs)) * everyMs;
    for (let dueMs = firstMs; dueMs < untilMs; dueMs += everyMs) {
      dues.push({ track, dueMs, lastDueMs: dueMs, offsetMs: zone?.offsetAt(dueMs) ?? 0, isCertain: true });
    }
    return dues;
  };
}

function expandDays(
  { anchorAt, every, track }: RuleOf<'interval'>,
  zone: ZoneOffsets | null,
  clockChange: ClockChange,
): ExpandRule | null {
  if (anchorAt === null || zone === null) return null;
  const anchorMs = Date.parse(anchorAt);
  const anchorWallMs = anchorMs + zone.offsetAt(anchorMs);
  const everyMs = every * dayMs;
  return (fromMs, untilMs) => {
    const dues: Due[] = [];
    const rounds = Math.max(0, Math.floor((fromMs - dayMs - anchorWallMs) / everyMs));
    for (let wallMs = anchorWallMs + rounds * everyMs; wallMs < untilMs + dayMs; wallMs += everyMs) {
      addWall(dues, wallMs, track, zone, clockChange);
    }
    return withinRange(dues, fromMs, untilMs);
  };
}

/** Adds what is due at a time that clocks show. */
function addWall(
  dues: Due[],
  wallMs: number,
  track: ScheduleTrack,
  zone: ZoneOffsets,
  { skipped, doubled }: ClockChange,
): void {
  const { kind, firstMs, lastMs } = zone.instantsOf(wallMs);
  if (kind === 'skipped' && skipped === 'skips') return;
  const isCertain = kind !== 'skipped' || skipped !== 'undocumented';
  const isTwice = kind === 'doubled' && doubled === 'twice';
  dues.push({
    track,
    dueMs: firstMs,
    lastDueMs: isTwice ? firstMs : lastMs,
    offsetMs: zone.offsetAt(firstMs),
    isCertain,
  });
  if (isTwice) dues.push({ track, dueMs: lastMs, lastDueMs: lastMs, offsetMs: zone.offsetAt(lastMs), isCertain });
}

/**
 * The runs within a range, each instant once and in order: a run that is put behind a skipped hour may meet the one that is due
 * there anyway, windows may overlap, and a change may put times that clocks show out of order.
 */
function withinRange(dues: readonly Due[], fromMs: number, untilMs: number): Due[] {
  const found: Due[] = [];
  for (const due of dues) {
    if (due.dueMs < fromMs || due.dueMs >= untilMs) continue;
    const last = found.at(-1);
    if (last === undefined || last.dueMs < due.dueMs) found.push(due);
    else insert(found, due);
  }
  return found;
}

function insert(found: Due[], due: Due): void {
  const index = found.findIndex(({ dueMs }) => dueMs >= due.dueMs);
  const there = found[index];
  if (there === undefined || there.dueMs !== due.dueMs) found.splice(index, 0, due);
  else if (due.isCertain && !there.isCertain) found[index] = due;
}

function toMs(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * secondMs;
}
