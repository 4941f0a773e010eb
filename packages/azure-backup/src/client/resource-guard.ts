import type { TokenSource } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext } from '@crossvault/core';
import type { AzureBackupConfig } from '../config.ts';
import { createAzureBackupTokens } from './auth.ts';
import type { CloudEndpoints } from './clouds.ts';

/** What a change of a vault has to say beside itself where a Resource Guard protects the vault; nothing where none does. */
export interface ResourceGuard {
  /** A token of the guard's directory, which authorizes the change. It is requested for every change. */
  headers(call: CallOptions): Promise<{ readonly 'x-ms-authorization-auxiliary'?: string }>;
  /** What of the guard's is made use of, for the bodies that have a place for it. */
  readonly fields: { readonly resourceGuardOperationRequests?: string[] };
}

export function createResourceGuard(
  { resourceGuard }: Pick<AzureBackupConfig, 'resourceGuard'>,
  own: TokenSource,
  endpoints: CloudEndpoints,
  context: ConnectorContext,
): ResourceGuard {
  if (resourceGuard === undefined) return { headers: async () => ({}), fields: {} };
  const { credential, operationRequests } = resourceGuard;
  const tokens = credential === undefined ? own : createAzureBackupTokens({ credential }, endpoints, context);
  return {
    headers: async (call) => ({ 'x-ms-authorization-auxiliary': `Bearer ${await tokens.get(call)}` }),
    fields: { resourceGuardOperationRequests: [...operationRequests] },
  };
}
