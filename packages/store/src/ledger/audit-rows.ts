import type { AuditEntry, LedgerRequest } from '@crossvault/core/store';
import { type Selectable, sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import type { Tables } from '../schema/schema.ts';
import { isBefore, ledgerPositions } from './ledger-positions.ts';

type AuditRow = Selectable<Tables['audit']> & { readonly number: number };

export async function appendAudit(db: Database, { detail, ...entry }: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({ ...entry, detail: JSON.stringify(detail ?? null) })
    .execute();
}

export async function listAudit(
  db: Database,
  engine: Engine,
  { before, limit, connections }: LedgerRequest,
): Promise<readonly { readonly position: number; readonly entry: AuditEntry }[]> {
  const { rows } = await sql<AuditRow>`select numbered.number, audit.* from audit
    join ${ledgerPositions(engine, 'audit', connections)} on numbered.position = audit.position
    where ${isBefore(before)} order by numbered.number desc limit ${limit}`.execute(db);
  return rows.map(({ number, position: _position, detail, ...entry }) => ({
    position: number,
    entry: { ...entry, detail: JSON.parse(detail) },
  }));
}
