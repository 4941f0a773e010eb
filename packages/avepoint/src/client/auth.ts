import { createFixedToken, type TokenSource } from '@crossvault/client-kit';
import type { AvepointConfig } from '../config.ts';

/** A token for the scope `microsoft365backup.jobInfo.read.all`, got elsewhere; the vendor's live for an hour. */
export function createAvepointTokens(config: AvepointConfig): TokenSource {
  return createFixedToken(config.credential.token);
}
