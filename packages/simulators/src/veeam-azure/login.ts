import type { Request, RequestHandler, Response } from 'express';
import type { SimulatedClock } from '../clock.ts';
import type { Random } from '../random.ts';
import { createTokens, type Tokens } from '../tokens.ts';
import { toInstant } from '../truth.ts';
import type { Problems } from './problems.ts';

const ACCESS_SECONDS = 3600;
const REFRESH_MS = 14 * 86_400_000;
const MFA_CODE = '246810';
const NEVER = '0001-01-01T00:00:00Z';

type Account = { readonly username: string; readonly password: string };

export type Login = {
  readonly requestToken: RequestHandler;
  readonly endSession: RequestHandler;
  /** Whether the account needs a second factor from now on; the one with `-mfa` behind its name always does. */
  requireMfa(isRequired: boolean): void;
};

type Fields = ReadonlyMap<string, string>;

/** Names of form fields are written both ways in the vendor's samples and clients. */
const readFields = (body: unknown): Fields => {
  const entries: [string, unknown][] = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return new Map(
    entries.flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name.toLowerCase(), value]] : [],
    ),
  );
};

/** What a grant needs beside its name, and how it is answered when all of that is there. */
type Grant = {
  readonly fields: readonly string[];
  answer(fields: Fields, request: Request, response: Response): void;
};

/** Seven digits, as .NET prints them. */
const toTicks = (milliseconds: number): string => toInstant(milliseconds).replace('Z', '0000Z');

const encode = (part: Readonly<Record<string, unknown>>): string =>
  Buffer.from(JSON.stringify(part)).toString('base64url');

export const createLogin = (parts: {
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly tokens: Tokens;
  readonly problems: Problems;
  readonly account: Account;
}): Login => {
  const { clock, random, tokens, problems, account } = parts;
  const userId = random.uuid();
  const refreshTokens = createTokens(clock);
  const mfaTokens = createTokens(clock);
  /** By access token: the refresh token that was handed out with it. */
  const pairs = new Map<string, string>();
  let isMfaRequired = false;

  const describeUser = {
    userId,
    username: account.username,
    roleName: 'PortalOperator',
    userType: 'Internal',
    latestNewsShown: true,
  };

  const makeToken = (lifetimeMs: number): string => {
    const iat = Math.floor(clock.now() / 1000);
    const claims = { sub: userId, jti: random.uuid(), iat, exp: iat + lifetimeMs / 1000 };
    return `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}.${random.hex(43)}`;
  };

  const sendPair = (response: Response): void => {
    const [access, refresh] = [makeToken(ACCESS_SECONDS * 1000), makeToken(REFRESH_MS)];
    tokens.accept(access, ACCESS_SECONDS * 1000);
    refreshTokens.accept(refresh, REFRESH_MS);
    pairs.set(access, refresh);
    response.json({
      access_token: access,
      token_type: 'bearer',
      refresh_token: refresh,
      expires_in: ACCESS_SECONDS,
      '.issued': toTicks(clock.now()),
      '.expires': toTicks(clock.now() + ACCESS_SECONDS * 1000),
      ...describeUser,
      mfa_enabled: isMfaRequired,
      mfa_token: null,
      redirectTo: null,
      shortLived: false,
    });
  };

  /** The first half of a login with a second factor is an ordinary 200, only without a token. */
  const sendMfaChallenge = (response: Response): void => {
    const mfaToken = makeToken(ACCESS_SECONDS * 1000);
    mfaTokens.accept(mfaToken, ACCESS_SECONDS * 1000);
    response.json({
      access_token: null,
      token_type: 'bearer',
      refresh_token: null,
      expires_in: 0,
      '.issued': NEVER,
      '.expires': NEVER,
      ...describeUser,
      mfa_enabled: true,
      mfa_token: mfaToken,
      redirectTo: null,
      shortLived: false,
    });
  };

  /** A refresh token works once: every answer brings a new pair. */
  const spend = (known: Tokens, token: string): boolean => {
    if (known.judge(token) !== 'valid') return false;
    known.expire(token);
    return true;
  };

  const grantPassword = (fields: Fields, request: Request, response: Response): void => {
    const username = fields.get('username');
    const isSecond = username === `${account.username}-mfa`;
    const hasMfa = isMfaRequired || isSecond;
    if ((username !== account.username && !isSecond) || fields.get('password') !== account.password) {
      problems.loginRefused(request, response, 'The user name or password is incorrect.');
    } else if (hasMfa) {
      sendMfaChallenge(response);
    } else {
      sendPair(response);
    }
  };

  /** The vendor's other grants lead through a browser or another product. */
  const grants = new Map<string, Grant>([
    ['password', { fields: ['username', 'password'], answer: grantPassword }],
    [
      'refresh_token',
      {
        fields: ['refresh_token'],
        answer: (fields, request, response) => {
          if (spend(refreshTokens, fields.get('refresh_token') ?? '')) sendPair(response);
          else problems.loginRefused(request, response, 'The refresh token is invalid or has expired.');
        },
      },
    ],
    [
      'mfa',
      {
        fields: ['mfa_token', 'mfa_code'],
        answer: (fields, request, response) => {
          const isRight = fields.get('mfa_code') === MFA_CODE && spend(mfaTokens, fields.get('mfa_token') ?? '');
          if (isRight) sendPair(response);
          else problems.loginRefused(request, response, 'The verification code is incorrect.');
        },
      },
    ],
  ]);

  return Object.freeze({
    requestToken: (request: Request, response: Response) => {
      const fields = readFields(request.body);
      const name = fields.get('grant_type')?.toLowerCase() ?? '';
      const grant = grants.get(name);
      if (grant === undefined) {
        const message =
          name === '' ? 'The grant_type field is required.' : `The value '${name}' is not valid for grant_type.`;
        problems.badRequest(response, { grant_type: [message] });
        return;
      }
      const missing = grant.fields.filter((field) => !fields.has(field));
      if (missing.length === 0) grant.answer(fields, request, response);
      else {
        const errors = missing.map((field) => [field, [`The ${field} field is required.`]] as const);
        problems.badRequest(response, Object.fromEntries(errors));
      }
    },
    endSession: (request: Request, response: Response) => {
      const [access = ''] = /\S+$/.exec(request.get('authorization') ?? '') ?? [];
      tokens.expire(access);
      const refresh = pairs.get(access);
      if (refresh !== undefined) refreshTokens.expire(refresh);
      response.status(204).end();
    },
    requireMfa: (isRequired: boolean) => {
      isMfaRequired = isRequired;
    },
  });
};
