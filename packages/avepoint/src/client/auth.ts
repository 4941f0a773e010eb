import {
  createFixedToken,
  createLogInPause,
  createTokenSource,
  createVendorClient,
  type GrantedToken,
  type RequestPolicy,
  readErrorText,
  type TokenSource,
  unreadableAnswer,
} from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext } from '@crossvault/core';
import { toCount, tolerant, valueOrNull, wireFor } from '@crossvault/core/wire';
import { z } from 'zod';
import { type AvepointConfig, toIdentityUrl } from '../config.ts';
import type { components, paths } from '../generated/schema.ts';
import { readAppCertificate } from './app-certificate.ts';
import { createAssertionIds, signAssertion } from './client-assertion.ts';
import { readEnvelopeStatus } from './envelope.ts';
import { type Scope, toTokenError } from './token-problem.ts';

/** Tokens for the permissions in use. Every sample of the vendor requests one permission, so each has its own token. */
export interface AvepointTokens {
  for(scope: Scope): TokenSource;
}

type TokenRequest = components['schemas']['TokenRequest'];
type GrantedCredential = Exclude<AvepointConfig['credential'], { readonly type: 'token' }>;

const tokenWire = wireFor<components['schemas']['TokenAnswer']>()(
  z.object({
    access_token: tolerant(z.string()),
    expires_in: tolerant(z.union([z.string(), z.number()])),
  }),
);

const tokenPath = '/connect/token';

export function createAvepointTokens(
  config: AvepointConfig,
  context: ConnectorContext,
  requestPolicy: RequestPolicy,
): AvepointTokens {
  const { credential } = config;
  if (credential.type === 'token') {
    // A configured token is valid only for its own permission.
    const fixed = createFixedToken(credential.token, context);
    return { for: () => fixed };
  }
  const request = createTokenRequests(credential, config, context, requestPolicy);
  const sources = new Map<Scope, TokenSource>();
  // Each permission has a separate token; a refusal of the common credential applies to all of them.
  const credentialPause = createLogInPause(context);
  return {
    for(scope) {
      const known = sources.get(scope);
      if (known !== undefined) return known;
      const source = createTokenSource({
        clock: context.clock,
        connection: context.connection,
        request: (call) => request(scope, call),
        credentialPause,
      });
      sources.set(scope, source);
      return source;
    },
  };
}

function createTokenRequests(
  credential: GrantedCredential,
  config: AvepointConfig,
  context: ConnectorContext,
  requestPolicy: RequestPolicy,
): (scope: Scope, call: CallOptions) => Promise<GrantedToken> {
  const baseUrl = toIdentityUrl(config);
  const tokenUrl = `${baseUrl}${tokenPath}`;
  const client = createVendorClient<paths>({
    baseUrl,
    context,
    requestPolicy,
    readProblem: readErrorText,
    readStatus: readEnvelopeStatus,
    logsIn: true,
  });
  const toGrant = createGrants(credential, tokenUrl, context);

  async function ask(scope: Scope, call: CallOptions): Promise<GrantedToken> {
    const body = await toGrant(scope);
    const answer = await client.read(call, (api, signal) =>
      api.POST(tokenPath, {
        body,
        bodySerializer: toForm,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        signal,
      }),
    );
    const read = tokenWire.safeParse(answer.body).data;
    const token = valueOrNull(read?.access_token) ?? '';
    if (token === '') {
      throw unreadableAnswer(
        context.connection,
        `${tokenUrl} answered without an access token. Is it the token endpoint?`,
      );
    }
    return { token, expiresInSeconds: toCount(read?.expires_in) };
  }

  return async (scope, call) => {
    const retriedBefore = requestPolicy.condition().requests.retried;
    try {
      return await ask(scope, call);
    } catch (error) {
      const refused = toTokenError(error, { scope, credential, tokenUrl });
      // After a lost answer the assertion is used up: the endpoint refuses it and accepts a new one.
      const isSpent = credential.type === 'certificate' && requestPolicy.condition().requests.retried > retriedBefore;
      if (!isSpent || refused.code !== 'authentication-failed') throw refused;
      return ask(scope, call).catch((again: unknown) => {
        throw toTokenError(again, { scope, credential, tokenUrl });
      });
    }
  };
}

/** The form for one token. With an assertion the vendor's sample sends no `client_id`: the assertion names the client. */
function createGrants(
  credential: GrantedCredential,
  tokenUrl: string,
  { clock, random, connection }: ConnectorContext,
): (scope: Scope) => Promise<TokenRequest> {
  const { clientId } = credential;
  const toId = createAssertionIds(clock, random);
  return async (scope) => {
    const grant = { grant_type: 'client_credentials', scope } as const;
    if (credential.type === 'client-secret') {
      return { ...grant, client_id: clientId, client_secret: credential.clientSecret.reveal() };
    }
    const certificate = await readAppCertificate(credential, connection, clock.now());
    const claims = { clientId, audience: tokenUrl, id: toId() };
    return {
      ...grant,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await signAssertion(certificate, claims, clock.now()),
    };
  };
}

const toForm = (grant: TokenRequest): string => new URLSearchParams(Object.entries(grant)).toString();
