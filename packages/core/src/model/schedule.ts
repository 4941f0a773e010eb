import { z } from 'zod';
import { instantSchema } from './job.ts';

/** The days of the week, in the order of ISO 8601. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** A day of the week. */
export type Weekday = (typeof weekdays)[number];

/** What a rule of a schedule makes. One policy may make several of them, at different times. */
export const scheduleTracks = [
  'backup',
  'snapshot',
  'full',
  'differential',
  'incremental',
  'log',
  'archive',
  'copy',
  'other',
] as const;
/** What a rule of a schedule makes. */
export type ScheduleTrack = (typeof scheduleTracks)[number];

/** Which weekday of a month, counted from its first day; `last` counts from its last one. */
const weekPositions = ['first', 'second', 'third', 'fourth', 'last'] as const;

const timeOfDaySchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/)
  .describe('Time of day in the time zone of the schedule, `HH:MM` or `HH:MM:SS`.');

export const trackSchema = z.enum(scheduleTracks).describe('What the runs of the rule make.');
const weekdaySchema = z.enum(weekdays);
const everySchema = z.int().positive();

/** On which days a calendar rule runs. */
const scheduleDaysSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('every-day') }),
  z.object({ kind: z.literal('weekdays'), weekdays: z.array(weekdaySchema).min(1) }),
  z.object({
    kind: z.literal('days-of-month'),
    days: z.array(z.int().min(1).max(31)).min(1).describe('A month without such a day has no run on it.'),
  }),
  z.object({ kind: z.literal('weekday-of-month'), position: z.enum(weekPositions), weekday: weekdaySchema }),
  z.object({ kind: z.literal('last-day-of-month') }),
]);

/** One rule of a schedule. */
export const scheduleRuleSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('calendar'),
      track: trackSchema,
      times: z.array(timeOfDaySchema).min(1),
      days: scheduleDaysSchema,
      months: z.array(z.int().min(1).max(12)).min(1).nullable().describe('Months from 1 to 12; null: every month.'),
    })
    .describe('Runs at times of the day, on days of the calendar of its zone.'),
  z
    .object({
      kind: z.literal('interval'),
      track: trackSchema,
      every: everySchema,
      unit: z
        .enum(['seconds', 'days'])
        .describe('Seconds elapse, whatever clocks show. Days are days of the zone, at the time of day of the anchor.'),
      anchorAt: instantSchema
        .nullable()
        .describe(
          'A run from which the others are counted; null: the vendor does not report any, so no run can be predicted.',
        ),
    })
    .describe('Runs again and again, day and night.'),
  z
    .object({
      kind: z.literal('window-interval'),
      track: trackSchema,
      everySeconds: everySchema,
      windowStart: timeOfDaySchema,
      windowSeconds: z
        .int()
        .nonnegative()
        .describe('Length of the window. A run that is due at its very end belongs to it.'),
      weekdays: z.array(weekdaySchema).min(1).nullable().describe('Days on which the window opens; null: every day.'),
    })
    .describe(
      'Runs again and again within a window of the day, which may extend into the next day. The first run is due when it opens.',
    ),
  z
    .object({
      kind: z.literal('after'),
      track: trackSchema,
      plan: z.object({
        id: z.string().nullable().describe("The vendor's own id of the plan."),
        name: z.string().nullable(),
      }),
    })
    .describe('Runs when another plan has ended.'),
  z.object({ kind: z.literal('continuous'), track: trackSchema }).describe('Runs again as soon as it has ended.'),
  z.object({ kind: z.literal('none'), track: trackSchema }).describe('Runs only when a person or a program starts it.'),
]);

/** Where a schedule is from. */
const scheduleSources = ['native', 'next-run', 'frequency', 'inferred', 'user'] as const;

/** When a plan runs. */
export const scheduleSchema = z
  .object({
    text: z.string().describe('The schedule in words, for people. Programs read the rules.'),
    source: z
      .enum(scheduleSources)
      .describe(
        '`native`: the vendor reports the rules. `next-run`: it reports only when the next run is due. `frequency`: it reports how many runs a day has. `inferred`: concluded from past runs. `user`: from the configuration.',
      ),
    rules: z
      .array(scheduleRuleSchema)
      .describe('Empty where the vendor reports only the next run, or where no part could be read as a rule.'),
    timeZone: z
      .string()
      .nullable()
      .describe(
        'IANA name of the zone of all times of day; null where it is not known: then no time of day is an instant.',
      ),
    nativeTimeZone: z.string().nullable().describe("The vendor's word for the zone; null where it reports none."),
    timeZoneFrom: z
      .enum(['plan', 'system', 'documentation'])
      .nullable()
      .describe(
        'Where the zone is from: `plan`: the plan names it. `system`: the zone of the system that runs the plan. `documentation`: the vendor documents one zone for all times. Null where it is not known.',
      ),
    clockChange: z
      .object({
        skipped: z
          .enum(['skips', 'runs-after', 'undocumented'])
          .describe(
            'What a run does whose time of day does not exist because clocks are put forward: none, or one after the change.',
          ),
        doubled: z
          .enum(['once', 'twice', 'undocumented'])
          .describe('How often a run is made whose time of day exists twice because clocks are put back.'),
      })
      .describe('What the vendor does on the days on which clocks change.'),
    confidence: z.number().min(0).max(1).describe('1: the vendor reports it. Less where it is inferred.'),
    unread: z
      .array(z.string())
      .describe(
        "The vendor's fields with a part of the schedule that no rule covers. Runs of that part are not predicted.",
      ),
  })
  .meta({ id: 'Schedule', description: 'When a plan runs.' });

/** On which days a calendar rule runs. */
export type ScheduleDays = z.infer<typeof scheduleDaysSchema>;
/** One rule of a schedule. */
export type ScheduleRule = z.infer<typeof scheduleRuleSchema>;
/** When a plan runs. */
export type Schedule = z.infer<typeof scheduleSchema>;
