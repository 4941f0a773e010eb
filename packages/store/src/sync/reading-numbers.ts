import type { Database, Engine } from '../database.ts';

/**
 * What orders readings without a clock. Rows that are there already get no numbers: they are older than every reading that
 * has one.
 */
export async function createReadingNumbers(db: Database, engine: Engine): Promise<void> {
  const { number } = engine.types;
  for (const column of ['list_no', 'full_no', 'missed_no', 'gone_no']) {
    await db.schema.alterTable('jobs').addColumn(column, number).execute();
  }
  for (const column of ['observed_no', 'missed_no', 'gone_no']) {
    await db.schema.alterTable('things').addColumn(column, number).execute();
  }
  await engine.createReadingNumbers(db);
}
