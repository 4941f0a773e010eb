import type { Request } from 'express';

/** Scheme, host and port as the caller wrote them: the beginning of absolute links in the answer. */
export const addressOf = (request: Pick<Request, 'protocol' | 'get'>): string =>
  `${request.protocol}://${request.get('host')}`;
