import { CrossvaultError, type Logger, redact } from '@crossvault/core';
import type { ErrorRequestHandler } from 'express';
import { toProblemAnswer, unexpectedCause } from './problem-answer.ts';
import { requestIdOf } from './request-log.ts';

/** Answers every error as problem+json; its status comes from the core's error table. */
export function createProblemHandler(logger: Logger): ErrorRequestHandler {
  // Express recognizes an error handler by its four parameters.
  return (error: unknown, _request, response, _next) => {
    const requestId = requestIdOf(response);
    const cause = unexpectedCause(CrossvaultError.from(error));
    if (cause !== undefined) logger.error({ requestId, error: describe(cause) }, 'Something unexpected was thrown.');
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    const problem = toProblemAnswer(error, requestId);
    if (problem.retryAfterSeconds !== undefined) {
      response.set('Retry-After', String(Math.ceil(problem.retryAfterSeconds)));
    }
    if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer');
    response
      .status(problem.status)
      .set({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' })
      .send(Buffer.from(JSON.stringify(problem)));
  };
}

const describe = (cause: unknown): string =>
  redact(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
