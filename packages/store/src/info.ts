import type { StoreInfo } from '@crossvault/contract';
import { sql } from 'kysely';
import type { Database, Engine } from './engine.ts';
import { toInstant } from './job-row.ts';
import { readSchemaVersion } from './migrations.ts';

export async function readInfo(db: Database, engine: Engine, location: string): Promise<StoreInfo> {
  const count = async (table: 'jobs' | 'changes') => {
    const row = await db.selectFrom(table).select(sql<number>`count(*)`.as('rows')).executeTakeFirst();
    return Number(row?.rows ?? 0);
  };
  const starts = await db
    .selectFrom('jobs')
    .select(sql<number | null>`min(started_ms)`.as('oldest'))
    .select(sql<number | null>`max(started_ms)`.as('newest'))
    .executeTakeFirst();
  const orNull = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : toInstant(ms));
  return {
    engine: engine.name,
    engineVersion: await engine.version(db),
    schemaVersion: await readSchemaVersion(db, engine),
    location,
    sizeBytes: await engine.sizeBytes(db),
    jobs: await count('jobs'),
    changes: await count('changes'),
    oldestStartedAt: orNull(starts?.oldest),
    newestStartedAt: orNull(starts?.newest),
  };
}
