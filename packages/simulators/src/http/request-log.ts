import type { RequestHandler } from 'express';

/** One request as it was answered; status 0: the caller left, or the server was stopped, before the answer was out. */
export type RequestRecord = { readonly method: string; readonly path: string; readonly status: number };

export type RequestLog = {
  /** The newest requests, oldest first. */
  readonly requests: readonly RequestRecord[];
  /** How many there have been, remembered or not. */
  readonly requestCount: number;
  readonly handler: RequestHandler;
};

export const createRequestLog = (remembered: number): RequestLog => {
  const requests: RequestRecord[] = [];
  let requestCount = 0;
  return Object.freeze({
    requests,
    get requestCount() {
      return requestCount;
    },
    handler: (request, response, next) => {
      // As it was asked: what stands behind this may rewrite the address.
      const { method, originalUrl: path } = request;
      requestCount += 1;
      const remember = (status: number): void => {
        requests.push({ method, path, status });
        if (requests.length > remembered) requests.shift();
      };
      response.once('finish', () => remember(response.statusCode));
      response.once('close', () => {
        if (!response.writableFinished) remember(0);
      });
      next();
    },
  } satisfies RequestLog);
};
