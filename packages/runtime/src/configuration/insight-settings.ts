import { toTimeZone, weekdays } from '@crossvault/core';
import { parseSpanMs, spanForms } from '@crossvault/core/internal';
import {
  type InsightSettings,
  type MaintenanceRule,
  type ObjectiveRule,
  usualInsightSettings,
} from '@crossvault/engine';
import { z } from 'zod';

const span = z.string().transform((text, context): number => {
  const spanMs = parseSpanMs(text);
  if (spanMs !== null && spanMs > 0) return spanMs;
  context.addIssue(`must be a span: ${spanForms}`);
  return z.NEVER;
});

const timeOfDay = z
  .string()
  .regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as "22:00"')
  .transform((text): number => {
    const [hours = 0, minutes = 0] = text.split(':').map(Number);
    return (hours * 60 + minutes) * 60_000;
  });

const timeZone = z.string().transform((text, context): string => {
  const zone = toTimeZone(text);
  if (zone !== null) return zone;
  context.addIssue('must be a time zone such as Europe/London');
  return z.NEVER;
});

const names = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((value): readonly string[] => (typeof value === 'string' ? [value] : value))
  .optional();

/** Which subjects a rule is about. */
const subjects = { connection: names, tag: names, plan: names, item: names };

const toRule = ({ connection, tag, plan, item }: z.output<z.ZodObject<typeof subjects>>) => ({
  ...(connection === undefined ? {} : { connections: connection }),
  ...(tag === undefined ? {} : { tags: tag }),
  ...(plan === undefined ? {} : { plans: plan }),
  ...(item === undefined ? {} : { items: item }),
});

/** How expected runs are judged. */
export const insightSchema = z
  .strictObject({
    /** The zone of business days. */
    timeZone: timeZone.default(usualInsightSettings.timeZone),
    /** The time of day at which a business day begins: with noon a night is one day. */
    dayBegins: timeOfDay.default(usualInsightSettings.dayBeginMs),
    /** From how many bad runs in a row on a failure repeats. */
    repeatedAt: z.int().min(2).max(100).default(usualInsightSettings.repeatedAt),
    /** How late a run may start; absent: as its vendor usually does, and as was learned. */
    startGrace: span.optional(),
  })
  .nullish();

/** The greatest ages of the newest good backups. */
export const objectivesSchema = z
  .array(
    z.strictObject({
      maxAge: span,
      /** Whether a backup that ended with a warning counts. */
      warnings: z.boolean().default(true),
      ...subjects,
    }),
  )
  .nullish();

/** Maintenance windows. */
export const maintenanceSchema = z
  .array(
    z.strictObject({
      why: z.string().trim().min(1).max(200),
      effect: z.enum(['excuse', 'mute'], {
        error:
          'must be excuse (runs that are due in it do not count) or mute (what is found in it is not announced before its end)',
      }),
      timeZone: timeZone.default(usualInsightSettings.timeZone),
      begins: timeOfDay,
      duration: span.refine((ms) => ms <= 7 * 24 * 3_600_000, 'must be a week at most'),
      weekdays: z.array(z.enum(weekdays)).min(1).optional(),
      ...subjects,
    }),
  )
  .nullish();

/** What the configuration says about expected runs. */
export function toInsightSettings(
  insight: z.output<typeof insightSchema>,
  objectives: z.output<typeof objectivesSchema>,
  maintenance: z.output<typeof maintenanceSchema>,
): InsightSettings {
  return {
    timeZone: insight?.timeZone ?? usualInsightSettings.timeZone,
    dayBeginMs: insight?.dayBegins ?? usualInsightSettings.dayBeginMs,
    repeatedAt: insight?.repeatedAt ?? usualInsightSettings.repeatedAt,
    startGraceMs: insight?.startGrace ?? null,
    objectives: (objectives ?? []).map(
      (rule): ObjectiveRule => ({ ...toRule(rule), maxAgeMs: rule.maxAge, areWarningsGood: rule.warnings }),
    ),
    maintenance: (maintenance ?? []).map(
      (rule): MaintenanceRule => ({
        ...toRule(rule),
        why: rule.why,
        effect: rule.effect,
        window: {
          timeZone: rule.timeZone,
          weekdays: rule.weekdays ?? null,
          beginMs: rule.begins,
          durationMs: rule.duration,
        },
      }),
    ),
  };
}
