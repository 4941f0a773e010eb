import { z } from 'zod';
import { CrossvaultError } from './error.ts';
import { errorCodes } from './error-table.ts';

/** RFC 9457 problem details: the body of every error answer of the facade, and the `problem` of a source in a list. */
export const problemSchema = z
  .object({
    type: z.string().describe('The error code as a URN. docs/errors.md lists all codes.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened, where, and what to do about it.'),
    code: z.enum(errorCodes).describe('The stable error code. Clients should decide by this field.'),
    retryable: z.boolean().describe('True when the same request may succeed later without any change.'),
    parameter: z.string().optional().describe('The parameter or key at fault.'),
    source: z.string().optional().describe('Name of the connection at which the error occurred.'),
    upstreamStatus: z.int().optional().describe("HTTP status of the vendor's answer."),
    upstreamRequestId: z.string().optional().describe("The vendor's request id, for the vendor's support."),
    retryAfterSeconds: z.number().optional().describe('How long to wait before the next attempt.'),
    requestId: z.string().optional().describe("The facade's request id, as written to its log."),
  })
  .meta({
    id: 'Problem',
    description: 'An error as RFC 9457 problem details.',
  });

/** An error as JSON, after RFC 9457. */
export type Problem = z.infer<typeof problemSchema>;

/**
 * Converts any thrown value to problem details. A value that is not a CrossvaultError becomes `internal-error` with a fixed
 * detail: its own message may reveal internals and is written to the log only.
 */
export function toProblem(value: unknown, requestId?: string): Problem {
  const known = CrossvaultError.isInstance(value);
  const error = CrossvaultError.from(value);
  const { entry } = error;
  return {
    type: `urn:crossvault:error:${error.code}`,
    title: entry.title,
    status: entry.status,
    detail: known ? error.message : 'An unexpected error occurred. The log has the details under this request id.',
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
