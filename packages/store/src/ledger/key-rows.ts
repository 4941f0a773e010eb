import type { ApiKey } from '@crossvault/core/store';
import type { Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { ActingTables } from '../schema/action-rows.ts';

type KeyRow = Pick<Selectable<ActingTables['api_keys']>, 'document' | 'last_used_at' | 'revoked_at'>;
const columns = ['document', 'last_used_at', 'revoked_at'] as const;

function toKey({ document, last_used_at: lastUsedAt, revoked_at: revokedAt }: KeyRow): ApiKey {
  const key: ApiKey = JSON.parse(document);
  return { ...key, lastUsedAt, revokedAt };
}

export async function putKey(db: Database, key: ApiKey, hash: string): Promise<void> {
  const { id, lastUsedAt, revokedAt } = key;
  const row = { hash, document: JSON.stringify(key), last_used_at: lastUsedAt, revoked_at: revokedAt };
  await db
    .insertInto('api_keys')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function findKey(db: Database, hash: string): Promise<ApiKey | null> {
  const row = await db.selectFrom('api_keys').select(columns).where('hash', '=', hash).executeTakeFirst();
  return row === undefined ? null : toKey(row);
}

export async function listKeys(db: Database): Promise<readonly ApiKey[]> {
  const rows = await db.selectFrom('api_keys').select(columns).orderBy('position', 'desc').execute();
  return rows.map(toKey);
}

/** The first time counts. */
export async function revokeKey(db: Database, id: string, at: string): Promise<boolean> {
  const found = await db
    .updateTable('api_keys')
    .set((column) => ({ revoked_at: column.fn.coalesce('revoked_at', column.val(at)) }))
    .where('id', '=', id)
    .returning('id')
    .execute();
  return found.length > 0;
}

export async function noteKeyUse(db: Database, id: string, at: string): Promise<void> {
  await db.updateTable('api_keys').set({ last_used_at: at }).where('id', '=', id).execute();
}
