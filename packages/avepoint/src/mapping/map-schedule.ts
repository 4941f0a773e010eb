import {
  combine,
  computed,
  missing,
  type Reading,
  readCount,
  readInstant,
  type Schedule,
  type ScheduleRule,
  toTimeOfDay,
  Unreadable,
  unreadable,
} from '@crossvault/core';
import type { FrequencyWire } from './wire.ts';

const daySeconds = 86_400;

/** How often a service is backed up, and the times of day that today's starts show. The vendor's times are UTC. */
export function readSchedule(frequency: FrequencyWire, kept: string | null): Reading<Schedule | null> {
  const starts = startsOf(frequency);
  const perDay = readCount(frequency.frequency);
  const isUnreadable = frequency.backupStartTime instanceof Unreadable || perDay.provenance === 'unreadable';
  if (perDay.value === null && starts.length === 0) return isUnreadable ? unreadable(null) : missing(null);
  const runs = perDay.value ?? starts.length;
  const times = [...new Set(starts.flatMap(({ time }) => time ?? []))].sort();
  const { rules, isWhole } = rulesOf(runs, times);
  const shown = starts.map(({ word, time }) => time ?? word);
  const text = [
    `${runs} a day`,
    ...(shown.length === 0 ? [] : [` at ${shown.join(', ')} UTC`]),
    ...(kept === null ? [] : [`, kept: ${kept}`]),
  ].join('');
  const schedule: Schedule = {
    text,
    source: 'frequency',
    rules: [...rules],
    timeZone: 'UTC',
    nativeTimeZone: null,
    timeZoneFrom: 'documentation',
    clockChange: { skipped: 'undocumented', doubled: 'undocumented' },
    confidence: 1,
    unread: isWhole ? [] : ['frequency.backupStartTime'],
  };
  return isWhole && !isUnreadable ? computed(schedule) : combine(schedule, [unreadable(null)]);
}

/** Without times of day only the number of runs is known, and none of them can be predicted. */
function rulesOf(
  runs: number,
  times: readonly string[],
): { readonly rules: readonly ScheduleRule[]; readonly isWhole: boolean } {
  if (times.length > 0) {
    const days = { kind: 'every-day' } as const;
    return {
      rules: [{ kind: 'calendar', track: 'backup', times: [...times], days, months: null }],
      isWhole: times.length === runs,
    };
  }
  if (runs === 0) return { rules: [{ kind: 'none', track: 'backup' }], isWhole: true };
  const every = Math.max(1, Math.round(daySeconds / runs));
  return { rules: [{ kind: 'interval', track: 'backup', every, unit: 'seconds', anchorAt: null }], isWhole: true };
}

/** A start of the current day: the vendor's text, the instant, and the time of day; null where it cannot be read. */
interface Start {
  readonly word: string;
  readonly at: string | null;
  readonly time: string | null;
}

/** The starts of this day, in their order; the form is not documented, so other values are kept unchanged. */
export function startsOf({ backupStartTime }: FrequencyWire): readonly Start[] {
  const words = Array.isArray(backupStartTime) ? backupStartTime.filter((word) => typeof word === 'string') : [];
  const starts = words.map((word) => {
    const at = readInstant(word).value;
    return { word, at, time: at === null ? bareTime(word) : at.slice(11, 16) };
  });
  return starts.sort((one, other) => ((one.at ?? one.word) < (other.at ?? other.word) ? -1 : 1));
}

function bareTime(word: string): string | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(word) ?? [];
  return hour === undefined || minute === undefined ? null : toTimeOfDay(Number(hour), Number(minute));
}
