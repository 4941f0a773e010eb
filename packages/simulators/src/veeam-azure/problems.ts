import type { Request, Response } from 'express';
import type { Random } from '../fleet/random.ts';

/** The request details in a refusal. */
type Asked = Pick<Request, 'path' | 'originalUrl'>;

/** Messages by the name of the parameter or form field that is at fault. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** Refusals as the vendor words them: RFC 7807, with members that differ from status to status. */
export type Problems = {
  badRequest(response: Response, errors: FieldErrors): void;
  unauthorized(response: Response, detail: string): void;
  /** The token endpoint's own form. */
  loginRefused(request: Asked, response: Response, detail: string): void;
  /** Has no detail; `isLicenceMissing`: because the licence agreement is not accepted yet. */
  forbidden(response: Response, isLicenceMissing: boolean): void;
  notFound(request: Asked, response: Response, detail: string): void;
  /** Names what is in conflict, and the session that stands in the way. */
  conflict(response: Response, detail: string, resourceId: string, sessionId: string | null): void;
};

const TYPE = 'https://tools.ietf.org/html/rfc7231#section-';
const UNAUTHORIZED = { type: 'https://tools.ietf.org/html/rfc7235#section-3.1', title: 'Unauthorized', status: 401 };

const send = (response: Response, problem: { readonly status: number } & Readonly<Record<string, unknown>>): void => {
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
};

export const createProblems = (random: Random): Problems => {
  const traceId = (): string => `00-${random.hex(32)}-${random.hex(16)}-00`;
  return Object.freeze({
    badRequest: (response: Response, errors: FieldErrors) =>
      send(response, {
        type: `${TYPE}6.5.1`,
        title: 'One or more validation errors occurred.',
        status: 400,
        detail: Object.values(errors).flat().join(' '),
        traceId: traceId(),
        errors,
      }),
    unauthorized: (response: Response, detail: string) => {
      response.set('WWW-Authenticate', 'Bearer error="invalid_token"');
      send(response, { ...UNAUTHORIZED, detail, extensions: {} });
    },
    loginRefused: (request: Asked, response: Response, detail: string) =>
      send(response, { ...UNAUTHORIZED, detail, instance: request.path, traceId: traceId() }),
    forbidden: (response: Response, isLicenceMissing: boolean) =>
      send(response, {
        type: `${TYPE}6.5.3`,
        title: 'Forbidden',
        status: 403,
        extensions: {},
        licenseAgreementAcceptanceRequired: isLicenceMissing,
      }),
    conflict: (response: Response, detail: string, resourceId: string, sessionId: string | null) =>
      send(response, {
        type: `${TYPE}6.5.8`,
        title: 'Conflict',
        status: 409,
        detail,
        traceId: traceId(),
        resourceId,
        sessionId,
      }),
    notFound: (request: Asked, response: Response, detail: string) =>
      send(response, {
        type: `${TYPE}6.5.4`,
        title: 'Not Found',
        status: 404,
        detail,
        instance: request.originalUrl.split('?')[0],
        traceId: traceId(),
      }),
  });
};
