import { CrossvaultError, type JobQuery, jobKinds, jobStatuses, jobTriggers } from '@crossvault/core';
import { z } from 'zod';

const texts = z.array(z.string()).optional();
const words = <const Words extends readonly [string, ...string[]]>(allowed: Words) =>
  z.array(z.enum(allowed)).optional();
const text = z.string().optional();

const querySchema = z.strictObject({
  connection: texts,
  vendor: texts,
  status: words(jobStatuses),
  kind: words(jobKinds),
  trigger: words(jobTriggers),
  target: texts,
  plan: texts,
  tenant: texts,
  nativeId: texts,
  problem: z.boolean().optional(),
  since: text,
  startedAfter: text,
  startedBefore: text,
  q: text,
} satisfies Record<keyof JobQuery, z.ZodType>);

/**
 * Checks the filters of a program. A word that no job can have would find nothing and look like a complete answer; a misspelt
 * filter would filter nothing. Throws `invalid-parameter`.
 */
export function checkQuery(query: JobQuery): JobQuery {
  const [issue] = querySchema.safeParse(query).error?.issues ?? [];
  if (issue === undefined) return query;
  const parameter = issue.code === 'unrecognized_keys' ? issue.keys[0] : String(issue.path[0] ?? 'query');
  const fault = issue.code === 'unrecognized_keys' ? 'no filter has this name' : issue.message;
  throw new CrossvaultError({ code: 'invalid-parameter', message: `${parameter}: ${fault}.`, parameter });
}
