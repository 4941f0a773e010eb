import { z } from 'zod';
import { problemSchema } from '../errors/problem.ts';
import { instantSchema, jobSchema, jobStatuses } from './job.ts';

/** Which page of a vendor's list the engine requests from a connector. */
export interface PageRequest {
  /** Requested number of rows. The vendor's own limits win, so a page may be shorter or longer. */
  readonly size: number;
  /** `next` of the previous page, null for the first. Valid only for the same list and query within one reading. */
  readonly token: string | null;
}

/** How complete the answer of a source is. An answer is `complete` only when every source is `ok`. */
const sourceStatuses = ['ok', 'partial', 'stale', 'failed', 'skipped'] as const;

/** Irregularities of a source that did answer. */
export const sourceWarnings = [
  /** The vendor returned jobs that the filter excludes: it does not filter as documented. Crossvault removed them. */
  'filter-ignored',
  /** The list is not in its documented order. Crossvault read it whole and sorted it. */
  'order-broken',
  /** The vendor announced another page and then returned nothing new. */
  'list-ended-early',
  /** The vendor linked to another host or path. Crossvault did not follow the link. */
  'link-refused',
  /** The time of the last sync lies in the future: a clock was wrong, or was set back since. The age of the data is unknown. */
  'last-sync-in-future',
] as const;

const windowSchema = z
  .object({
    startedAfter: instantSchema.nullable().describe('Inclusive; null means without a bound.'),
    startedBefore: instantSchema.nullable().describe('Exclusive; null means without a bound.'),
  })
  .meta({
    id: 'Window',
    description: 'The range of start times that the answer covers.',
  });

const rejectionSchema = z
  .object({
    nativeId: z.string().nullable(),
    reason: z.enum(['not-an-object', 'no-readable-id']),
    value: z.unknown().optional().describe('The record as received, where raw values were requested.'),
  })
  .meta({ id: 'Rejection', description: 'A record that could not be listed.' });

/** What one connection contributed to an answer, and what went wrong there. */
export const sourceReportSchema = z
  .object({
    connection: z.string(),
    vendor: z.string(),
    status: z.enum(sourceStatuses),
    count: z.int().nonnegative().describe('Jobs of this source on this page.'),
    asOf: instantSchema
      .nullable()
      .describe('The time at which the data of the source was current; null when it did not answer.'),
    window: windowSchema,
    rejected: z.object({
      count: z.int().nonnegative(),
      items: z.array(rejectionSchema).max(20),
    }),
    withoutRun: z.int().nonnegative().describe('Number of definitions that never ran and therefore are not jobs.'),
    warnings: z.array(z.enum(sourceWarnings)),
    problem: problemSchema.nullable(),
    retryAfterSeconds: z.number().nullable(),
    caughtUp: z
      .boolean()
      .describe('True when the source had been behind on earlier pages and this page contains its late jobs.'),
  })
  .meta({
    id: 'SourceReport',
    description: 'What one connection contributed to the answer, and what went wrong there.',
  });

/** A job in a list: `tasks` and `raw` are present only where the caller requests them. */
const listedJobSchema = jobSchema
  .partial({ tasks: true })
  .extend({
    raw: z.unknown().optional().describe("The vendor's answers as they came: {list?, get?, log?, objects?}."),
  })
  .meta({ id: 'ListedJob' });

/** One job in full. `raw` is present only where the caller requests it. */
export const jobViewSchema = jobSchema
  .extend({
    raw: z.unknown().optional().describe("The vendor's answers as they came: {list?, get?, log?, objects?}."),
  })
  .meta({ id: 'JobView' });

/** A page of jobs over all connections. */
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

/** The span of start times that an answer covers. */
export type Window = z.infer<typeof windowSchema>;
/** How completely a connection answered. */
export type SourceStatus = (typeof sourceStatuses)[number];
/** An irregularity of a list that was read all the same. */
export type SourceWarning = (typeof sourceWarnings)[number];
/** What one connection contributed to an answer, and what went wrong there. */
export type SourceReport = z.infer<typeof sourceReportSchema>;
/** A job in a list: `tasks` and `raw` are present only where the caller requests them. */
export type ListedJob = z.infer<typeof listedJobSchema>;
/** One job in full. */
export type JobView = z.infer<typeof jobViewSchema>;
/** A page of jobs over all connections, and what each of them contributed. */
export type JobPage = z.infer<typeof jobPageSchema>;

/** One change of the feed, as the facade and the command return it. */
const jobChangeSchema = z
  .object({
    position: z.int().positive().describe('Strictly increasing. Gaps have no meaning.'),
    cursor: z
      .string()
      .describe('Opaque. A request with this value as `after` or `Last-Event-ID` continues after this change.'),
    at: instantSchema.describe('When Crossvault read the change.'),
    id: z.string().describe("Crossvault's id of the job."),
    connection: z.string(),
    vendor: z.string(),
    from: z.enum(jobStatuses).nullable().describe('Null when the job was not stored before.'),
    to: z.enum(jobStatuses).nullable().describe('Null when the job is no longer stored.'),
  })
  .meta({ id: 'JobChange', description: "A change of a job's status." });

/** A page of the feed of changes, oldest first. */
export const changePageSchema = z
  .object({
    data: z.array(jobChangeSchema),
    page: z.object({
      next: z
        .string()
        .describe(
          'Opaque. Send it unchanged as `after`: a reader that continues from here misses no change and reads none twice.',
        ),
      more: z.boolean().describe('Whether there were more changes when the page was read.'),
    }),
  })
  .meta({ id: 'ChangePage' });
