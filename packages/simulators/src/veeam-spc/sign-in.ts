import express, { type Express, type Response } from 'express';
import type { Random } from '../fleet/random.ts';
import type { Tokens } from '../http/tokens.ts';

export const HOUR_MS = 3_600_000;

/** The vendor's kinds of errors. */
export type SpcErrorType = 'transport' | 'logical' | 'retryableLogical' | 'security' | 'unspecified';

type SpcError = { readonly message: string; readonly parameterName?: string };

export const toErrorBody = (status: number, type: SpcErrorType, error: SpcError): unknown => ({
  errors: [{ ...error, type, code: status }],
});

export const sendSpcError = (response: Response, status: number, type: SpcErrorType, error: SpcError): void => {
  response.status(status).json(toErrorBody(status, type, error));
};

/** Why a bearer token is not good. */
export const UNAUTHORIZED = {
  missing: 'Authorization has been denied for this request.',
  unknown: 'The access token is not valid.',
  expired: 'The access token has expired.',
} as const;

export type Account = { readonly username: string; readonly password: string };

export const textOf = (body: unknown, key: string): string | null => {
  const form = new Map<string, unknown>(typeof body === 'object' && body !== null ? Object.entries(body) : []);
  const value = form.get(key);
  return typeof value === 'string' ? value : null;
};

/**
 * v2: POST /token: a password, or a refresh token that is good for one use. How a wrong password is met is documented for v3
 * only (400); the errors of v2 have one envelope, so it is that here.
 */
export const registerSignIn = (
  app: Express,
  { random, tokens, account }: { random: Random; tokens: Tokens; account: Account },
): void => {
  const refreshTokens = new Set<string>();

  const issue = (response: Response): void => {
    const pair = { access_token: random.hex(64), refresh_token: random.hex(64) };
    tokens.accept(pair.access_token, HOUR_MS);
    refreshTokens.add(pair.refresh_token);
    response.json({ ...pair, token_type: 'bearer', expires_in: HOUR_MS / 1000 - 1 });
  };

  const isAccount = (body: unknown): boolean =>
    textOf(body, 'username')?.toLowerCase() === account.username.toLowerCase() &&
    textOf(body, 'password') === account.password;

  app.post('/token', express.urlencoded({ extended: false }), (request, response) => {
    const grant = textOf(request.body, 'grant_type');
    if (grant === 'password') {
      if (isAccount(request.body)) issue(response);
      else sendSpcError(response, 400, 'security', { message: 'Invalid username or password.' });
    } else if (grant === 'refresh_token') {
      if (refreshTokens.delete(textOf(request.body, 'refresh_token') ?? '')) issue(response);
      else sendSpcError(response, 400, 'security', { message: 'The refresh token is not valid.' });
    } else {
      sendSpcError(response, 400, 'logical', { message: 'Unsupported grant type.', parameterName: 'grant_type' });
    }
  });
};

const bearerOf = (authorization: string | undefined): string => authorization?.replace(/^Bearer +/i, '') ?? '';

/** v2: the session of the token ends. Behind what lets valid tokens through. */
export const registerLogOut = (app: Express, tokens: Tokens): void => {
  app.post('/v2/accounts/logout', (request, response) => {
    tokens.expire(bearerOf(request.get('authorization')));
    response.json('You have been logged out.');
  });
};
