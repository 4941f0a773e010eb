import {
  createFixedToken,
  createTokenSource,
  createVendorClient,
  type GrantedToken,
  type RequestPolicy,
  type TokenSource,
  toLogInError,
} from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, ErrorCode } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import type { VeeamAzureConfig } from '../config.ts';
import type { components, paths } from '../generated/schema.ts';
import { readGrant } from './grant.ts';
import { readProblem } from './problem.ts';

type PasswordCredential = Extract<VeeamAzureConfig['credential'], { readonly type: 'password' }>;
type TokenRequest = components['schemas']['TokenRequest'];

/** The token endpoint is the same for every version of the interface: its path has none. */
export function createVeeamAzureTokens(
  config: VeeamAzureConfig,
  context: ConnectorContext,
  requestPolicy: RequestPolicy,
): TokenSource {
  const { credential } = config;
  return credential.type === 'token'
    ? createFixedToken(credential.token, context)
    : createPasswordTokens(credential, config, context, requestPolicy);
}

function createPasswordTokens(
  credential: PasswordCredential,
  config: VeeamAzureConfig,
  context: ConnectorContext,
  requestPolicy: RequestPolicy,
): TokenSource {
  const client = createVendorClient<paths>({
    baseUrl: config.baseUrl,
    context,
    requestPolicy,
    readProblem,
    logsIn: true,
  });
  let granted: string | null = null;

  async function ask(fields: TokenRequest, call: CallOptions): Promise<GrantedToken> {
    const { body } = await client.read(call, (api, signal) =>
      api.POST('/api/oauth2/token', {
        body: fields,
        bodySerializer: (body) => toForm(body, config.apiVersion),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        signal,
      }),
    );
    return readGrant(body, { username: credential.username, source: context.connection, nowMs: context.clock.now() });
  }

  const logIn = (call: CallOptions): Promise<GrantedToken> =>
    ask(toPasswordGrant(credential), call).catch((error: unknown) => {
      // Whether a wrong password is 400 or 401 is not documented.
      throw toLogInError(
        error,
        (said) =>
          `The appliance did not log in ${credential.username}: ${said} Check username and password of this connection.`,
      );
    });

  /**
   * Renews with the refresh token, else logs in, once. A refresh token can be used once: when the answer is lost, the
   * new pair is lost with it, and the appliance refuses the old one.
   */
  async function request(call: CallOptions, former: GrantedToken | null): Promise<GrantedToken> {
    const refreshToken = former?.refreshToken ?? null;
    const renewed = refreshToken === null ? null : await refresh(refreshToken, call);
    const token = renewed ?? (await logIn(call));
    granted = token.token;
    return token;
  }

  async function refresh(refreshToken: string, call: CallOptions): Promise<GrantedToken | null> {
    try {
      return await ask({ grant_type: 'Refresh_token', refresh_token: refreshToken }, call);
    } catch (error) {
      const failure = CrossvaultError.from(error);
      if (call.signal.aborted || silences.has(failure.code)) throw error;
      context.logger.info({ error: failure.message }, 'A token could not be refreshed; logging in instead.');
      return null;
    }
  }

  return {
    ...createTokenSource({ clock: context.clock, connection: context.connection, request }),
    async close(call) {
      if (granted === null) return;
      const headers = { authorization: `Bearer ${granted}` };
      granted = null;
      await client.read(call, (api, signal) => api.DELETE('/api/oauth2/token', { headers, signal }));
    },
  };
}

/** If the appliance does not answer a refresh, a log-in would fail as well. */
const silences: ReadonlySet<ErrorCode> = new Set([
  'source-timeout',
  'source-unreachable',
  'certificate-refused',
  'circuit-open',
]);

function toPasswordGrant(credential: PasswordCredential): components['schemas']['PasswordGrant'] {
  return { grant_type: 'Password', username: credential.username, password: credential.password.reveal() };
}

/** v1 documents the names of user and password with a capital; whether case matters is not documented. */
function toForm(grant: TokenRequest, apiVersion: VeeamAzureConfig['apiVersion']): string {
  const fields = Object.entries(grant).map(([name, value]): [string, string] => [
    apiVersion === 'v1' && !name.includes('_') ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name,
    value,
  ]);
  return new URLSearchParams(fields).toString();
}
