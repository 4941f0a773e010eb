import { CrossvaultError } from '@crossvault/core';
import type { Transaction } from 'kysely';
import type { Database, Engine } from './database.ts';
import { refuseNewer, schemaVersion } from './schema/migrations.ts';
import type { Tables } from './schema/schema.ts';

/** Awaited between the transactions of one call. */
export type BetweenSteps = () => Promise<void>;

/**
 * Runs a write in one transaction, if the tables have the version that this process knows. Another
 * process may have brought them up to date, or an operator restored older ones: then this throws, and nothing is written.
 * A migration waits for the transactions that have passed this check, and those that come later wait for the migration.
 */
export function inWrite<Result>(
  db: Database,
  engine: Engine,
  run: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    const row = await transaction.selectFrom('store_version').select('version').executeTakeFirst();
    const version = row?.version ?? 0;
    refuseNewer(version, engine.location);
    if (version === schemaVersion) return run(transaction);
    throw new CrossvaultError({
      code: 'store-unavailable',
      message:
        `The store ${engine.location} has tables of version ${version}; this process works with version ${schemaVersion}. ` +
        'An older backup was restored under it. Start Crossvault again: it brings the tables up to date. Nothing was changed.',
    });
  });
}
