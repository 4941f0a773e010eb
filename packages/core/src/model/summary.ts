import { z } from 'zod';
import { instantSchema, type JobStatus } from './job.ts';

const count = z.int().nonnegative();
const countsSchema = z.object({
  queued: count,
  running: count,
  cancelling: count,
  succeeded: count,
  warning: count,
  failed: count,
  cancelled: count,
  skipped: count,
  unknown: count,
} satisfies Record<JobStatus, typeof count>);

/** The time window of a summary. */
const windowSchema = z
  .object({
    since: instantSchema.nullable().describe('Jobs that started, ended or were open since then; null: all jobs.'),
    startedBefore: instantSchema.nullable().describe('Exclusive; null means without a bound.'),
  })
  .meta({ id: 'SummaryWindow', description: 'The time window of a summary.' });

const lineSchema = z.object({
  jobs: z.int().nonnegative().describe('Jobs that started, ended or were open in the window.'),
  counts: countsSchema.describe('These jobs by status.'),
  problems: z.int().nonnegative().describe('Of these, jobs with a problem.'),
  lastSuccessAt: instantSchema
    .nullable()
    .describe(
      'End of the newest successful backup, from jobs or from the report of the vendor on an item, regardless of the window; null when there was none.',
    ),
  oldestSuccess: z
    .object({ target: z.string(), at: instantSchema })
    .nullable()
    .describe(
      'The target whose newest successful backup is the oldest, by the rule of `lastSuccessAt` of items, regardless of the window.',
    ),
});

/** The state of all connections in a time window. */
export const summarySchema = z
  .object({
    window: windowSchema,
    total: lineSchema.describe('All connections together.'),
    connections: z.array(lineSchema.extend({ connection: z.string(), vendor: z.string() })),
  })
  .meta({ id: 'Summary', description: 'Counts of stored jobs by connection and status.' });

/** Counts of jobs over a span of time, by connection and status. */
export type Summary = z.infer<typeof summarySchema>;
