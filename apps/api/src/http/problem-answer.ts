import { CrossvaultError, jobPageSchema, type Problem, problemSchema, toProblem } from '@crossvault/core';
import { SourcesError, withoutRejectedValues } from '@crossvault/engine';
import type { z } from 'zod';

/** A problem of several sources together, with what each of them said. */
export const sourcesProblemSchema = problemSchema.extend({ sources: jobPageSchema.shape.sources }).meta({
  id: 'SourcesProblem',
  description: 'No source answered, or not all did and all or nothing was asked for.',
});
type SourcesProblem = z.output<typeof sourcesProblemSchema>;

/** Any error as it is answered. What is no error of ours tells nothing of its inside. */
export function toProblemAnswer(value: unknown, requestId: string): Problem | SourcesProblem {
  const error = CrossvaultError.from(value);
  if (error instanceof SourcesError) return withSources(toProblem(error, requestId), error);
  const unexpected = unexpectedCause(error);
  if (unexpected === undefined) return toProblem(error, requestId);
  return { ...toProblem(unexpected, requestId), ...(error.source === undefined ? {} : { source: error.source }) };
}

/** What was thrown where nobody expected it, also where it was thrown below the engine; undefined for all other errors. */
export const unexpectedCause = (error: CrossvaultError): unknown =>
  error.code === 'internal-error' ? error.cause : undefined;

function withSources(problem: Problem, { sources }: SourcesError): SourcesProblem {
  // The caller may come back when the slowest of them can be asked again.
  const waits = sources.flatMap(({ retryAfterSeconds }) => retryAfterSeconds ?? []);
  return {
    ...problem,
    ...(waits.length === 0 ? {} : { retryAfterSeconds: Math.max(...waits) }),
    sources: sources.map(withoutRejectedValues),
  };
}
