import type { Database, Engine } from '../database.ts';

/** How long an operation has to wait: by it a clock that was set back is noticed. */
export async function addOperationWait(db: Database, engine: Engine): Promise<void> {
  await db.schema.alterTable('operations').addColumn('wait_ms', engine.types.number).execute();
}

/**
 * Leases say which run of the machine their time counts from. Those of the version before went by the wall clock; all of
 * them lapse here, and their owners take them again.
 */
export async function addLeaseBoot(db: Database, engine: Engine): Promise<void> {
  await db.deleteFrom('leases').execute();
  await db.schema
    .alterTable('leases')
    .addColumn('boot', engine.types.text, (column) => column.notNull().defaultTo(''))
    .execute();
}
