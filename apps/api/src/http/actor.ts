import { CrossvaultError } from '@crossvault/core';
import type { Actor } from '@crossvault/engine';

/** Who asks for a change; the gate lets nobody through to one without a key. */
export function actorOf(actor: Actor | null): Actor {
  if (actor !== null) return actor;
  throw new CrossvaultError({ code: 'key-missing', message: 'An API key is needed.' });
}
