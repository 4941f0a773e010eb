import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';

/** Indexes of the version before that other ones answer for, or that answer no question any more. */
const replaced = [
  'connection',
  'status',
  'kind',
  'trigger',
  'problem',
  'native_id',
  'target_id',
  'target_name',
  'plan_id',
  'plan_name',
  'open',
  'unread',
] as const;

/**
 * The indexes of version 8. Each begins with columns that a question asks for by value, then has the start, by which the list
 * is ordered, and then columns that are compared without reading the row.
 */
const walked = {
  jobs_connection: ['connection', 'started_ms', 'trigger', 'problem'],
  jobs_connection_status: ['connection', 'status', 'started_ms'],
  jobs_connection_kind: ['connection', 'kind', 'started_ms'],
  jobs_kind_status: ['kind', 'status', 'started_ms'],
  jobs_status: ['status', 'started_ms', 'trigger', 'problem'],
  jobs_kind: ['kind', 'started_ms', 'trigger', 'problem'],
  jobs_trigger: ['trigger', 'started_ms', 'problem'],
} as const;

const named = ['target_id', 'target_name', 'plan_id', 'plan_name'] as const;

export async function createListIndexes(db: Database, engine: Engine): Promise<void> {
  const { schema } = db;
  for (const name of replaced) await schema.dropIndex(`jobs_${name}`).execute();
  for (const [name, columns] of Object.entries(walked)) {
    await schema
      .createIndex(name)
      .on('jobs')
      .columns([...columns])
      .execute();
  }
  for (const column of named) {
    const index = schema
      .createIndex(`jobs_${column}`)
      .on('jobs')
      .columns([column, 'started_ms', 'status', 'kind', 'connection']);
    await index.where(sql.ref(column), 'is not', null).execute();
  }
  await schema.createIndex('jobs_native_id').on('jobs').column('native_id').execute();
  const problems = schema
    .createIndex('jobs_problem')
    .on('jobs')
    .columns(['problem', 'started_ms', 'connection', 'status', 'kind', 'trigger']);
  await problems.where(sql<boolean>`problem = 1`).execute();
  const unfinished = schema
    .createIndex('jobs_unfinished')
    .on('jobs')
    .columns(['ended', 'connection', 'status', 'started_ms']);
  await unfinished.where(sql<boolean>`(ended = 0 or read_whole = 0)`).execute();
  await engine.createFilterStatistics(db);
}
