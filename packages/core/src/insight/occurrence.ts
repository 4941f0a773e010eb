import { z } from 'zod';
import { instantSchema, jobStatusSchema } from '../model/job.ts';
import { trackSchema } from '../model/schedule.ts';

/** What became of an expected run. */
export const occurrenceStates = [
  'upcoming',
  'due',
  'running',
  'met',
  'met-late',
  'met-with-warning',
  'failed',
  'cancelled',
  'skipped',
  'missed',
  'excused',
  'unknown',
] as const;
/** What became of an expected run. */
export type OccurrenceState = (typeof occurrenceStates)[number];

/** Why the state of an expected run is what it is. */
export const occurrenceReasons = [
  'blind',
  'not-observable',
  'not-linked',
  'schedule-not-known',
  'clock-change',
  'result-unknown',
  'schedule-changed',
  'still-running',
  'retired',
  'override',
  'nothing-protected',
] as const;
/** Why the state of an expected run is what it is. */
export type OccurrenceReason = (typeof occurrenceReasons)[number];

const stateSchema = z
  .enum(occurrenceStates)
  .describe(
    '`upcoming`: due later. `due`: it may still start in time. `met-late`: met by a run that started late. `cancelled` and `skipped`: expected and not met. `missed`: no run, although one would be known. `excused`: not counted. `unknown`: nothing is known of it.',
  );

const reasonSchema = z
  .enum(occurrenceReasons)
  .nullable()
  .describe(
    'Of `unknown`: `blind`: the list that would show the run was not read. `not-observable`: the vendor does not list such runs. `not-linked`: no job was ever linked. `schedule-not-known`: due before the schedule was read. `clock-change`: the vendor does not document what it does on this day. `result-unknown`. Of `excused`: `schedule-changed`, `still-running` (the run before it had not ended), `retired`, `override` (an operator or a maintenance window). Of `skipped`: `nothing-protected`. Null where the state says all.',
  );

/** What is judged: an item where runs name items, else a plan. */
export const subjectSchema = z
  .object({
    id: z.string().describe('Id of the protected item or the plan; of a blind source a name of its own.'),
    kind: z.enum(['item', 'plan', 'source']),
    name: z.string().nullable(),
    connection: z.string(),
    vendor: z.string(),
    plan: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    tenant: z.string().nullable(),
  })
  .meta({ id: 'Subject', description: 'What is judged: an item where runs name items, else a plan.' });
/** What is judged. */
export type Subject = z.infer<typeof subjectSchema>;

/** One expected run of a subject, and what became of it. */
export const occurrenceSchema = z
  .object({
    id: z.string(),
    subject: subjectSchema,
    track: trackSchema,
    dueAt: instantSchema,
    localTime: z
      .string()
      .describe(
        'The due time as clocks of the zone of its schedule show it, with the offset: `2026-10-25T02:30+01:00`.',
      ),
    startBy: instantSchema.describe('A run that starts later is late.'),
    endBy: instantSchema
      .nullable()
      .describe('When its run should have ended; null: it has none, or too few are known.'),
    state: stateSchema,
    reason: reasonSchema,
    provisional: z.boolean().describe('It is missed so far, and a late run may still come.'),
    overrunning: z.boolean().describe('Its run takes longer than usual.'),
    recovered: z.boolean().describe('A run by hand made good what this one had not.'),
    attempts: z
      .array(
        z.object({
          id: z.string(),
          status: jobStatusSchema,
          startedAt: instantSchema,
          endedAt: instantSchema.nullable(),
        }),
      )
      .describe('The jobs that were run for it, in the order of their starts. The last one decides.'),
    schedule: z
      .string()
      .describe(
        'Version of the schedule that it is of. A changed schedule is a new version, and leaves the past as it was.',
      ),
  })
  .meta({ id: 'Occurrence', description: 'One expected run, and what became of it.' });
/** One expected run of a subject, and what became of it. */
export type OccurrenceView = z.infer<typeof occurrenceSchema>;

const count = z.int().nonnegative();

/** Numbers of expected runs. */
export const occurrenceCountsSchema = z
  .object({
    expected: count.describe('All that have ended: met + failed + missed + cancelled + skipped + excused + unknown.'),
    met: count.describe('With those that were late or had warnings.'),
    late: count.describe('How many of `met` were late.'),
    warnings: count.describe('How many of `met` had warnings.'),
    failed: count,
    missed: count,
    cancelled: count,
    skipped: count,
    excused: count,
    unknown: count,
    pending: count.describe('Not ended yet: upcoming, due or running.'),
    recovered: count.describe('How many of those that were not met a run by hand made good.'),
    ratio: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .describe('met ÷ (expected − excused − unknown); null where that would divide by 0.'),
  })
  .meta({ id: 'OccurrenceCounts', description: 'Numbers of expected runs.' });
/** Numbers of expected runs. */
export type OccurrenceCounts = z.infer<typeof occurrenceCountsSchema>;
