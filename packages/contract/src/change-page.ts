import { z } from 'zod';
import { instantSchema, jobStatuses } from './job.ts';

/** A page of the feed, as the facade and the command answer it. */
export const jobChangeSchema = z
  .object({
    position: z.int().positive().describe('Rises strictly; gaps mean nothing.'),
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
        .int()
        .nonnegative()
        .describe('To be sent as `after`: who reads on from here misses none and reads none twice.'),
      more: z.boolean().describe('Whether more was there when the page was read.'),
    }),
  })
  .meta({ id: 'ChangePage' });
