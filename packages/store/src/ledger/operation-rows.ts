import type { Operation } from '@crossvault/core';
import type {
  ClaimedOperation,
  DueRequest,
  IdempotencyClaim,
  OperationsRequest,
  StoredOperation,
} from '@crossvault/core/store';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { toInstant, toMs } from '../jobs/job-row.ts';
import { inWrite } from '../write-transaction.ts';
import { isBefore, ledgerPositions } from './ledger-positions.ts';

/** No text of a database holds the character 0. */
export const plain = (text: string): string => text.replaceAll('\0', '\ufffd');

/** A wait that was stored by a version that did not say how long it was, is no longer than this. */
const longestWaitMs = 1_200_000;

/** Clocks are adjusted by small steps all the time. */
const slackMs = 1_000;

/** Whether an operation is due: by its time, or because it would have to wait longer than when that was written. */
const isDue = (nowMs: number) =>
  sql<boolean>`(due_ms <= ${nowMs} or due_ms > ${nowMs + slackMs} + coalesce(wait_ms, ${longestWaitMs}))`;

const toRow = (stored: StoredOperation, nowMs: number) => ({
  id: stored.operation.id,
  connection: stored.operation.connection,
  target: plain(stored.operation.target),
  status: stored.operation.status,
  due_ms: stored.dueAt === null ? null : toMs(stored.dueAt),
  wait_ms: stored.dueAt === null ? null : Math.max(0, toMs(stored.dueAt) - nowMs),
  version: stored.version,
  document: JSON.stringify(stored),
});

/** Stores the claim and the operation together, or neither. */
export function beginOperation(
  db: Database,
  engine: Engine,
  stored: StoredOperation,
  claim: IdempotencyClaim | null,
): Promise<ClaimedOperation | null> {
  return inWrite(db, engine, async (transaction) => {
    while (claim !== null && !(await insertClaim(transaction, stored.operation.id, claim))) {
      // The claim was freed in between: the next request gets it.
      const found = await findClaim(transaction, claim.actor, claim.key);
      if (found !== null) return found;
    }
    await transaction
      .insertInto('operations')
      .values(toRow(stored, await engine.nowMs(transaction)))
      .execute();
    return null;
  });
}

async function insertClaim(db: Database, operationId: string, claim: IdempotencyClaim): Promise<boolean> {
  const inserted = await db
    .insertInto('claims')
    .values({
      actor: plain(claim.actor),
      key: plain(claim.key),
      body_hash: claim.bodyHash,
      operation_id: operationId,
    })
    .onConflict((conflict) => conflict.columns(['actor', 'key']).doNothing())
    .returning('operation_id')
    .execute();
  return inserted.length > 0;
}

export async function findClaim(db: Database, actor: string, key: string): Promise<ClaimedOperation | null> {
  const row = await db
    .selectFrom('claims')
    .innerJoin('operations', 'operations.id', 'claims.operation_id')
    .select(['body_hash', 'document'])
    .where('actor', '=', plain(actor))
    .where('key', '=', plain(key))
    .executeTakeFirst();
  return row === undefined ? null : { bodyHash: row.body_hash, stored: JSON.parse(row.document) };
}

export async function freeClaim(db: Database, operationId: string): Promise<void> {
  await db.deleteFrom('claims').where('operation_id', '=', operationId).execute();
}

export async function putOperation(db: Database, engine: Engine, stored: StoredOperation): Promise<boolean> {
  const { id, ...row } = toRow({ ...stored, version: stored.version + 1 }, await engine.nowMs(db));
  const changed = await db
    .updateTable('operations')
    .set(row)
    .where('id', '=', id)
    .where('version', '=', stored.version)
    .returning('id')
    .execute();
  return changed.length > 0;
}

export async function getOperation(db: Database, id: string): Promise<StoredOperation | null> {
  const row = await db.selectFrom('operations').select('document').where('id', '=', plain(id)).executeTakeFirst();
  return row === undefined ? null : JSON.parse(row.document);
}

export async function listOperations(
  db: Database,
  engine: Engine,
  { before, limit, connections, statuses, targets }: OperationsRequest,
): Promise<readonly { readonly position: number; readonly operation: Operation }[]> {
  const among = (name: string, values: readonly string[] | null): readonly RawBuilder<boolean>[] =>
    values === null ? [] : [engine.among(sql.ref(`operations.${name}`), values, 'text')];
  const conditions = [isBefore(before), ...among('status', statuses), ...among('target', targets?.map(plain) ?? null)];
  const { rows } = await sql<{ readonly position: number; readonly document: string }>`
    select numbered.number as position, document from operations
    join ${ledgerPositions(engine, 'operations', connections)} on numbered.position = operations.position
    where ${sql.join(conditions, sql` and `)} order by numbered.number desc limit ${limit}`.execute(db);
  return rows.map(({ position, document }) => {
    const { operation }: StoredOperation = JSON.parse(document);
    return { position, operation };
  });
}

export async function takeDueOperations(
  db: Database,
  engine: Engine,
  { connections, id, now, holdUntil, limit }: DueRequest,
): Promise<readonly StoredOperation[]> {
  const own = engine.among(sql.ref('connection'), connections, 'text');
  const due = db
    .selectFrom('operations')
    .select('position')
    .where(isDue(toMs(now)))
    .where(own)
    .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
    .orderBy('due_ms')
    .limit(limit);
  // Checked again once the row is locked: another process may have taken it just before and moved its time.
  const taken = await db
    .updateTable('operations')
    .set({ due_ms: toMs(holdUntil), wait_ms: toMs(holdUntil) - toMs(now) })
    .where('position', 'in', due)
    .where(isDue(toMs(now)))
    .returning('document')
    .execute();
  return taken.map(({ document }) => JSON.parse(document));
}

export async function nextDueAt(db: Database, engine: Engine, connections: readonly string[]): Promise<string | null> {
  const row = await db
    .selectFrom('operations')
    .select('due_ms')
    .where('due_ms', 'is not', null)
    .where(engine.among(sql.ref('connection'), connections, 'text'))
    .orderBy('due_ms')
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.due_ms === null ? null : toInstant(row.due_ms);
}
