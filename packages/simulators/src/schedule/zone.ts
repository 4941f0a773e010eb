const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A day of a calendar, without a zone. Months count from 1. */
export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
};

/** What clocks of the zone show at an instant, as if they were in UTC. Throws RangeError for an unknown zone. */
const wallMs = (atMs: number, timeZone: string): number => {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
};

const offsetMs = (atMs: number, timeZone: string): number => wallMs(atMs, timeZone) - Math.floor(atMs / 1000) * 1000;

export const dayOf = (atMs: number, timeZone: string): CalendarDay => {
  const wall = new Date(wallMs(atMs, timeZone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
};

export const dayAfter = ({ year, month, day }: CalendarDay, days: number): CalendarDay => {
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
};

/** 0 is Sunday. */
export const weekdayOf = ({ year, month, day }: CalendarDay): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

export const daysInMonth = ({ year, month }: CalendarDay): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `22:30` in minutes after midnight; throws RangeError for anything else. */
export const minutesOf = (time: string): number => {
  const [, hours = '', minutes = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === '') throw new RangeError(`not a time of day: ${time}`);
  return Number(hours) * 60 + Number(minutes);
};

/** The instants at which clocks of the zone show the time on the day: one, none where it is skipped, two where it comes twice. */
export const instantsOf = ({ year, month, day }: CalendarDay, time: string, timeZone: string): readonly number[] => {
  const shownMs = Date.UTC(year, month - 1, day) + minutesOf(time) * MINUTE_MS;
  const offsets = [-24, 0, 24].map((hours) => offsetMs(shownMs + hours * HOUR_MS, timeZone));
  const candidates = [...new Set(offsets)].map((offset) => shownMs - offset);
  return candidates.filter((atMs) => wallMs(atMs, timeZone) === shownMs).toSorted((one, other) => one - other);
};

/** The instant of a skipped time, counted on by the clocks from before the change. */
export const shiftedInstant = ({ year, month, day }: CalendarDay, time: string, timeZone: string): number => {
  const shownMs = Date.UTC(year, month - 1, day) + minutesOf(time) * MINUTE_MS;
  return shownMs - offsetMs(shownMs - 24 * HOUR_MS, timeZone);
};
