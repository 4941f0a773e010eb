import { CrossvaultError } from '@crossvault/core';
import { z } from 'zod';

/** The item that a change is about, as it stood before. */
const itemFacts = z.object({
  container: z.string(),
  item: z.string(),
  name: z.string().nullable(),
  policyId: z.string().nullable(),
  protection: z.string(),
});

/** Stored facts that are required to track a change and to check its result. */
const factsSchema = z.object({
  /** Keys of the vaults that it is sent to, in this order. */
  lists: z.array(z.string()).min(1),
  /** The job to cancel. */
  jobName: z.string().nullable().default(null),
  item: itemFacts.nullable().default(null),
  /** The new policy of the item. */
  policyId: z.string().nullable().default(null),
  /** Whether the data are kept or deleted when protection stops. */
  data: z.enum(['retain', 'delete']).nullable().default(null),
  /** Offset of Azure's clock when the change was prepared; null where it was unknown. */
  clockSkewSeconds: z.number().nullable().default(null),
});

export type WriteFacts = z.infer<typeof factsSchema>;

/** An accepted request of a change, or its result. */
const stepSchema = z.discriminatedUnion('state', [
  /** `truth`: Azure returned no operation, so the changed object itself is checked. */
  z.object({
    state: z.literal('running'),
    list: z.string(),
    by: z.enum(['status', 'result', 'truth']),
    link: z.string(),
    /** Why the returned address is not followed; '' where it is, or where there is none. */
    refusal: z.string().default(''),
  }),
  z.object({
    state: z.enum(['done', 'failed', 'cancelled', 'unknown']),
    list: z.string(),
    jobNames: z.array(z.string()).readonly(),
    code: z.string().nullable(),
    message: z.string(),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
  }),
]);

export type WriteStep = z.infer<typeof stepSchema>;
export type EndedStep = Exclude<WriteStep, { readonly state: 'running' }>;

export const parseFacts = (facts: unknown, connection: string): WriteFacts => parse(factsSchema, facts, connection);
export const parseSteps = (tracking: unknown, connection: string): readonly WriteStep[] =>
  parse(z.array(stepSchema), tracking, connection);

function parse<T>(schema: z.ZodType<T>, value: unknown, source: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const message = 'What was kept of this change is not of the form that this connector keeps.';
  throw new CrossvaultError({ code: 'internal-error', message, source, cause: result.error });
}

/** A request of which nothing more is known than how it ended. */
export const endStep = (
  list: string,
  state: EndedStep['state'],
  more: Partial<Omit<EndedStep, 'list' | 'state'>> = {},
): EndedStep => ({ list, state, jobNames: [], code: null, message: '', startedAt: null, endedAt: null, ...more });
