import type { Request, RequestHandler, Response } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';
import { isRecord } from '../control/read-job-input.ts';
import type { Random } from '../fleet/random.ts';
import type { Tokens } from '../http/tokens.ts';
import { createAssertionCheck } from './assertion.ts';

const BEARER_ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** An app registration. */
export type App = {
  readonly clientId: string;
  readonly secret: string;
  readonly certificates: readonly string[];
  readonly scopes: readonly string[];
};

/** The token endpoint. At the vendor it is a separate server, which has apps but no tenants. */
export type Identity = {
  readonly requestToken: RequestHandler;
  /** Whether a token was granted for this permission; a token from another source has every permission. */
  isFor(token: string, scope: string): boolean;
};

type Fields = ReadonlyMap<string, string>;

/** The standard codes; the texts say no more than that, as servers of this family do. */
type Refusal = 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';

const readFields = (body: unknown): Fields =>
  new Map(
    Object.entries(isRecord(body) ? body : {}).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  );

export const createIdentity = (parts: {
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly tokens: Tokens;
  readonly app: App;
  readonly tokenSeconds: number;
  /** Of the token endpoint. */
  address(): string;
}): Identity => {
  const { clock, random, tokens, app, tokenSeconds } = parts;
  const granted = new Map<string, string>();
  const assertions = createAssertionCheck({
    certificates: app.certificates,
    clientId: app.clientId,
    nowMs: clock.now,
    audience: parts.address,
  });

  const isProved = (fields: Fields): boolean => {
    const assertion = fields.get('client_assertion');
    const clientId = fields.get('client_id');
    if (assertion === undefined) return clientId === app.clientId && fields.get('client_secret') === app.secret;
    if (fields.get('client_assertion_type') !== BEARER_ASSERTION) return false;
    const proved = assertions.check(assertion);
    return proved !== null && (clientId === undefined || clientId === proved);
  };

  const refusalOf = (fields: Fields): Refusal | null => {
    const grant = fields.get('grant_type');
    if (grant === undefined) return 'invalid_request';
    if (!isProved(fields)) return 'invalid_client';
    if (grant !== 'client_credentials') return 'unsupported_grant_type';
    return app.scopes.includes(fields.get('scope') ?? '') ? null : 'invalid_scope';
  };

  return Object.freeze({
    requestToken: (request: Request, response: Response) => {
      const fields = readFields(request.body);
      const error = refusalOf(fields);
      response.set('cache-control', 'no-store');
      if (error !== null) {
        response.status(400).json({ error });
        return;
      }
      const token = `simulated-granted-${random.hex(40)}`;
      tokens.accept(token, tokenSeconds * 1000);
      granted.set(token, fields.get('scope') ?? '');
      response.json({
        token_type: 'Bearer',
        expires_in: tokenSeconds,
        ext_expires_in: tokenSeconds,
        access_token: token,
      });
    },
    isFor: (token: string, scope: string) => (granted.get(token) ?? scope) === scope,
  });
};
