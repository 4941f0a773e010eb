import { z } from 'zod';
import { instantSchema, jobStatusSchema, provenanceSchema } from './job.ts';

/** How many times in a row the last result came. */
export const streakSchema = z.object({
  status: jobStatusSchema,
  count: z.int().positive(),
});

/** The last job of a plan or an item. */
export const lastJobSchema = z.object({
  id: z.string(),
  status: jobStatusSchema,
  startedAt: instantSchema.nullable(),
});

/** What makes jobs happen again and again: a policy, a job definition. */
export const planSchema = z
  .object({
    id: z.string(),
    connection: z.string(),
    vendor: z.string(),
    nativeId: z.string(),
    name: z.string().nullable(),
    enabled: z.boolean().nullable(),
    nativeStatus: z.string().nullable(),
    schedule: z.object({ type: z.string(), text: z.string() }).nullable(),
    lastJob: lastJobSchema.nullable(),
    lastSuccessAt: instantSchema
      .nullable()
      .describe(
        'End of its newest job that backed something up and succeeded, or what the vendor says where that is later.',
      ),
    nextRunAt: instantSchema.nullable(),
    targets: z.int().nonnegative().nullable().describe('How many things it protects.'),
    sizeBytes: z.int().nonnegative().nullable().describe('Size of all its restore points.'),
    streak: streakSchema.nullable(),
    missed: z.boolean().nullable().describe('A run was due and did not come; null when that cannot be known.'),
    actions: z.array(z.enum(['run', 'stop', 'enable', 'disable', 'update', 'remove'])),
    details: z.record(z.string(), z.string()).describe("Further facts under the vendor's own names."),
    provenance: z.record(z.string(), provenanceSchema),
  })
  .meta({ id: 'Plan', description: 'What makes jobs happen again and again.' });

export type Plan = z.infer<typeof planSchema>;
