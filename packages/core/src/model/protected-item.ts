import { z } from 'zod';
import { instantSchema, jobPlanSchema, provenanceSchema, targetTypes } from './job.ts';
import { lastJobSchema, streakSchema } from './plan.ts';
import { tenantSchema } from './tenant.ts';

/** An object that a vendor backs up. */
export const protectedItemSchema = z
  .object({
    id: z.string(),
    connection: z.string(),
    vendor: z.string(),
    nativeId: z.string(),
    type: z.enum(targetTypes),
    name: z.string().nullable(),
    protection: z
      .enum(['protected', 'unprotected', 'stopped', 'paused', 'error', 'pending', 'unknown'])
      .describe('`unprotected`: nothing backs it up. `stopped`: its protection was ended.'),
    plan: jobPlanSchema.nullable(),
    lastJob: lastJobSchema.nullable(),
    lastSuccessAt: instantSchema
      .nullable()
      .describe(
        'End of its newest successful backup job, or the last backup that the vendor reports where that is later. A recovery point alone does not count as a success.',
      ),
    lastRecoveryPointAt: instantSchema.nullable(),
    streak: streakSchema.nullable(),
    expectedNextAt: instantSchema.nullable(),
    missed: z.boolean().nullable(),
    health: z.string().nullable().describe("The vendor's word."),
    actions: z.array(z.enum(['back-up', 'change-plan', 'stop-protection', 'resume-protection', 'undelete', 'restore'])),
    provenance: z.record(z.string(), provenanceSchema),
    tenant: tenantSchema,
  })
  .meta({ id: 'ProtectedItem', description: 'An object that a vendor backs up, or could back up.' });

/** A state to which a protected item can be restored. */
export const recoveryPointSchema = z
  .object({
    id: z.string(),
    at: instantSchema.nullable(),
    type: z.string().nullable().describe("The vendor's word."),
    sizeBytes: z.int().nonnegative().nullable(),
    tier: z
      .enum(['snapshot', 'standard', 'archive'])
      .nullable()
      .describe('The fastest tier that holds it. A point in the archive must be rehydrated before it can be restored.'),
    expiresAt: instantSchema.nullable(),
    softDeleted: z
      .boolean()
      .nullable()
      .describe('True when it is soft-deleted: it cannot be restored until it is undeleted.'),
    windows: z
      .array(z.object({ from: instantSchema, to: instantSchema }))
      .describe('Time ranges from which any instant can be restored; [] for a point that is a single instant.'),
    restorable: z
      .boolean()
      .describe('Whether it can be restored now: it is neither archived nor soft-deleted nor a time range.'),
  })
  .meta({ id: 'RecoveryPoint' });

/** What a vendor reports of a recovery point: the id, and any other field. */
export type ReportedPoint = Partial<RecoveryPoint> & Pick<RecoveryPoint, 'id'>;

/** Completes a recovery point from the fields that a vendor reports, and derives `restorable`. */
export function toRecoveryPoint({ id, ...reported }: ReportedPoint): RecoveryPoint {
  const tier = reported.tier ?? null;
  const softDeleted = reported.softDeleted ?? null;
  const windows = reported.windows ?? [];
  return {
    id,
    at: reported.at ?? null,
    type: reported.type ?? null,
    sizeBytes: reported.sizeBytes ?? null,
    tier,
    expiresAt: reported.expiresAt ?? null,
    softDeleted,
    windows,
    restorable: tier !== 'archive' && softDeleted !== true && windows.length === 0,
  };
}

/** An object that is backed up, or could be. */
export type ProtectedItem = z.infer<typeof protectedItemSchema>;
/** A state of an item that can be restored. */
export type RecoveryPoint = z.infer<typeof recoveryPointSchema>;
