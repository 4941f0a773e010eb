import { z } from 'zod';
import { problemSchema } from '../errors/problem.ts';
import { instantSchema, jobSchema, jobStatuses } from './job.ts';

/** Which page of a list. */
export interface PageRequest {
  /** How many jobs are wanted; the vendor's own limits win. */
  readonly size: number;
  /** `next` of the page before, null for the first. Valid for the same list and query, within one reading. */
  readonly token: string | null;
}

/** How much of a source arrived. Only `ok` counts towards `complete`. */
export const sourceStatuses = ['ok', 'partial', 'stale', 'failed', 'skipped'] as const;

/** Things a caller should know about a source that did answer. */
export const sourceWarnings = [
  /** The vendor returned jobs that our filter excludes: it does not filter as documented. They were filtered here. */
  'filter-ignored',
  /** The list is not in the order that it promises; it was read whole and sorted here. */
  'order-broken',
  /** The vendor said that there is more and then gave nothing, or repeated itself. */
  'list-ended-early',
  /** A link of the vendor's pointed elsewhere and was not followed. */
  'link-refused',
] as const;

export const windowSchema = z
  .object({
    startedAfter: instantSchema.nullable().describe('Inclusive; null means without a bound.'),
    startedBefore: instantSchema.nullable().describe('Exclusive; null means without a bound.'),
  })
  .meta({
    id: 'Window',
    description: 'The span of starts that was really covered.',
  });

const rejectionSchema = z
  .object({
    nativeId: z.string().nullable(),
    reason: z.enum(['not-an-object', 'no-readable-id']),
    value: z.unknown().optional().describe('The record as it came, where raw values were asked for.'),
  })
  .meta({ id: 'Rejection', description: 'A record that could not be listed.' });

export const sourceReportSchema = z
  .object({
    connection: z.string(),
    vendor: z.string(),
    status: z.enum(sourceStatuses),
    count: z.int().nonnegative().describe('Jobs of this source on this page.'),
    asOf: instantSchema.nullable().describe('How fresh the source is; null when it did not answer.'),
    window: windowSchema,
    rejected: z.object({
      count: z.int().nonnegative(),
      items: z.array(rejectionSchema).max(20),
    }),
    withoutRun: z.int().nonnegative().describe('Definitions that never ran and so are no job.'),
    warnings: z.array(z.enum(sourceWarnings)),
    problem: problemSchema.nullable(),
    retryAfterSeconds: z.number().nullable(),
    caughtUp: z
      .boolean()
      .describe('It had lagged behind and has now told everything up to this page; its jobs came late.'),
  })
  .meta({
    id: 'SourceReport',
    description: 'What one connection contributed, and what went wrong there.',
  });

/** A job as a list shows it: tasks and raw answers only where they were asked for. */
export const listedJobSchema = jobSchema
  .partial({ tasks: true })
  .extend({
    raw: z.unknown().optional().describe("The vendor's answers as they came: {list?, get?, log?}."),
  })
  .meta({ id: 'ListedJob' });

/** One job whole, with the raw answers where they were asked for. */
export const jobViewSchema = jobSchema
  .extend({
    raw: z.unknown().optional().describe("The vendor's answers as they came: {list?, get?, log?}."),
  })
  .meta({ id: 'JobView' });

export const jobPageSchema = z
  .object({
    data: z.array(listedJobSchema),
    page: z.object({
      next: z.string().nullable().describe('Cursor of the next page; null at the end.'),
    }),
    window: windowSchema,
    complete: z.boolean().describe('True only when every source that the query covers is `ok`.'),
    sources: z.array(sourceReportSchema),
  })
  .meta({
    id: 'JobPage',
    description: 'A page of jobs over all connections, and what each of them contributed.',
  });

export type Window = z.infer<typeof windowSchema>;
export type SourceStatus = (typeof sourceStatuses)[number];
export type SourceWarning = (typeof sourceWarnings)[number];
export type SourceReport = z.infer<typeof sourceReportSchema>;
export type ListedJob = z.infer<typeof listedJobSchema>;
export type JobView = z.infer<typeof jobViewSchema>;
export type JobPage = z.infer<typeof jobPageSchema>;

/** A page of the feed, as the facade and the command answer it. */
const jobChangeSchema = z
  .object({
    position: z.int().positive().describe('Rises strictly; gaps mean nothing.'),
    cursor: z.string().describe('Sent as `after`, or as `Last-Event-ID`: continues behind this change. Opaque.'),
    at: instantSchema.describe('When the change was seen.'),
    id: z.string().describe('Ours; of the job.'),
    connection: z.string(),
    vendor: z.string(),
    from: z.enum(jobStatuses).nullable().describe('Null when the job was not stored before.'),
    to: z.enum(jobStatuses).nullable().describe('Null when it is not stored any more.'),
  })
  .meta({ id: 'JobChange', description: "A change of a job's status." });

export const changePageSchema = z
  .object({
    data: z.array(jobChangeSchema),
    page: z.object({
      next: z
        .string()
        .describe(
          'To be sent as `after`, unchanged: a reader that continues from here misses none and reads none twice. Opaque.',
        ),
      more: z.boolean().describe('Whether more was there when the page was read.'),
    }),
  })
  .meta({ id: 'ChangePage' });
