import {
  createFixedToken,
  createTokenSource,
  createVendorClient,
  type GrantedToken,
  type RequestPolicy,
  type TokenSource,
  toLogInError,
  unreadableAnswer,
} from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import { z } from 'zod';
import type { VeeamSpcConfig } from '../config.ts';
import type { components, paths } from '../generated/schema.ts';
import { clientVersionHeader } from './client-version.ts';
import { toReaders } from './readers.ts';

type TokenRequest = components['schemas']['TokenRequest'];
type PasswordCredential = Extract<VeeamSpcConfig['credential'], { readonly type: 'password' }>;

const text = z.string().min(1).nullish().catch(null);

/** `expires_in` is on no page of v2 but 3.0's; clients get by without it. */
const tokenWire = z.object({
  access_token: text,
  refresh_token: text,
  mfa_token: text,
  expires_in: z.number().positive().nullish().catch(null),
});

/** The token or the key that the configuration gives, or tokens for its user. */
export function createVeeamSpcTokens(
  config: VeeamSpcConfig,
  context: ConnectorContext,
  requestPolicy?: RequestPolicy,
): TokenSource {
  const { credential } = config;
  if (credential.type === 'token') return createFixedToken(credential.token, context);
  if (credential.type === 'api-key') return createFixedToken(credential.key, context);
  return createPasswordTokens(credential, config, context, requestPolicy);
}

function createPasswordTokens(
  credential: PasswordCredential,
  config: VeeamSpcConfig,
  context: ConnectorContext,
  requestPolicy: RequestPolicy | undefined,
): TokenSource {
  const client = createVendorClient<paths>({
    baseUrl: config.baseUrl,
    context,
    ...(requestPolicy === undefined ? {} : { requestPolicy }),
    ...toReaders(context),
    logsIn: true,
  });
  let latest: string | null = null;

  async function request(call: CallOptions, body: TokenRequest): Promise<GrantedToken> {
    const answer = await client.read(call, (api, signal) => {
      const options = {
        signal,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
        bodySerializer: (form: TokenRequest) => new URLSearchParams({ ...form }).toString(),
      };
      return config.apiVersion === 'v2'
        ? api.POST('/token', options)
        : api.POST('/api/v3/token', { ...options, params: { header: clientVersionHeader(config) } });
    });
    const granted = readGrant(answer.body, credential, config, context);
    latest = granted.token;
    return granted;
  }

  /** v3 answers a wrong password with 400; v2's answer is not documented. */
  function logIn(call: CallOptions): Promise<GrantedToken> {
    const { username, password } = credential;
    return request(call, { grant_type: 'password', username, password: password.reveal() }).catch((error: unknown) => {
      throw toLogInError(
        error,
        (said) => `The console refused the login. ${said} The user name needs its domain, as in vac\\administrator.`,
      );
    });
  }

  const tokens = createTokenSource({
    clock: context.clock,
    connection: context.connection,
    /** A refresh token is good for one use, and ends with the session: whatever becomes of it, the password is tried. */
    async request(call, former) {
      const refreshToken = former?.refreshToken ?? null;
      if (refreshToken === null) return logIn(call);
      return request(call, { grant_type: 'refresh_token', refresh_token: refreshToken }).catch((error: unknown) => {
        if (call.signal.aborted) throw error;
        context.logger.debug({ error: CrossvaultError.from(error).message }, 'The token was not renewed; logging in.');
        return logIn(call);
      });
    },
  });
  if (config.apiVersion === 'v3') return tokens;
  return {
    ...tokens,
    async close(call) {
      if (latest === null) return;
      const headers = { authorization: `Bearer ${latest}` };
      latest = null;
      await client.read(call, (api, signal) => api.POST('/v2/accounts/logout', { signal, headers }));
    },
  };
}

/** A user who needs a second factor gets an answer of success as well, with `mfa_token` and without `access_token`. */
function readGrant(
  body: unknown,
  { username }: PasswordCredential,
  { baseUrl, apiVersion }: VeeamSpcConfig,
  { connection }: ConnectorContext,
): GrantedToken {
  const granted = tokenWire.safeParse(body).data;
  const token = granted?.access_token ?? null;
  if (token !== null) {
    return { token, expiresInSeconds: granted?.expires_in ?? null, refreshToken: granted?.refresh_token ?? null };
  }
  if ((granted?.mfa_token ?? null) !== null) {
    const key = apiVersion === 'v3' ? 'an API key (a credential of type api-key), or ' : '';
    throw new CrossvaultError({
      code: 'authentication-failed',
      message: `${username} has multi-factor authentication, and Crossvault cannot supply the second factor. Configure ${key}a user for whom it is turned off.`,
      source: connection,
    });
  }
  const path = apiVersion === 'v3' ? '/api/v3/token' : '/token';
  const message = `${baseUrl}${path} answered without an access token. Is this the console's REST address?`;
  throw unreadableAnswer(connection, message);
}
