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

/** What has to be known of a change to follow it, and to look it up. */
const factsSchema = z.object({
  /** Keys of the vaults that it is sent to, in this order. */
  lists: z.array(z.string()).min(1),
  /** The job that is given up. */
  jobName: z.string().nullable().default(null),
  item: itemFacts.nullable().default(null),
  /** The policy that the item is to have. */
  policyId: z.string().nullable().default(null),
  /** What becomes of the data where protection stops. */
  data: z.enum(['retain', 'delete']).nullable().default(null),
  /** Azure's clock minus ours when the change was made ready; null where that was not known. */
  clockSkewSeconds: z.number().nullable().default(null),
});

export type WriteFacts = z.infer<typeof factsSchema>;

/** One request of a change that was accepted, or what became of it. */
const stepSchema = z.discriminatedUnion('state', [
  /** `truth`: nothing names the operation, so what it is to change is looked at. */
  z.object({
    state: z.literal('running'),
    list: z.string(),
    by: z.enum(['status', 'result', 'truth']),
    link: z.string(),
    /** Why the address that Azure gave is not followed; '' where it is, or where it gave none. */
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
