import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { CrossvaultError, Secret } from '@crossvault/core';
import { type ApiKey, type JobStore, keyNameSchema } from '@crossvault/core/store';
import { requireStore } from '../changes/history.ts';
import type { ActingCalls, Actor } from './action-calls.ts';
import { type ActingParts, instantOf } from './action-parts.ts';
import type { Audit } from './record-audit.ts';

/** The prefix of every key, so that scanners recognise a leaked one. */
const prefix = 'cv_';
const secretBytes = 32;

/** Precision of the last use of a key: it is written at most once in this time. */
const useEveryMs = 60_000;

/** A key is as long and as random as a hash: it needs no salt and no slow hashing. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const isLive = ({ revokedAt, expiresAt }: ApiKey, now: string): boolean =>
  revokedAt === null && (expiresAt === null || expiresAt > now);

/** Throws `invalid-parameter` for a name that could be confused with another. */
function requireKeyName(name: string): void {
  const read = keyNameSchema.safeParse(name);
  if (read.success) return;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `name: ${read.error.issues[0]?.message ?? 'it is not allowed.'}`,
    parameter: 'name',
  });
}

/** Throws for an unknown name: a connection that is configured later under it would be accessible unintentionally. */
function requireConnections(wanted: readonly string[], { sources }: Pick<ActingParts, 'sources'>): void {
  const known = sources.map(({ connection }) => connection.name);
  const stranger = wanted.find((name) => !known.includes(name));
  if (stranger === undefined) return;
  throw new CrossvaultError({
    code: 'connection-not-found',
    message: `No connection is called "${stranger.slice(0, 80)}". Configured: ${known.join(', ')}.`,
    parameter: 'connections',
  });
}

export type KeyCalls = Pick<ActingCalls, 'hasKeys' | 'createKey' | 'listKeys' | 'revokeKey' | 'authenticate'>;

export function createKeyCalls(parts: ActingParts, audit: Audit): KeyCalls {
  const { clock, logger } = parts;
  /** Without a store there are no keys. */
  const allKeys = async (): Promise<readonly ApiKey[]> => (await parts.store?.listKeys()) ?? [];
  /** When this process noted the last use of a key, by the monotonic clock. */
  const notedAtMs = new Map<string, number>();

  /** A use that another process stored within the last minute counts too. An instant in the future comes from a wrong clock and is ignored. */
  function noteUse(store: JobStore, { id, lastUsedAt }: ApiKey): void {
    const nowMs = clock.monotonicMs();
    const agoMs = lastUsedAt === null ? Number.POSITIVE_INFINITY : clock.now() - Date.parse(lastUsedAt);
    const isNoted = agoMs >= 0 && agoMs < useEveryMs;
    if (isNoted || nowMs - (notedAtMs.get(id) ?? Number.NEGATIVE_INFINITY) < useEveryMs) return;
    notedAtMs.set(id, nowMs);
    store.noteKeyUse(id, instantOf(parts)).catch((error: unknown) => {
      const { code, message } = CrossvaultError.from(error);
      logger.warn({ code }, message);
    });
  }

  const write = (actor: Actor, action: string, { id, name, scopes, connections, expiresAt }: ApiKey) =>
    audit.write({
      actor: actor.name,
      action,
      connection: null,
      target: id,
      detail: { event: 'done', named: name, scopes, connections, expiresAt },
    });

  return {
    hasKeys: async () => (await allKeys()).length > 0,
    listKeys: async () => (parts.absentStore === null ? allKeys() : requireStore(parts).listKeys()),
    async createKey({ name, scopes, connections, expiresAt }, actor) {
      const store = requireStore(parts);
      const now = instantOf(parts);
      requireKeyName(name);
      requireConnections(connections ?? [], parts);
      if ((await store.listKeys()).some((key) => key.name === name && isLive(key, now))) {
        throw new CrossvaultError({
          code: 'ambiguous-name',
          message: `A key called "${name}" exists already. Choose another name, or revoke that key first.`,
          parameter: 'name',
        });
      }
      if (expiresAt !== null && expiresAt <= now) {
        throw new CrossvaultError({
          code: 'invalid-parameter',
          message: `expiresAt: ${expiresAt} has passed already.`,
          parameter: 'expiresAt',
        });
      }
      const token = new Secret(prefix + randomBytes(secretBytes).toString('base64url'));
      const key: ApiKey = {
        id: randomUUID(),
        name,
        scopes: [...new Set(scopes)],
        connections: connections === null ? null : [...connections],
        createdAt: now,
        expiresAt,
        lastUsedAt: null,
        revokedAt: null,
      };
      await store.putKey(key, hashOf(token.reveal()));
      await write(actor, 'create-key', key);
      return { key, token };
    },
    async revokeKey(id, actor) {
      const store = requireStore(parts);
      const isKnown = await store.revokeKey(id, instantOf(parts));
      const key = (await store.listKeys()).find((each) => each.id === id);
      if (!isKnown || key === undefined) {
        throw new CrossvaultError({ code: 'key-not-found', message: `There is no key "${id.slice(0, 80)}".` });
      }
      await write(actor, 'revoke-key', key);
      return key;
    },
    async authenticate(token) {
      const { store } = parts;
      const key = store !== null && token.startsWith(prefix) ? await store.findKey(hashOf(token)) : null;
      if (store === null || key === null || !isLive(key, instantOf(parts))) {
        throw new CrossvaultError({
          code: 'key-refused',
          message: 'This API key is unknown, has expired, or was revoked.',
        });
      }
      noteUse(store, key);
      const { id, name, scopes, connections, createdAt } = key;
      return { name, apiKey: { id, createdAt }, scopes, connections };
    },
  };
}
