import type { Database, Engine } from '../database.ts';

/**
 * The tables of prepared texts: each job knows the version of its texts (0: written before texts had versions), and each
 * connection has a version of its jobs and one of its states, which every change of them replaces.
 */
export async function addPreparedTexts(db: Database, { types: { text } }: Engine): Promise<void> {
  await db.schema
    .alterTable('jobs')
    .addColumn('text_version', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('data_versions')
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('version', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('data_versions_key', ['connection', 'kind'])
    .execute();
}
