import type { AuditEntry, LedgerRequest } from '@crossvault/contract';
import type { Database } from './engine.ts';

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
