import { createFixedToken, type TokenSource } from '@crossvault/client-kit';
import type { AzureBackupConfig } from '../config.ts';

export function createAzureBackupTokens(config: AzureBackupConfig): TokenSource {
  return createFixedToken(config.credential.token);
}
