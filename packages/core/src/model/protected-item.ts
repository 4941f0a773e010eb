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
    lastSuccessAt: instantSchema
      .nullable()
      .describe(
        'End of its newest job that backed it up and succeeded, or what the vendor says of its last backup where that is later. A recovery point is no success.',
      ),
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
    tier: z
      .enum(['snapshot', 'standard', 'archive'])
      .nullable()
      .describe('The nearest place where it is kept. From the archive it has to be rehydrated before it is restored.'),
    expiresAt: instantSchema.nullable(),
    softDeleted: z
      .boolean()
      .nullable()
      .describe('It is on its way out, and cannot be restored before it is undeleted.'),
    windows: z
      .array(z.object({ from: instantSchema, to: instantSchema }))
      .describe('Spans out of which any instant can be restored; [] for a point that is one instant.'),
    restorable: z
      .boolean()
      .describe('Whether it is offered for a restore as it stands: neither archived nor softly deleted nor a span.'),
  })
  .meta({ id: 'RecoveryPoint' });

type ReportedPoint = Partial<RecoveryPoint> & Pick<RecoveryPoint, 'id'>;

/** A recovery point out of what a vendor tells of it. Whether it can be restored follows from that. */
export function toRecoveryPoint({ id, ...told }: ReportedPoint): RecoveryPoint {
  const tier = told.tier ?? null;
  const softDeleted = told.softDeleted ?? null;
  const windows = told.windows ?? [];
  return {
    id,
    at: told.at ?? null,
    type: told.type ?? null,
    sizeBytes: told.sizeBytes ?? null,
    tier,
    expiresAt: told.expiresAt ?? null,
    softDeleted,
    windows,
    restorable: tier !== 'archive' && softDeleted !== true && windows.length === 0,
  };
}

export type ProtectedItem = z.infer<typeof protectedItemSchema>;
export type RecoveryPoint = z.infer<typeof recoveryPointSchema>;
