import type { Response } from 'express';
import type { Outcome } from './async-actions.ts';
import { toErrorBody } from './sign-in.ts';

export const BASE = '/api/v3';

export const notFound = (what: string): Outcome => ({
  status: 404,
  body: toErrorBody(404, 'logical', { message: `${what} was not found.` }),
});

export const found = (data: unknown): Outcome => ({ status: 200, body: { meta: null, data, errors: null } });

export const send = (response: Response, { status, body }: Outcome): void => {
  response.status(status).json(body);
};
