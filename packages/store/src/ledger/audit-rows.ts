import type { AuditEntry, LedgerRequest } from '@crossvault/core';
import { type Selectable, sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import type { Tables } from '../schema/schema.ts';
import { isBefore, ledgerPlaces } from './ledger-positions.ts';

type AuditRow = Selectable<Tables['audit']> & { readonly place: number };

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
  const { rows } = await sql<AuditRow>`select places.place, audit.* from audit
    join ${ledgerPlaces(engine, 'audit', connections)} on places.position = audit.position
    where ${isBefore(before)} order by places.place desc limit ${limit}`.execute(db);
  return rows.map(({ place, position: _position, detail, ...entry }) => ({
    position: place,
    entry: { ...entry, detail: JSON.parse(detail) },
  }));
}
