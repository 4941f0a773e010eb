import { createRequestPolicy, createTypedClient, type TypedClient } from '@crossvault/client-kit';
import type { ConnectorContext, GivenCredential } from '@crossvault/core';
import { completeContext, parseSettings } from '@crossvault/core/ports';
import { type VeeamSpcConfig, veeamSpcConfigSchema } from '../config.ts';
import type { paths } from '../generated/schema.ts';
import { createVeeamSpcTokens } from './auth.ts';
import { toReaders } from './readers.ts';

/** How to reach one console. */
export interface VeeamSpcClientSettings {
  /** The console with its port: 1280 for REST v3 and 1281 for v2, unless it was installed otherwise. */
  readonly baseUrl: string;
  /** The version in which the client logs in. Calls name theirs in the path. */
  readonly apiVersion: VeeamSpcConfig['apiVersion'];
  /** Minor version of REST v3 for the log-in. Calls send theirs in the header `X-Client-Version`. @default the newest of the console */
  readonly clientVersion?: string;
  /** An API key (v3 only), a user without multi-factor authentication, or a token for short use. */
  readonly credential: GivenCredential<VeeamSpcConfig['credential']>;
}

/** A client of openapi-fetch for one console. `close` logs out of v2; v3 documents no way to. */
export type VeeamSpcClient = TypedClient<paths>;

/**
 * Creates a typed client of one console. It logs in before the first call. What `context` leaves out has a default. Throws
 * `configuration-invalid` for invalid settings; calls reject as described at `TypedClient`.
 */
export function createVeeamSpcClient(
  settings: VeeamSpcClientSettings,
  context: Partial<ConnectorContext> = {},
): VeeamSpcClient {
  const named = { vendor: 'veeam-spc', name: context.connection ?? 'veeam-spc' };
  const config = parseSettings(veeamSpcConfigSchema, named, settings);
  const { baseUrl } = config;
  const completed = completeContext(config, context);
  const requestPolicy = createRequestPolicy({ context: completed, baseUrl });
  const tokens = createVeeamSpcTokens(config, completed, requestPolicy);
  return createTypedClient<paths>({
    ...toReaders(completed),
    baseUrl,
    context: completed,
    requestPolicy,
    tokensFor: () => tokens,
    sessions: [tokens],
  });
}
