import { findingKinds, findingStates } from '@crossvault/core/insight';
import { z } from 'zod';
import type { Finding } from '../findings/finding.ts';
import { findingCauses } from './insight-ids.ts';

const note = { by: z.string(), why: z.string() };

const findingSchema = z.object({
  id: z.string(),
  cause: z.enum(findingCauses),
  kind: z.enum(findingKinds),
  subjectId: z.string(),
  state: z.enum(findingStates),
  sinceMs: z.number().nullable(),
  openedMs: z.number(),
  turnedMs: z.number(),
  turnsMs: z.array(z.number()),
  streak: z.number(),
  evidence: z.array(z.string()),
  isInitial: z.boolean(),
  isFlapping: z.boolean(),
  isAnnounced: z.boolean(),
  acknowledgement: z.object({ ...note, atMs: z.number(), untilMs: z.number().nullable() }).nullable(),
  silence: z.object({ ...note, fromMs: z.number(), untilMs: z.number() }).nullable(),
  revision: z.number(),
}) satisfies z.ZodType<Finding>;

/** A finding as it was stored; null where it cannot be read. */
export const readFinding = (document: unknown): Finding | null => findingSchema.safeParse(document).data ?? null;
