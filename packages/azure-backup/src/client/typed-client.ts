import { createRequestPolicy, createTypedClient, type TypedClient } from '@crossvault/client-kit';
import type { ConnectorContext, GivenCredential } from '@crossvault/core';
import { completeContext, connectionFields, parseSettings } from '@crossvault/core/ports';
import { z } from 'zod';
import type { AzureCredential } from '../credential.ts';
import { endpointFields } from '../endpoint-config.ts';
import type { paths } from '../generated/schema.ts';
import { createAzureBackupTokens } from './auth.ts';
import { allowance, readBudget } from './budget.ts';
import { cloudEndpointsOf } from './clouds.ts';

/** How to reach Azure Resource Manager. Calls name subscription and vault in their paths. */
export interface AzureBackupClientSettings {
  /** Decides resource manager and authority where `baseUrl` and `authorityHost` do not. @default public */
  readonly cloud?: 'public' | 'us-government' | 'china';
  /** The resource manager, where it is not that of the cloud. */
  readonly baseUrl?: string;
  /** Where tokens are requested, where it is not that of the cloud. */
  readonly authorityHost?: string;
  /** What tokens are requested for. @default the address of the resource manager */
  readonly audience?: string;
  /** Any credential of a connection. Microsoft's libraries are loaded with the first token request, and not for a `token`. */
  readonly credential: GivenCredential<AzureCredential>;
}

/** A client of openapi-fetch for the vaults that the credential may use. */
export type AzureBackupClient = TypedClient<paths>;

const settingsSchema = z.strictObject({ ...connectionFields, ...endpointFields });

/** Reads of a secondary region are POSTs. */
const isReadingPost = ({ pathname }: URL): boolean => /\/backupCrrJobs?$/i.test(pathname);

/**
 * Creates a typed client for Azure Backup. It requests a token with the first call. What `context` leaves out has a
 * default. Throws `configuration-invalid` for invalid settings; calls reject as described at `TypedClient`.
 */
export function createAzureBackupClient(
  settings: AzureBackupClientSettings,
  context: Partial<ConnectorContext> = {},
): AzureBackupClient {
  const named = { vendor: 'azure-backup', name: context.connection ?? 'azure-backup' };
  const config = parseSettings(settingsSchema, named, settings);
  const completed = completeContext(config, context);
  const endpoints = cloudEndpointsOf(config);
  const { baseUrl } = endpoints;
  const tokens = createAzureBackupTokens(config, endpoints, completed);
  return createTypedClient<paths>({
    baseUrl,
    context: completed,
    requestPolicy: createRequestPolicy({ context: completed, baseUrl, allowance }),
    tokensFor: () => tokens,
    isReadingPost,
    readBudget,
    requestIdHeader: 'x-ms-request-id',
    sendRequestIdAs: 'x-ms-client-request-id',
  });
}
