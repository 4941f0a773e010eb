import type { Database, Engine } from '../database.ts';

/**
 * The tables of prepared texts: each document knows the version of its text (0: written before texts had versions), and each
 * connection has a version that every change of its jobs replaces.
 */
export async function addPreparedTexts(db: Database, { types: { text } }: Engine): Promise<void> {
  await db.schema
    .alterTable('documents')
    .addColumn('text_version', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('data_versions')
    .addColumn('connection', text, (column) => column.primaryKey())
    .addColumn('version', text, (column) => column.notNull())
    .execute();
}
