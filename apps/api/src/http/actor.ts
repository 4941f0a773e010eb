import { CrossvaultError } from '@crossvault/core';
import type { Actor } from '@crossvault/engine';

/** The caller who requests a change. Changes without a key are refused before. */
export function actorOf(actor: Actor | null): Actor {
  if (actor !== null) return actor;
  throw new CrossvaultError({ code: 'key-missing', message: 'An API key is required.' });
}
