import { z } from 'zod';
import { instantSchema, jobStatusSchema, provenanceSchema } from './job.ts';
import { scheduleSchema } from './schedule.ts';
import { tenantSchema } from './tenant.ts';

/** How many times in a row the last result occurred. */
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

/** A policy or job definition that starts jobs repeatedly. */
export const planSchema = z
  .object({
    id: z.string(),
    connection: z.string(),
    vendor: z.string(),
    nativeId: z.string(),
    name: z.string().nullable(),
    enabled: z.boolean().nullable(),
    nativeStatus: z.string().nullable(),
    schedule: scheduleSchema.nullable().describe('Null where the vendor reports none, or where it cannot be read.'),
    lastJob: lastJobSchema.nullable(),
    lastSuccessAt: instantSchema
      .nullable()
      .describe('End of its newest successful backup job, or the time that the vendor reports where that is later.'),
    nextRunAt: instantSchema.nullable(),
    targets: z.int().nonnegative().nullable().describe('Number of objects that it protects.'),
    sizeBytes: z.int().nonnegative().nullable().describe('Size of all its restore points.'),
    streak: streakSchema.nullable(),
    missed: z
      .boolean()
      .nullable()
      .describe('True when a run was due and did not start; null when that cannot be determined.'),
    actions: z.array(z.enum(['run', 'stop', 'enable', 'disable', 'update', 'remove'])),
    details: z.record(z.string(), z.string()).describe("Further facts under the vendor's own names."),
    provenance: z.record(z.string(), provenanceSchema),
    tenant: tenantSchema,
  })
  .meta({ id: 'Plan', description: 'A policy or job definition that starts jobs repeatedly.' });

/** A policy or a job definition, normalized. */
export type Plan = z.infer<typeof planSchema>;
