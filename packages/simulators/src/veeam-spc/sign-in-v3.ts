import express, { type Express, type Response } from 'express';
import type { Random } from '../fleet/random.ts';
import type { Tokens } from '../http/tokens.ts';
import { type Account, HOUR_MS, textOf } from './sign-in.ts';

/** What a user with a second factor types in; the simulated one is always the same. */
export const MFA_CODE = '123456';

type OAuthCode = 'invalid_request' | 'invalid_grant' | 'unsupported_grant_type';

/** The token endpoint speaks OAuth, and not the envelope of all other answers. */
const refuse = (response: Response, error: OAuthCode, error_description: string): void => {
  response.status(400).json({ error, error_description, error_uri: null });
};

/** A set of texts that are good for one use. */
const createTickets = (random: Random) => {
  const valid = new Set<string>();
  return {
    issue: () => {
      const ticket = random.hex(64);
      valid.add(ticket);
      return ticket;
    },
    redeem: (ticket: string | null) => ticket !== null && valid.delete(ticket),
  };
};

export type SignInV3 = {
  readonly random: Random;
  readonly tokens: Tokens;
  readonly account: Account;
  /** Has to give a second factor after the password. */
  readonly mfaAccount: Account;
};

/** POST /api/v3/token: a password, a refresh token that is good for one use, or the second factor of a user who needs it. */
export const registerSignInV3 = (app: Express, { random, tokens, account, mfaAccount }: SignInV3): void => {
  const refreshTickets = createTickets(random.fork('refresh'));
  const mfaTickets = createTickets(random.fork('mfa'));

  const issue = (response: Response): void => {
    const accessToken = random.hex(64);
    tokens.accept(accessToken, HOUR_MS);
    response.json({
      access_token: accessToken,
      token_type: 'bearer',
      refresh_token: refreshTickets.issue(),
      mfa_token: null,
      encrypted_code: null,
      expires_in: HOUR_MS / 1000,
    });
  };

  const askForFactor = (response: Response): void => {
    const empty = { access_token: null, token_type: null, refresh_token: null, encrypted_code: null, expires_in: 0 };
    response.json({ ...empty, mfa_token: mfaTickets.issue() });
  };

  const matches = (body: unknown, { username, password }: Account): boolean =>
    textOf(body, 'username')?.toLowerCase() === username.toLowerCase() && textOf(body, 'password') === password;

  const grants: Readonly<Record<string, (body: unknown, response: Response) => void>> = {
    password: (body, response) => {
      if (matches(body, account)) issue(response);
      else if (matches(body, mfaAccount)) askForFactor(response);
      else refuse(response, 'invalid_request', 'Invalid username or password.');
    },
    refresh_token: (body, response) => {
      if (refreshTickets.redeem(textOf(body, 'refresh_token'))) issue(response);
      else refuse(response, 'invalid_grant', 'The refresh token is not valid.');
    },
    mfa: (body, response) => {
      const hasCode = textOf(body, 'mfa_code') === MFA_CODE;
      if (mfaTickets.redeem(textOf(body, 'mfa_token')) && hasCode) issue(response);
      else refuse(response, 'invalid_grant', 'The confirmation code is not valid.');
    },
  };

  app.post('/api/v3/token', express.urlencoded({ extended: false }), (request, response) => {
    const grant = textOf(request.body, 'grant_type') ?? '';
    const handle = Object.hasOwn(grants, grant) ? grants[grant] : undefined;
    if (handle === undefined) refuse(response, 'unsupported_grant_type', `The grant type '${grant}' is not supported.`);
    else handle(request.body, response);
  });
};
