import { CrossvaultError, isLoopbackHost } from '@crossvault/core';
import type { Engine } from '@crossvault/engine';
import { toAuthorityHost } from './host-guard.ts';

/** `keys`: every request needs an API key. `none`: callers on this machine may read without one. */
export type AuthMode = 'none' | 'keys';

export interface AuthSettings {
  /** `server.auth` of the configuration. @default decided from the keys, the address and the names of the server */
  readonly auth?: AuthMode;
  /** What the server listens on. */
  readonly host: string;
  /** Further values of the `Host` header that are answered: names by which others know the server. */
  readonly allowedHosts: readonly string[];
}

/** Which mode is in force, and why. */
export interface AuthDecision {
  readonly mode: AuthMode;
  /** The reason, as a clause. */
  readonly reason: string;
}

/** Decides for each request, since a key may be made while the server runs. */
export type DecideAuth = () => Promise<AuthDecision>;

/**
 * A key that has ended still counts: revoking the only key must not open the server.
 *
 * Throws `configuration-invalid` for a written `none` on a server that others can reach.
 */
export function createAuth(engine: Pick<Engine, 'hasKeys'>, settings: AuthSettings): DecideAuth {
  const { auth, host, allowedHosts } = settings;
  const reached = reachedBy(host, allowedHosts);
  if (auth === 'none' && reached !== null) {
    throw new CrossvaultError({
      code: 'configuration-invalid',
      message: `server.auth is none, but ${reached}. Remove server.auth and create a key with "crossvault keys create", or listen on 127.0.0.1 without server.allowedHosts.`,
      parameter: 'server.auth',
    });
  }
  if (auth !== undefined) return async () => ({ mode: auth, reason: `server.auth is ${auth}` });
  if (reached !== null) return async () => ({ mode: 'keys', reason: reached });
  // Keys are never deleted, so a key that was read once still counts when the store cannot be read.
  let hasKeys = false;
  return async () => {
    hasKeys ||= await engine.hasKeys();
    return hasKeys
      ? { mode: 'keys', reason: 'API keys were created' }
      : { mode: 'none', reason: 'no API key was ever created' };
  };
}

function reachedBy(host: string, allowedHosts: readonly string[]): string | null {
  if (!isLoopbackHost(host)) return `other machines can reach ${toAuthorityHost(host)}`;
  return allowedHosts.length === 0 ? null : `server.allowedHosts names ${allowedHosts.join(', ')}`;
}
