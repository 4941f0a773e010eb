import { z } from 'zod';
import { instantSchema } from '../model/job.ts';
import { sourceReportSchema } from '../model/page.ts';
import type { ScheduleTrack } from '../model/schedule.ts';
import { type FindingSeverity, findingKinds, findingSchema } from './finding.ts';
import { type OccurrenceState, occurrenceCountsSchema, occurrenceSchema, subjectSchema } from './occurrence.ts';

const sources = z.array(sourceReportSchema);
const complete = z.boolean().describe('True only when every source that the query covers is `ok`.');
const page = z.object({ next: z.string().nullable().describe('Cursor of the next page; null at the end.') });

/** A business day: it begins at noon unless the configuration says otherwise, so that a night is one day. */
export const businessDaySchema = z
  .object({
    date: z.string().describe('The date on which it begins, as `2026-03-28`.'),
    from: instantSchema,
    until: instantSchema.describe('Exclusive. Of the present day: now.'),
    timeZone: z.string(),
  })
  .meta({ id: 'BusinessDay', description: 'A day from noon to noon, so that a night is one day.' });
/** A business day. */
export type BusinessDayView = z.infer<typeof businessDaySchema>;

/** A number, and where to read what was counted. */
const countedSchema = z.object({ count: z.int().nonnegative(), link: z.string().describe('Where they are listed.') });

/** The answer to: are last night's backups good? */
export const todaySchema = z
  .object({
    day: businessDaySchema,
    verdict: z
      .enum(['good', 'attention', 'bad', 'unknown'])
      .describe(
        '`good`: all that was expected was met, and nothing is found. `attention`: warnings only. `bad`: something critical. `unknown`: nothing bad is known, and a source was not read or was never evaluated.',
      ),
    text: z.string().describe('The counts as one sentence.'),
    unit: z.literal('expected runs').describe('What `counts` counts.'),
    counts: occurrenceCountsSchema,
    links: z.record(z.string(), z.string()).describe('Where the occurrences of each count are listed.'),
    subjects: z.int().nonnegative().describe('How many items and plans are judged.'),
    findings: z.object({
      bySeverity: z.object({ critical: countedSchema, warning: countedSchema } satisfies Record<
        FindingSeverity,
        unknown
      >),
      byKind: z.partialRecord(z.enum(findingKinds), countedSchema),
      first: z.array(findingSchema).describe('The most urgent ones.'),
    }),
    next: z.array(occurrenceSchema).describe('What is due next, in the order of time.'),
    evaluatedAt: instantSchema
      .nullable()
      .describe('Up to when everything was evaluated: the oldest of the connections; null: one never was.'),
    complete,
    sources,
  })
  .meta({ id: 'Today', description: "The answer to: are last night's backups good?" });
/** The answer to: are last night's backups good? */
export type Today = z.infer<typeof todaySchema>;

/** A page of expected runs. */
export const occurrencePageSchema = z.object({ data: z.array(occurrenceSchema), page, complete, sources }).meta({
  id: 'OccurrencePage',
  description: 'A page of expected runs, the newest due time first; of upcoming ones the next one first.',
});
/** A page of expected runs. */
export type OccurrencePage = z.infer<typeof occurrencePageSchema>;

/** How the expected runs of a day become one state. */
export const rollUpRules = ['worst', 'last', 'best', 'warning-if-mixed'] as const;
/** How the expected runs of a day become one state. */
export type RollUpRuleName = (typeof rollUpRules)[number];

/** What a calendar may be grouped by. */
export const calendarGroups = ['subject', 'plan', 'tenant', 'connection', 'tag'] as const;
/** What a calendar is grouped by. */
export type CalendarGroup = (typeof calendarGroups)[number];

/** The letter of each state in a calendar. */
export const dayLetters = {
  met: 'm',
  'met-late': 'l',
  'met-with-warning': 'w',
  failed: 'F',
  missed: 'M',
  cancelled: 'C',
  skipped: 'S',
  excused: 'e',
  unknown: '?',
  running: 'r',
  due: 'd',
  upcoming: 'u',
} as const satisfies Readonly<Record<OccurrenceState, string>>;

/** A calendar: one text a row, with one letter a day. */
export const calendarSchema = z
  .object({
    rule: z
      .enum(rollUpRules)
      .describe(
        'How the runs of a day become one letter. `warning-if-mixed`: a warning where some were met and some not.',
      ),
    group: z.enum(calendarGroups),
    days: z
      .array(z.string())
      .describe('The dates of the columns, oldest first. A day begins at noon unless configured otherwise.'),
    timeZone: z.string(),
    letters: z
      .record(z.string(), z.string())
      .describe('The meaning of each letter. A point is a day on which nothing was due.'),
    data: z.array(
      z.object({
        id: z.string(),
        name: z.string().nullable(),
        subject: subjectSchema.nullable().describe('Null where the row is a group.'),
        days: z.string().describe('One letter for each of `days`.'),
        mixed: z.string().describe('For each day `*` where its runs ended differently, else a point.'),
        counts: occurrenceCountsSchema,
      }),
    ),
    page,
    complete,
    sources,
  })
  .meta({ id: 'Calendar', description: 'What became of expected runs, day by day.' });
/** A calendar. */
export type Calendar = z.infer<typeof calendarSchema>;

/** The share of expected runs that were met, and of objectives that were kept. */
export const slaSchema = z
  .object({
    from: instantSchema,
    until: instantSchema,
    total: occurrenceCountsSchema,
    group: z.enum(calendarGroups),
    data: z.array(
      z.object({
        id: z.string(),
        name: z.string().nullable(),
        subject: subjectSchema.nullable(),
        counts: occurrenceCountsSchema,
        objectiveSeconds: z
          .number()
          .nullable()
          .describe('The greatest age that its newest good backup may have; null: none.'),
        objectiveFrom: z.enum(['configuration', 'inferred']).nullable(),
        dataAsOf: instantSchema
          .nullable()
          .describe('Start of its newest good backup; null: none is known, or it is a group.'),
      }),
    ),
    page,
    complete,
    sources,
  })
  .meta({ id: 'Sla', description: 'The share of expected runs that were met.' });
/** The share of expected runs that were met. */
export type Sla = z.infer<typeof slaSchema>;

/** Which connections and subjects an answer is about. */
export interface InsightQuery {
  readonly connection?: readonly string[];
  readonly vendor?: readonly string[];
  readonly tenant?: readonly string[];
  /** Tags of connections. */
  readonly tag?: readonly string[];
  /** Ids or names of items, without regard to case. */
  readonly item?: readonly string[];
  /** Ids or names of plans, without regard to case. */
  readonly plan?: readonly string[];
}

/** A caller's filters for expected runs. */
export interface OccurrenceQuery extends InsightQuery {
  readonly state?: readonly OccurrenceState[];
  readonly track?: readonly ScheduleTrack[];
  /** Due since: an instant, a span such as `7d`, or `last-night`. @default last-night */
  readonly since?: string;
  /** Due before: an instant, exclusive, or a span ahead such as `+24h`. @default now */
  readonly until?: string;
}

/** A caller's wishes about a calendar or a ratio. */
export interface CalendarQuery extends InsightQuery {
  /** Days up to now, 1 to 400. @default 30 */
  readonly days?: number;
  /** Days to come, 0 to 31. @default 0 */
  readonly ahead?: number;
  readonly rule?: RollUpRuleName;
  readonly group?: CalendarGroup;
}

/** Which page of an answer is requested. */
export interface InsightPageQuery {
  /** 1 to 500. */
  readonly limit: number;
  /** `page.next` of the page before; null for the first. */
  readonly cursor: string | null;
}
