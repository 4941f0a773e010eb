import type { IncomingHttpHeaders } from 'node:http';
import { CrossvaultError } from '@crossvault/core';
import type { Scope } from '@crossvault/core/store';
import type { Actor, Engine } from '@crossvault/engine';
import { type Access, isWrite } from './access.ts';
import type { DecideAuth } from './auth-mode.ts';

/** Checks who may send a request. */
export interface Gate {
  /** The caller; null for a caller without a key, where none is needed. Throws for callers without access. */
  admit(headers: IncomingHttpHeaders, endpoint: Door): Promise<Actor | null>;
}

interface Door {
  readonly method: string;
  readonly access: Access;
}

/** Checks the caller's key according to the server's authentication mode. */
export function createGate(engine: Pick<Engine, 'authenticate'>, decideAuth: DecideAuth): Gate {
  return {
    async admit(headers, endpoint) {
      const { access } = endpoint;
      if (access === 'anyone') return null;
      const token = readToken(headers);
      if (token !== null) {
        const actor = await engine.authenticate(token);
        requireScope(actor, access);
        return actor;
      }
      const { mode } = await decideAuth();
      if (isWrite(endpoint) && mode === 'none') {
        throw new CrossvaultError({
          code: 'writes-need-keys',
          message:
            'Changes require an API key. Create one with "crossvault keys create" and send it in the header Authorization.',
        });
      }
      // Endpoints of administrators need a key in every mode.
      if (mode === 'none' && access.includes('read')) return null;
      throw new CrossvaultError({
        code: 'key-missing',
        message:
          'An API key is required: send "Bearer" and the key in the header Authorization. Create one with "crossvault keys create".',
      });
    },
  };
}

/** Throws `scope-missing` for a caller with none of the scopes that the endpoint accepts. */
export function requireScope({ name, scopes }: Actor, opening: readonly Scope[]): void {
  if (opening.some((scope) => scopes.includes(scope))) return;
  throw new CrossvaultError({
    code: 'scope-missing',
    message: `The key "${name}" has the scopes ${scopes.join(', ')}; this request needs ${opening.join(' or ')}.`,
  });
}

function readToken({ authorization }: IncomingHttpHeaders): string | null {
  if (authorization === undefined) return null;
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (token !== undefined) return token;
  throw new CrossvaultError({
    code: 'key-refused',
    message: 'The header Authorization contains no API key: send "Bearer" and a key, which begins with cv_.',
  });
}
