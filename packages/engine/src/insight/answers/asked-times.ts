import { CrossvaultError } from '@crossvault/core';
import { parseSince } from '@crossvault/core/internal';
import { type BusinessDays, createBusinessDays } from '../days/business-days.ts';
import type { InsightSettings } from '../evaluation/insight-settings.ts';

/** The business days of the configuration. A zone that the platform does not know was refused with the configuration. */
export function businessDaysOf({ timeZone, dayBeginMs }: InsightSettings): BusinessDays {
  const days = createBusinessDays({ timeZone, beginMs: dayBeginMs });
  if (days !== null) return days;
  throw new CrossvaultError({
    code: 'configuration-invalid',
    message: `insight.timeZone: "${timeZone}" is not a time zone that this system knows.`,
    parameter: 'insight.timeZone',
  });
}

/** The beginning of a range: an instant, a span back from now, or `last-night`. Throws `invalid-parameter`. */
export function parseFrom(text: string, settings: InsightSettings, nowMs: number): number {
  if (text === 'last-night' || text === 'today') return businessDaysOf(settings).lastNight(nowMs).fromMs;
  return Date.parse(parseSince(text, nowMs));
}
