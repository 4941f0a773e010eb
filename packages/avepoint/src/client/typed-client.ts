import { createRequestPolicy, createTypedClient, type TypedClient } from '@crossvault/client-kit';
import type { ConnectorContext, GivenCredential } from '@crossvault/core';
import { completeContext, parseSettings } from '@crossvault/core/ports';
import { type AvepointConfig, avepointConfigSchema, documentedJobsPath, toBaseUrl, toIdentityUrl } from '../config.ts';
import type { paths } from '../generated/schema.ts';
import { createAvepointTokens } from './auth.ts';
import { readEnvelopeStatus } from './envelope.ts';
import { jobScope, type Scope, settingsScope, subscriptionScope } from './token-problem.ts';

/** How to reach the AvePoint Graph API. */
export interface AvepointClientSettings {
  /** The data center that holds the tenant; required unless `baseUrl` or another environment is given. */
  readonly region?: NonNullable<AvepointConfig['region']>;
  /** @default commercial */
  readonly environment?: AvepointConfig['environment'];
  /** The address of the API, where it is not that of the region or the environment. */
  readonly baseUrl?: string;
  /** The address of the token endpoint, where it is not that of the environment. */
  readonly identityUrl?: string;
  /**
   * Where the vendor has the list now: calls of the documented path, and of a job below it, go there. Their types stay those
   * of the documented answer.
   * @default /backup/m365/cloudbackupjobs
   */
  readonly jobsPath?: string;
  /** An app registration with a secret or a certificate, or a token for short use. */
  readonly credential: GivenCredential<AvepointConfig['credential']>;
}

/** A client of openapi-fetch for one tenant. Every permission has a token of its own. */
export type AvepointClient = TypedClient<paths>;

/**
 * Creates a typed client of one tenant. It requests a token with the first call for each permission. What `context` leaves
 * out has a default. Throws `configuration-invalid` for invalid settings; calls reject as described at `TypedClient`.
 */
export function createAvepointClient(
  settings: AvepointClientSettings,
  context: Partial<ConnectorContext> = {},
): AvepointClient {
  const named = { vendor: 'avepoint', name: context.connection ?? 'avepoint' };
  const config = parseSettings(avepointConfigSchema, named, settings);
  const completed = completeContext(config, context);
  const identityPolicy = createRequestPolicy({ context: completed, baseUrl: toIdentityUrl(config) });
  const tokens = createAvepointTokens(config, completed, identityPolicy);
  return createTypedClient<paths>({
    baseUrl: toBaseUrl(config),
    context: completed,
    tokensFor: ({ url }) => tokens.for(scopeOf(new URL(url))),
    readStatus: readEnvelopeStatus,
    pathOf: (path) => (isJobsPath(path) ? `${config.jobsPath}${path.slice(documentedJobsPath.length)}` : path),
  });
}

const isJobsPath = (path: string): boolean => path === documentedJobsPath || path.startsWith(`${documentedJobsPath}/`);

/** The permission that a path needs. */
function scopeOf({ pathname }: URL): Scope {
  if (pathname.includes('/m365/settings/')) return settingsScope;
  return pathname.endsWith('/cloudbackuplicenseconsumption') ? subscriptionScope : jobScope;
}
