import { dayOf } from '../calendar-days.ts';
import type { Span } from '../occurrence.ts';
import { offsetsOf, type ZoneOffsets } from '../zone-offsets.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** So long a day has to have gone on before it is the one that people ask about. */
const leastAgeMs = 12 * hourMs;

/** Noon, so that a night is one day. */
const defaultBeginMs = 12 * hourMs;

/** A day from noon to noon. Its length is 23 or 25 hours where clocks change in it. */
export interface BusinessDay extends Span {
  /** The date on which it begins, as `2026-03-28`. */
  readonly date: string;
}

/** Where business days begin. */
export interface BusinessDayRule {
  readonly timeZone: string;
  /** The time of day at which they begin, from midnight on. @default noon */
  readonly beginMs?: number;
}

/** The business days of a zone. */
export interface BusinessDays {
  /** The day in which an instant lies. */
  dayOf(instantMs: number): BusinessDay;
  /** All days that share an instant with a stretch of time, in order. */
  daysWithin(span: Span): readonly BusinessDay[];
  /**
   * What `today` and `last-night` mean: the newest day that began at least 12 hours ago, up to now. At 12:01 that is the
   * night before.
   */
  lastNight(nowMs: number): BusinessDay;
}

/** Null where the platform does not know the zone. */
export function createBusinessDays({ timeZone, beginMs = defaultBeginMs }: BusinessDayRule): BusinessDays | null {
  const offsets = offsetsOf(timeZone);
  if (offsets === null) return null;
  const beginOf = (day: number): number => offsets.instantsOf(day * dayMs + beginMs).firstMs;
  const create = (day: number): BusinessDay => ({
    date: new Date(day * dayMs).toISOString().slice(0, 10),
    fromMs: beginOf(day),
    untilMs: beginOf(day + 1),
  });
  const find = (instantMs: number): number => findDay(offsets, beginMs, beginOf, instantMs);
  return {
    dayOf: (instantMs) => create(find(instantMs)),
    daysWithin({ fromMs, untilMs }) {
      const days: BusinessDay[] = [];
      for (let day = find(fromMs); beginOf(day) < untilMs; day += 1) {
        const created = create(day);
        // A zone that moves across the date line skips a day: it has no length.
        if (created.fromMs < created.untilMs) days.push(created);
      }
      return days;
    },
    lastNight(nowMs) {
      const day = create(find(nowMs - leastAgeMs));
      return { ...day, untilMs: Math.min(day.untilMs, nowMs) };
    },
  };
}

/** Clocks tell the day but for those that change between its begin and the instant. */
function findDay(offsets: ZoneOffsets, beginMs: number, beginOf: (day: number) => number, instantMs: number): number {
  let day = dayOf(instantMs + offsets.offsetAt(instantMs) - beginMs);
  while (beginOf(day) > instantMs) day -= 1;
  while (beginOf(day + 1) <= instantMs) day += 1;
  return day;
}
