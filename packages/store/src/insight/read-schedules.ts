import type { StoredLook, StoredOverride, StoredScheduleVersion } from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';

export async function scheduleVersions(
  db: Database,
  engine: Engine,
  connection: string,
  subjects?: readonly string[],
): Promise<readonly StoredScheduleVersion[]> {
  let query = db.selectFrom('schedule_versions').selectAll().where('connection', '=', connection);
  if (subjects !== undefined) query = query.where(engine.among(sql.ref('subject'), subjects, 'text'));
  const rows = await query.orderBy('subject').orderBy('number').execute();
  return rows.map((row) => ({
    connection,
    subject: row.subject,
    number: row.number,
    firstSeenMs: row.first_seen_ms,
    lastSeenMs: row.last_seen_ms,
    meaning: row.meaning,
    schedule: JSON.parse(row.document),
    isEnabled: row.enabled === 1,
  }));
}

export async function readLooks(db: Database, connection: string, fromMs: number): Promise<readonly StoredLook[]> {
  const rows = await db
    .selectFrom('looks')
    .selectAll()
    .where('connection', '=', connection)
    .where('last_ms', '>=', fromMs)
    .orderBy('plan')
    .orderBy('first_ms')
    .execute();
  return rows.map((row) => ({
    connection,
    plan: row.plan,
    firstMs: row.first_ms,
    lastMs: row.last_ms,
    lastRunMs: row.last_run_ms,
    nextRunMs: row.next_run_ms,
  }));
}

export async function readOverrides(
  db: Database,
  engine: Engine,
  connections: readonly string[] | null,
  nowMs: number,
  subjects?: readonly string[],
): Promise<readonly StoredOverride[]> {
  let query = db
    .selectFrom('overrides')
    .select('document')
    .where((is) => is.or([is('until_ms', 'is', null), is('until_ms', '>', nowMs)]));
  if (connections !== null) query = query.where(engine.among(sql.ref('connection'), connections, 'text'));
  if (subjects !== undefined) query = query.where(engine.among(sql.ref('subject'), subjects, 'text'));
  const rows = await query.orderBy('created_ms').orderBy('id').execute();
  return rows.map(({ document }): StoredOverride => JSON.parse(document));
}
