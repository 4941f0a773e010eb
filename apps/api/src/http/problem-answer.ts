import { CrossvaultError, jobPageSchema, type Problem, problemSchema, toProblem } from '@crossvault/core';
import { SourcesError, withoutRejectedValues } from '@crossvault/engine';
import type { z } from 'zod';

/** A problem of several sources, with the error of each. */
export const sourcesProblemSchema = problemSchema.extend({ sources: jobPageSchema.shape.sources }).meta({
  id: 'SourcesProblem',
  description: 'No source answered, or a strict request had incomplete sources.',
});
type SourcesProblem = z.output<typeof sourcesProblemSchema>;

/** The problem for any error. Unexpected errors reveal no internals. */
export function toProblemAnswer(value: unknown, requestId: string): Problem | SourcesProblem {
  const error = CrossvaultError.from(value);
  if (error instanceof SourcesError) return withSources(toProblem(error, requestId), error);
  const unexpected = unexpectedCause(error);
  if (unexpected === undefined) return toProblem(error, requestId);
  return { ...toProblem(unexpected, requestId), ...(error.source === undefined ? {} : { source: error.source }) };
}

/** The cause of an unexpected error, also below the engine; undefined for all other errors. */
export const unexpectedCause = (error: CrossvaultError): unknown =>
  error.code === 'internal-error' ? error.cause : undefined;

function withSources(problem: Problem, { sources }: SourcesError): SourcesProblem {
  // The longest Retry-After of the sources counts.
  const waits = sources.flatMap(({ retryAfterSeconds }) => retryAfterSeconds ?? []);
  return {
    ...problem,
    ...(waits.length === 0 ? {} : { retryAfterSeconds: Math.max(...waits) }),
    sources: sources.map(withoutRejectedValues),
  };
}
