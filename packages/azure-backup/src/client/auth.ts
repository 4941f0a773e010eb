import { createFixedToken, createRequestPolicy, createTokenSource, type TokenSource } from '@crossvault/client-kit';
import type { ConnectorContext } from '@crossvault/core';
import { orAbort } from '@crossvault/core/ports';
import type { AzureBackupConfig } from '../config.ts';
import type { CloudEndpoints } from './clouds.ts';

/** Token requests are rare, and one that hangs must not block the others for long. */
const identityPolicy = { attempts: 3, attemptTimeoutMs: 10_000 } as const;
/** A machine without an identity has no endpoint that answers. */
const machinePolicy = { attempts: 3, attemptTimeoutMs: 3_000 } as const;

export function createAzureBackupTokens(
  { credential }: Pick<AzureBackupConfig, 'credential'>,
  endpoints: CloudEndpoints,
  context: ConnectorContext,
): TokenSource {
  if (credential.type === 'token') return createFixedToken(credential.token, context);
  const { authorityHost } = endpoints;
  const usual = credential.type === 'managed-identity' ? machinePolicy : identityPolicy;
  const requestPolicy = createRequestPolicy({ context, baseUrl: authorityHost, ...usual });
  const load = () => import('./azure-identity.ts');
  const tokens = createTokenSource({
    clock: context.clock,
    connection: context.connection,
    async request(call) {
      const { askForToken } = await load();
      return askForToken(credential, endpoints, { context, requestPolicy, authorityHost }, call);
    },
  });
  return {
    ...tokens,
    // The time for loading the libraries does not count against the token's deadline.
    async get(call) {
      await orAbort(call.signal, load);
      return tokens.get(call);
    },
  };
}
