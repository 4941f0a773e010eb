import type { StoreInfo } from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { toInstant } from '../jobs/job-row.ts';
import { readSchemaVersion } from '../schema/migrations.ts';

export const readInfo = (db: Database, engine: Engine): Promise<StoreInfo> =>
  engine.inSnapshot(db, (own) => readAll(own, engine));

async function readAll(db: Database, engine: Engine): Promise<StoreInfo> {
  // Read first: a migration waits for readers of the version, so reading it later could deadlock.
  const version = await readSchemaVersion(db, engine);
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
    schemaVersion: version,
    location: engine.location,
    sizeBytes: await engine.sizeBytes(db),
    jobs: await count('jobs'),
    changes: await count('changes'),
    oldestStartedAt: orNull(starts?.oldest),
    newestStartedAt: orNull(starts?.newest),
  };
}
