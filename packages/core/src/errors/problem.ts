import { z } from 'zod';
import { CrossvaultError } from './error.ts';
import { errorCodes } from './error-table.ts';

/** RFC 9457 problem details, as the facade answers them and the sources of a list carry them. */
export const problemSchema = z
  .object({
    type: z.string().describe('The code as a URN. docs/errors.md has them all.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened, where, and what to do.'),
    code: z.enum(errorCodes).describe('Stable; the one thing to decide by.'),
    retryable: z.boolean().describe('The same request may succeed later without any change.'),
    parameter: z.string().optional().describe('The parameter or key at fault.'),
    source: z.string().optional().describe('The connection that it happened at.'),
    upstreamStatus: z.int().optional(),
    upstreamRequestId: z.string().optional(),
    retryAfterSeconds: z.number().optional(),
    requestId: z.string().optional().describe('Ours, to be found in the log.'),
  })
  .meta({
    id: 'Problem',
    description: 'What went wrong, in the form of RFC 9457.',
  });

export type Problem = z.infer<typeof problemSchema>;

/** An error as a problem. Anything that is no error of ours becomes `internal-error` and tells nothing of its inside. */
export function toProblem(value: unknown, requestId?: string): Problem {
  const known = CrossvaultError.isInstance(value);
  const error = CrossvaultError.from(value);
  const { entry } = error;
  return {
    type: `urn:crossvault:error:${error.code}`,
    title: entry.title,
    status: entry.status,
    detail: known ? error.message : 'An unexpected error; the log has more under this request id.',
    code: error.code,
    retryable: entry.retryable,
    ...(error.parameter === undefined ? {} : { parameter: error.parameter }),
    ...(error.source === undefined ? {} : { source: error.source }),
    ...(error.upstreamStatus === undefined ? {} : { upstreamStatus: error.upstreamStatus }),
    ...(error.upstreamRequestId === undefined ? {} : { upstreamRequestId: error.upstreamRequestId }),
    ...(error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}
