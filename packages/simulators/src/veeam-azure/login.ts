import type { Request, RequestHandler, Response } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';
import type { Random } from '../fleet/random.ts';
import { createTokens, type Tokens } from '../http/tokens.ts';
import { toInstant } from '../truth.ts';
import { ACCOUNTS, type Account, type Role } from './accounts.ts';
import type { ApplianceState } from './appliance.ts';
import type { Problems } from './problems.ts';

const SHORT_REFRESH_SECONDS = 15 * 60;
const MFA_CODE = '246810';
const NEVER = '0001-01-01T00:00:00Z';

export type Login = {
  readonly requestToken: RequestHandler;
  readonly endSession: RequestHandler;
  /** The role that an access token speaks for; tokens that a test made known speak for an operator. */
  roleOf(token: string): Role;
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
  readonly password: string;
  readonly state: () => ApplianceState;
}): Login => {
  const { clock, random, tokens, problems, password, state } = parts;
  const userIds = new Map(ACCOUNTS.map(({ username }) => [username, random.uuid()]));
  const refreshTokens = createTokens(clock);
  const mfaTokens = createTokens(clock);
  /** By access token: the refresh token that was handed out with it. */
  const pairs = new Map<string, string>();
  /** By any token: who it was made for. */
  const owners = new Map<string, Account>();

  const makeToken = (account: Account, lifetimeSeconds: number): string => {
    const iat = Math.floor(clock.now() / 1000);
    const claims = { sub: userIds.get(account.username), jti: random.uuid(), iat, exp: iat + lifetimeSeconds };
    const token = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}.${random.hex(43)}`;
    owners.set(token, account);
    return token;
  };

  const describe = ({ username, role }: Account) => ({
    userId: userIds.get(username),
    username,
    roleName: role,
    userType: 'Internal',
    latestNewsShown: true,
  });

  const sendPair = (account: Account, fields: Fields, response: Response): void => {
    const { accessSeconds, refreshSeconds, isMfaRequired } = state();
    const isShort = fields.get('short_lived_refresh_token')?.toLowerCase() === 'true';
    const refreshLife = isShort ? SHORT_REFRESH_SECONDS : refreshSeconds;
    const [access, refresh] = [makeToken(account, accessSeconds), makeToken(account, refreshLife)];
    tokens.accept(access, accessSeconds * 1000);
    refreshTokens.accept(refresh, refreshLife * 1000);
    pairs.set(access, refresh);
    response.json({
      access_token: access,
      token_type: 'bearer',
      refresh_token: refresh,
      expires_in: accessSeconds,
      '.issued': toTicks(clock.now()),
      '.expires': toTicks(clock.now() + accessSeconds * 1000),
      ...describe(account),
      mfa_enabled: isMfaRequired || account.hasSecondFactor,
      mfa_token: null,
      redirectTo: null,
      shortLived: isShort,
    });
  };

  /** The first half of a login with a second factor is an ordinary 200, only without a token. */
  const sendMfaChallenge = (account: Account, response: Response): void => {
    const { accessSeconds } = state();
    const mfaToken = makeToken(account, accessSeconds);
    mfaTokens.accept(mfaToken, accessSeconds * 1000);
    response.json({
      access_token: null,
      token_type: 'bearer',
      refresh_token: null,
      expires_in: 0,
      '.issued': NEVER,
      '.expires': NEVER,
      ...describe(account),
      mfa_enabled: true,
      mfa_token: mfaToken,
      redirectTo: null,
      shortLived: false,
    });
  };

  /** Whose token it is, once: a refresh token works one time, and every answer brings a new pair. */
  const spend = (known: Tokens, token: string): Account | undefined => {
    if (known.check(token) !== 'valid') return undefined;
    known.expire(token);
    return owners.get(token);
  };

  const grantPassword = (fields: Fields, request: Request, response: Response): void => {
    const account = ACCOUNTS.find(({ username }) => username === fields.get('username'));
    if (account === undefined || fields.get('password') !== password) {
      problems.loginRefused(request, response, 'The user name or password is incorrect.');
    } else if (state().isMfaRequired || account.hasSecondFactor) {
      sendMfaChallenge(account, response);
    } else {
      sendPair(account, fields, response);
    }
  };

  const grantRefresh = (fields: Fields, request: Request, response: Response): void => {
    const account = spend(refreshTokens, fields.get('refresh_token') ?? '');
    if (account === undefined) problems.loginRefused(request, response, 'The refresh token is invalid or has expired.');
    else sendPair(account, fields, response);
  };

  const grantSecondFactor = (fields: Fields, request: Request, response: Response): void => {
    const isRight = fields.get('mfa_code') === MFA_CODE;
    const account = isRight ? spend(mfaTokens, fields.get('mfa_token') ?? '') : undefined;
    if (account === undefined) problems.loginRefused(request, response, 'The verification code is incorrect.');
    else sendPair(account, fields, response);
  };

  /** Grants that only a browser or another product can send; the simulator never issues them. */
  const grantFromElsewhere = (field: string): Grant => ({
    fields: [field],
    answer: (_fields, request, response) => problems.loginRefused(request, response, `The ${field} is not valid.`),
  });

  const grants = new Map<string, Grant>([
    ['password', { fields: ['username', 'password'], answer: grantPassword }],
    ['refresh_token', { fields: ['refresh_token'], answer: grantRefresh }],
    ['mfa', { fields: ['mfa_token', 'mfa_code'], answer: grantSecondFactor }],
    ['saml', grantFromElsewhere('saml_response')],
    ['ssotoken', grantFromElsewhere('sso_token')],
    ['updater_token', grantFromElsewhere('updater_token')],
    // One page names the same grant in two ways.
    ['authentication_code', grantFromElsewhere('authorization_code')],
    ['authorization_code', grantFromElsewhere('authorization_code')],
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
    roleOf: (token: string) => owners.get(token)?.role ?? 'PortalOperator',
  });
};
