import { z } from 'zod';
import { instantSchema, jobStatuses } from './job.ts';

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
