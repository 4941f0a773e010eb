import { createRequestPolicy, createTypedClient, type TypedClient } from '@crossvault/client-kit';
import type { ConnectorContext, Secret } from '@crossvault/core';
import { completeContext, parseSettings } from '@crossvault/core/ports';
import { veeamAzureConfigSchema } from '../config.ts';
import type { paths } from '../generated/schema.ts';
import type { ApiVersion } from '../versions.ts';
import { createVeeamAzureTokens } from './auth.ts';

/** How to reach one appliance. */
export interface VeeamAzureClientSettings {
  /** Address of the appliance, without `/api`. */
  readonly baseUrl: string;
  /** Version of the interface; calls name it in their path too. @default v8.1 */
  readonly apiVersion?: ApiVersion;
  /** A user of the appliance without multi-factor authentication, or a token for short use. */
  readonly credential:
    | { readonly type: 'password'; readonly username: string; readonly password: string | Secret }
    | { readonly type: 'token'; readonly token: string | Secret };
}

/** A client of openapi-fetch for one appliance. `close` logs out. */
export type VeeamAzureClient = TypedClient<paths>;

/**
 * Creates a typed client of one appliance. It logs in before the first call and sends no request before that. What `context`
 * leaves out has a default. Throws `configuration-invalid` for settings that cannot be right; calls reject as described at
 * `TypedClient`.
 */
export function createVeeamAzureClient(
  settings: VeeamAzureClientSettings,
  context: Partial<ConnectorContext> = {},
): VeeamAzureClient {
  const named = { vendor: 'veeam-azure', name: context.connection ?? 'veeam-azure' };
  const config = parseSettings(veeamAzureConfigSchema, named, settings);
  const { baseUrl } = config;
  const completed = completeContext(config, context);
  const requestPolicy = createRequestPolicy({ context: completed, baseUrl });
  const tokens = createVeeamAzureTokens(config, completed, requestPolicy);
  return createTypedClient<paths>({
    baseUrl,
    context: completed,
    requestPolicy,
    tokensFor: () => tokens,
    sessions: [tokens],
  });
}
