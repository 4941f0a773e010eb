import { CrossvaultError } from '@crossvault/core';
import { z } from 'zod';
import { policySorts } from '../versions.ts';

const ids = z.array(z.string()).readonly();

/** Stored facts that are required to determine the result of a change. */
const factsSchema = z.discriminatedUnion('kind', [
  /**
   * `known`: sessions of the policy that were there before. `policyId` null: its sessions cannot be identified.
   * `nextRunAt`: from then on the schedule may have started a session; null where the appliance did not say.
   */
  z.strictObject({
    kind: z.literal('run'),
    policyId: z.string().nullable(),
    known: ids,
    nextRunAt: z.string().nullable().default(null),
  }),
  /** Sessions that are to end. */
  z.strictObject({ kind: z.literal('stop'), sessions: ids }),
  z.strictObject({
    kind: z.literal('switch'),
    sort: z.enum(policySorts),
    policyId: z.string(),
    enabled: z.boolean(),
  }),
]);
export type WriteFacts = z.output<typeof factsSchema>;

/** Where to look at a change next. */
const trackingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('operation'), id: z.string() }),
  /** The sessions that a policy was started in. */
  z.strictObject({ kind: z.literal('sessions'), ids }),
  /** Sessions that are to end. */
  z.strictObject({ kind: z.literal('ending'), ids }),
  /** The appliance accepted it, and named no session. */
  z.strictObject({ kind: z.literal('accepted') }),
  /** Its answer was lost, and no effect was visible yet. Stored by earlier versions only. */
  z.strictObject({ kind: z.literal('search') }),
]);
export type WriteTracking = z.output<typeof trackingSchema>;

export const parseFacts = (facts: unknown): WriteFacts => parseOwn(factsSchema, facts);
export const parseTracking = (tracking: unknown): WriteTracking => parseOwn(trackingSchema, tracking);

function parseOwn<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new CrossvaultError({
    code: 'internal-error',
    message: 'The stored facts of this change were not created by a connector for this appliance.',
    cause: read.error,
  });
}
