import {
  createFixedToken,
  createTokenSource,
  createVendorClient,
  type GrantedToken,
  type Manners,
  type TokenSource,
  toLogInError,
  unreadableAnswer,
} from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  readCount,
  readText,
  tolerant,
  wireFor,
} from '@crossvault/contract';
import { z } from 'zod';
import type { VeeamAzureConfig } from '../config.ts';
import type { components, paths } from '../generated/schema.ts';
import { readProblem } from './problem.ts';

const tokenWire = wireFor<components['schemas']['Token']>()(
  z.object({
    access_token: tolerant(z.string()),
    expires_in: tolerant(z.union([z.string(), z.number()])),
    mfa_enabled: tolerant(z.boolean()),
    mfa_token: tolerant(z.string()),
  }),
);

type PasswordCredential = Extract<VeeamAzureConfig['credential'], { readonly type: 'password' }>;

/** The token endpoint is the same for every version of the interface: its path has none. */
export function createVeeamAzureTokens(
  config: VeeamAzureConfig,
  context: ConnectorContext,
  manners?: Manners,
): TokenSource {
  const { credential } = config;
  return credential.type === 'token'
    ? createFixedToken(credential.token)
    : createPasswordTokens(credential, config, context, manners);
}

function createPasswordTokens(
  credential: PasswordCredential,
  config: VeeamAzureConfig,
  context: ConnectorContext,
  manners: Manners | undefined,
): TokenSource {
  const client = createVendorClient<paths>({
    baseUrl: config.baseUrl,
    context,
    ...(manners === undefined ? {} : { manners }),
    readProblem,
  });
  let granted: string | null = null;

  async function logIn(call: CallOptions): Promise<GrantedToken> {
    const answer = await client
      .read(call, (api, signal) =>
        api.POST('/api/oauth2/token', {
          body: toPasswordGrant(credential),
          bodySerializer: (body) => toForm(body, config.apiVersion),
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          signal,
        }),
      )
      .catch((error: unknown) => {
        // Whether a wrong password is 400 or 401 is not documented.
        throw toLogInError(
          error,
          (said) =>
            `The appliance did not log in ${credential.username}: ${said} Check username and password of this connection.`,
        );
      });
    const token = readGrant(answer.body, credential, context);
    granted = token.token;
    return token;
  }

  return {
    ...createTokenSource({ clock: context.clock, request: logIn }),
    async close(call) {
      if (granted === null) return;
      const headers = { authorization: `Bearer ${granted}` };
      granted = null;
      await client.read(call, (api, signal) => api.DELETE('/api/oauth2/token', { headers, signal }));
    },
  };
}

function toPasswordGrant(credential: PasswordCredential): components['schemas']['PasswordGrant'] {
  return { grant_type: 'Password', username: credential.username, password: credential.password.reveal() };
}

/** v1 documents the names of user and password with a capital; whether case matters is not documented. */
function toForm(grant: components['schemas']['TokenRequest'], apiVersion: VeeamAzureConfig['apiVersion']): string {
  const fields = Object.entries(grant).map(([name, value]): [string, string] => [
    apiVersion === 'v1' && !name.includes('_') ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name,
    value,
  ]);
  return new URLSearchParams(fields).toString();
}

/** An account with a second factor gets 200 as well, with `mfa_enabled` and without `access_token`. */
function readGrant(body: unknown, credential: PasswordCredential, context: ConnectorContext): GrantedToken {
  const answer = tokenWire.safeParse(body).data;
  const token = readText(answer?.access_token).value;
  if (token !== null) return { token, expiresInSeconds: readCount(answer?.expires_in).value };
  const source = context.connection;
  if (answer?.mfa_enabled === true || readText(answer?.mfa_token).value !== null) {
    throw new CrossvaultError({
      code: 'authentication-failed',
      message: `${credential.username} has multi-factor authentication, and nobody is here to give the second factor. Configure a user of the appliance for which it is turned off, or a credential of type token.`,
      source,
    });
  }
  throw unreadableAnswer(source, 'The token endpoint answered without an access token.');
}
