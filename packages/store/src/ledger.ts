import type { AuditEntry, LedgerRequest, Operation } from '@crossvault/contract';
import type { Database } from './engine.ts';

export async function putOperation(db: Database, operation: Operation): Promise<void> {
  const { id, connection } = operation;
  const document = JSON.stringify(operation);
  await db
    .insertInto('operations')
    .values({ id, connection, document })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ connection, document }))
    .execute();
}

export async function getOperation(db: Database, id: string): Promise<Operation | null> {
  const row = await db.selectFrom('operations').select('document').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : JSON.parse(row.document);
}

export async function listOperations(
  db: Database,
  { before, limit, connection }: LedgerRequest,
): Promise<readonly { readonly position: number; readonly operation: Operation }[]> {
  let query = db.selectFrom('operations').select(['position', 'document']);
  if (before !== null) query = query.where('position', '<', before);
  if (connection !== null) query = query.where('connection', '=', connection);
  const rows = await query.orderBy('position', 'desc').limit(limit).execute();
  return rows.map(({ position, document }) => ({ position, operation: JSON.parse(document) }));
}

export async function appendAudit(db: Database, { detail, ...entry }: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({ ...entry, detail: JSON.stringify(detail ?? null) })
    .execute();
}

export async function listAudit(
  db: Database,
  { before, limit, connection }: LedgerRequest,
): Promise<readonly { readonly position: number; readonly entry: AuditEntry }[]> {
  let query = db.selectFrom('audit').selectAll();
  if (before !== null) query = query.where('position', '<', before);
  if (connection !== null) query = query.where('connection', '=', connection);
  const rows = await query.orderBy('position', 'desc').limit(limit).execute();
  return rows.map(({ position, detail, ...entry }) => ({ position, entry: { ...entry, detail: JSON.parse(detail) } }));
}
