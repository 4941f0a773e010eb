import { CrossvaultError } from '@crossvault/core';
import { redactForLog } from '@crossvault/core/internal';

/** Why the code of another vendor failed, without secrets. It can throw anything, also a value that throws when it is read. */
export function reasonOf(thrown: unknown): string {
  try {
    return redactForLog(CrossvaultError.from(thrown).message);
  } catch {
    return 'the thrown value has no message';
  }
}
