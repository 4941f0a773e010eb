import { randomUUID } from 'node:crypto';
import { type Clock, type Logger, redact } from '@crossvault/core';
import type { RequestHandler, Response } from 'express';
import { clip } from './written-parameters.ts';

const header = 'X-Request-Id';
/** The status code that nginx logs for a client that closed the connection. */
const callerGone = 499;

/** Gives every request an id and one line in the log: no query, no header, no body. */
export function createRequestLog(logger: Logger, clock: Clock): RequestHandler {
  return (request, response, next) => {
    const startedMs = clock.monotonicMs();
    const requestId = takeOver(request.get(header)) ?? randomUUID();
    const { method } = request;
    const path = redact(clip(request.path));
    response.set(header, requestId);
    response.once('close', () => {
      const status = response.writableFinished ? response.statusCode : callerGone;
      const key: unknown = response.locals['key'];
      logger.info(
        {
          method,
          path,
          ...(typeof key === 'string' ? { key } : {}),
          status,
          ms: Math.round(clock.monotonicMs() - startedMs),
          requestId,
        },
        'request',
      );
    });
    next();
  };
}

/** Records the name of the key that the request used. */
export function noteKey(response: Response, name: string): void {
  response.locals['key'] = name;
}

/** The id that a response was given. */
export const requestIdOf = (response: Response): string => String(response.getHeader(header));

const takeOver = (id: string | undefined): string | undefined =>
  id !== undefined && /^[A-Za-z0-9._:-]{1,128}$/.test(id) ? id : undefined;
