import type { Request } from 'express';

/** Scheme, host and port as the caller wrote them: what an absolute link of the answer begins with. */
export const addressOf = (request: Pick<Request, 'protocol' | 'get'>): string =>
  `${request.protocol}://${request.get('host')}`;
