import { randomUUID } from 'node:crypto';
import type {
  InventoryKind,
  LeaseClaim,
  ObservedThing,
  StoredOperation,
  TextRecords,
  TextRewrite,
} from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { toThingRow } from '../inventory/thing-row.ts';
import { plain } from '../ledger/operation-rows.ts';
import { requireLease, writeSyncStates } from '../sync/sync-memory.ts';
import { inWrite } from '../write-transaction.ts';

type Text = TextRewrite['texts'][number];

/** Replaces one record. Returns whether it was still unchanged. */
type Rewrite = (db: Database, engine: Engine, connection: string, text: Text) => Promise<boolean>;

const rewrites: Readonly<Record<TextRecords, Rewrite>> = {
  operations: rewriteOperation,
  audit: rewriteAudit,
  plan: rewriteThing('plan'),
  item: rewriteThing('item'),
  successes: rewriteSuccess,
  changes: hideChange,
};

/** A short transaction, which stores the records together with the progress. */
export function rewriteTexts(
  db: Database,
  engine: Engine,
  { records, connection, texts, syncStates }: TextRewrite,
  lease: LeaseClaim,
): Promise<number> {
  return inWrite(db, engine, async (transaction) => {
    await requireLease(transaction, engine, lease);
    await engine.lockConnections(transaction, [connection]);
    let rewritten = 0;
    for (const text of texts) if (await rewrites[records](transaction, engine, connection, text)) rewritten += 1;
    await writeSyncStates(transaction, engine, syncStates);
    return rewritten;
  });
}

/** Raises the version, so that a process with the old one reads it again. When it is due stays unchanged. */
async function rewriteOperation(db: Database, _: Engine, __: string, { place, text, after }: Text): Promise<boolean> {
  if (after === null) return false;
  const stored: StoredOperation = JSON.parse(after);
  const version = stored.version + 1;
  const rows = await db
    .updateTable('operations')
    .set({ target: plain(stored.operation.target), version, document: JSON.stringify({ ...stored, version }) })
    .where('position', '=', Number(place))
    .where('document', '=', text)
    .returning('id')
    .execute();
  return rows.length > 0;
}

/** An audit entry changes only here, and is deleted only for its age. */
async function rewriteAudit(db: Database, _: Engine, __: string, { place, after }: Text): Promise<boolean> {
  if (after === null) return false;
  const { target, detail }: { readonly target: string | null; readonly detail: unknown } = JSON.parse(after);
  const rows = await db
    .updateTable('audit')
    .set({ target, detail: JSON.stringify(detail ?? null) })
    .where('position', '=', Number(place))
    .returning('position')
    .execute();
  return rows.length > 0;
}

/** The names and words that it is found by go with it; whether and since when it is gone stays. */
function rewriteThing(kind: InventoryKind): Rewrite {
  return async (db, _engine, _connection, { place, text, after }) => {
    const isIt = sql<boolean>`kind = ${kind} and id = ${place} and document = ${text}`;
    if (after === null) {
      return (await db.deleteFrom('things').where(isIt).returning('id').execute()).length > 0;
    }
    const observed: ObservedThing<typeof kind> = JSON.parse(after);
    const { native_id, name, sort_name, plan_id, plan_name, tenant, words, tie_list, document } = toThingRow(
      kind,
      observed,
      undefined,
    );
    const names = { native_id, name, sort_name, plan_id, plan_name, tenant, words, tie_list, document };
    return (await db.updateTable('things').set(names).where(isIt).returning('id').execute()).length > 0;
  };
}

/** Two names that become one keep the newer success. */
async function rewriteSuccess(db: Database, _: Engine, connection: string, { place, after }: Text): Promise<boolean> {
  const old = await db
    .deleteFrom('successes')
    .where('connection', '=', connection)
    .where('target', '=', place)
    .returning(['vendor', 'ended_ms'])
    .execute();
  for (const row of after === null ? [] : old) {
    await db
      .insertInto('successes')
      .values({ connection, target: after ?? '', ...row })
      .onConflict((conflict) =>
        conflict
          .columns(['connection', 'vendor', 'target'])
          .doUpdateSet({ ended_ms: row.ended_ms })
          .where('successes.ended_ms', '<', row.ended_ms),
      )
      .execute();
  }
  return old.length > 0;
}

async function hideChange(db: Database, engine: Engine, _: string, { text }: Text): Promise<boolean> {
  return (await hideInFeed(db, engine, text)) !== null;
}

/**
 * Gives an id another one in the feed, which names no job and is the same in all of its changes: who follows the feed still
 * sees it come and go. Null where the feed does not know it.
 */
export async function hideInFeed(db: Database, engine: Engine, id: string): Promise<string | null> {
  await engine.lockFeed(db);
  const shown = `redacted-${randomUUID()}`;
  const rows = await db.updateTable('changes').set({ id: shown }).where('id', '=', id).returning('position').execute();
  return rows.length === 0 ? null : shown;
}
