import { CrossvaultError } from '@crossvault/core';
import type { Database, Engine } from '../database.ts';
import { createTallies } from '../jobs/tallies.ts';
import { createReadingNumbers } from '../sync/reading-numbers.ts';
import { addLeaseBoot, addOperationWait } from '../sync/shared-time.ts';
import { createActingTables } from './action-tables.ts';
import { createFirstTables } from './first-tables.ts';
import { createInsightTables } from './insight-tables.ts';
import { createListIndexes } from './list-indexes.ts';
import { addPreparedTexts } from './prepared-texts.ts';
import { createRetainedTables } from './retained-tables.ts';
import { addTenants } from './tenant-columns.ts';

type Migration = (db: Database, engine: Engine) => Promise<void>;

/** One step after another, none of them ever changed or taken back: a store knows how many it has behind it. */
export const migrations: readonly Migration[] = [
  createFirstTables,
  createTallies,
  createActingTables,
  addLeaseBoot,
  addOperationWait,
  createReadingNumbers,
  createRetainedTables,
  createListIndexes,
  addPreparedTexts,
  createInsightTables,
  addTenants,
];

export const schemaVersion = migrations.length;

/** Version of the tables; 0 where there are none yet. */
export async function readSchemaVersion(db: Database, engine: Engine): Promise<number> {
  if (!(await engine.hasTable(db, 'store_version'))) return 0;
  const row = await db.selectFrom('store_version').select('version').executeTakeFirst();
  return row?.version ?? 0;
}

/** Throws `store-newer` for tables that this version of Crossvault does not know. */
export function refuseNewer(version: number, location: string, known = schemaVersion): void {
  if (version <= known) return;
  throw new CrossvaultError({
    code: 'store-newer',
    message:
      `The store ${location} has tables of version ${version}; this Crossvault knows up to ${known}. ` +
      'Use the newer Crossvault that wrote it, or another store. Nothing was changed.',
  });
}

/** Brings the tables up to date, alone and all at once. Does nothing where they are. */
export async function migrate(
  db: Database,
  engine: Engine,
  location: string,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await engine.lockSchema(transaction);
    const version = await readSchemaVersion(transaction, engine);
    refuseNewer(version, location, steps.length);
    if (version === steps.length) return;
    for (const step of steps.slice(version)) await step(transaction, engine);
    await transaction.deleteFrom('store_version').execute();
    await transaction.insertInto('store_version').values({ version: steps.length }).execute();
  });
}
