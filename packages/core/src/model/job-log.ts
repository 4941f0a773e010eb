import { z } from 'zod';
import { instantSchema, jobStatusSchema } from './job.ts';

/** The vendor's own log of a job, oldest entry first. */
export const jobLogSchema = z
  .object({
    jobId: z.string(),
    entries: z.array(
      z.object({
        at: instantSchema.nullable(),
        status: jobStatusSchema,
        nativeStatus: z.string().nullable(),
        message: z.string(),
        durationSeconds: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'JobLog', description: "The vendor's own log of a job." });

export type JobLog = z.infer<typeof jobLogSchema>;
