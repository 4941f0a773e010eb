import { z } from 'zod';

const instant = z.number();

const memorySchema = z.object({
  /** What its plan or item was known by when it was read last. */
  seen: z.string(),
  /** When it was seen first; null: it was there when its connection was evaluated first. */
  sinceMs: instant.nullable(),
  /** Whether a job was ever linked to it. */
  isLinked: z.boolean(),
  /** When its protection ended, or it was gone; null: it is there. */
  retiredMs: instant.nullable(),
  disabledSinceMs: instant.nullable(),
  /** Since when it is switched on without a break; null: ever since it was seen. */
  activeSinceMs: instant.nullable(),
  unprotectedSinceMs: instant.nullable(),
  /** When the data of its newest good backup is from; null: none is known. */
  dataAsOfMs: instant.nullable(),
  objective: z.object({ ms: z.number(), from: z.enum(['configuration', 'inferred']) }).nullable(),
  /** Whether the newest run that was due and has ended was missed; null: that cannot be determined. */
  missed: z.boolean().nullable(),
  streak: z.object({ kind: z.enum(['good', 'bad']), count: z.number(), isCutByUnknown: z.boolean() }).nullable(),
  expectedNextMs: instant.nullable(),
  /** What its schedule was inferred from; null: the vendor reports one, or none can be inferred. */
  inferred: z.object({ atMs: instant, graceMs: z.number(), evidence: z.array(z.string()) }).nullable(),
});

/** What is kept of a subject from one evaluation to the next. */
export type SubjectMemory = z.infer<typeof memorySchema>;

export const emptyMemory: SubjectMemory = {
  seen: '',
  sinceMs: null,
  isLinked: false,
  retiredMs: null,
  disabledSinceMs: null,
  activeSinceMs: null,
  unprotectedSinceMs: null,
  dataAsOfMs: null,
  objective: null,
  missed: null,
  streak: null,
  expectedNextMs: null,
  inferred: null,
};

/** What is stored; null where it cannot be read, which costs what was learned and loses no run. */
export const readMemory = (facts: unknown): SubjectMemory | null => memorySchema.safeParse(facts).data ?? null;
