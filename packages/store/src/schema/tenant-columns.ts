import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';

/** The customers of jobs, plans and items, as far as vendors name them; null in all rows of earlier versions. */
export async function addTenants(db: Database, { types: { text } }: Engine): Promise<void> {
  const { schema } = db;
  for (const table of ['jobs', 'things'] as const) await schema.alterTable(table).addColumn('tenant', text).execute();
  const index = schema
    .createIndex('jobs_tenant')
    .on('jobs')
    .columns(['tenant', 'started_ms', 'status', 'kind', 'connection']);
  await index.where(sql.ref('tenant'), 'is not', null).execute();
}
