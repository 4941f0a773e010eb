import type { IncomingHttpHeaders } from 'node:http';
import { CrossvaultError, type Scope } from '@crossvault/core';
import type { Actor, Engine } from '@crossvault/engine';
import { type Access, isWrite } from './access.ts';
import type { DecideAuth } from './auth-mode.ts';

/** Lets in who may ask. */
export interface Gate {
  /** Who asks; null for somebody without a key, where none is needed. Throws for everybody who may not. */
  admit(headers: IncomingHttpHeaders, endpoint: Door): Promise<Actor | null>;
}

interface Door {
  readonly method: string;
  readonly access: Access;
}

/** Checks the caller's key, by the server's mode of authentication. */
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
            'This server changes nothing for callers without an API key. Create a key with "crossvault keys create" and send it in the header Authorization.',
        });
      }
      // What only an administrator may read needs a key in every mode.
      if (mode === 'none' && access.includes('read')) return null;
      throw new CrossvaultError({
        code: 'key-missing',
        message:
          'An API key is needed: send it in the header Authorization, behind the word Bearer. "crossvault keys create" makes one.',
      });
    },
  };
}

/** Throws `scope-missing` for somebody who has none of the scopes that open a door. */
export function requireScope({ name, scopes }: Actor, opening: readonly Scope[]): void {
  if (opening.some((scope) => scopes.includes(scope))) return;
  throw new CrossvaultError({
    code: 'scope-missing',
    message: `The key "${name}" has ${scopes.join(', ')}; this takes ${opening.join(' or ')}.`,
  });
}

function readToken({ authorization }: IncomingHttpHeaders): string | null {
  if (authorization === undefined) return null;
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (token !== undefined) return token;
  throw new CrossvaultError({
    code: 'key-refused',
    message:
      'The header Authorization holds no API key: send the word Bearer and, behind it, a key, which begins with cv_.',
  });
}
