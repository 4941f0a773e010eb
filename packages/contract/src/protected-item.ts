import { z } from 'zod';
import { instantSchema, jobPlanSchema, provenanceSchema, targetTypes } from './job.ts';
import { lastJobSchema, streakSchema } from './plan.ts';

/** What is being backed up. */
export const protectedItemSchema = z
  .object({
    id: z.string(),
    connection: z.string(),
    vendor: z.string(),
    nativeId: z.string(),
    type: z.enum(targetTypes),
    name: z.string().nullable(),
    protection: z.enum(['protected', 'stopped', 'paused', 'error', 'pending', 'unknown']),
    plan: jobPlanSchema.nullable(),
    lastJob: lastJobSchema.nullable(),
    lastSuccessAt: instantSchema.nullable(),
    lastRecoveryPointAt: instantSchema.nullable(),
    streak: streakSchema.nullable(),
    expectedNextAt: instantSchema.nullable(),
    missed: z.boolean().nullable(),
    health: z.string().nullable().describe("The vendor's word."),
    actions: z.array(z.enum(['back-up', 'change-plan', 'stop-protection', 'resume-protection', 'undelete', 'restore'])),
    provenance: z.record(z.string(), provenanceSchema),
  })
  .meta({ id: 'ProtectedItem', description: 'What is being backed up.' });

/** A state that a protected item can be restored to. */
export const recoveryPointSchema = z
  .object({
    id: z.string(),
    at: instantSchema.nullable(),
    type: z.string().nullable().describe("The vendor's word."),
    sizeBytes: z.int().nonnegative().nullable(),
  })
  .meta({ id: 'RecoveryPoint' });

export type ProtectedItem = z.infer<typeof protectedItemSchema>;
export type RecoveryPoint = z.infer<typeof recoveryPointSchema>;
