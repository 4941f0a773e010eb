import { createFixedToken, createManners, createTokenSource, type TokenSource } from '@crossvault/client-kit';
import type { ConnectorContext } from '@crossvault/contract';
import type { AzureBackupConfig } from '../config.ts';
import type { Places } from './clouds.ts';

/** Where tokens come from are few requests, and one that hangs must not hold up everything for long. */
const identityManners = { attempts: 3, attemptTimeoutMs: 10_000 } as const;
/** On a machine without an identity nobody answers at all. */
const machineManners = { attempts: 3, attemptTimeoutMs: 3_000 } as const;

export function createAzureBackupTokens(
  { credential }: Pick<AzureBackupConfig, 'credential'>,
  places: Places,
  context: ConnectorContext,
): TokenSource {
  if (credential.type === 'token') return createFixedToken(credential.token);
  const { authorityHost } = places;
  const usual = credential.type === 'managed-identity' ? machineManners : identityManners;
  const manners = createManners({ context, baseUrl: authorityHost, ...usual });
  return createTokenSource({
    clock: context.clock,
    async request(call) {
      const { askForToken } = await import('./azure-identity.ts');
      return askForToken(credential, places, { context, manners, authorityHost }, call);
    },
  });
}
