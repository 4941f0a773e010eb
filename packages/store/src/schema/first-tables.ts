import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';

/** The tables of version 1. */
export async function createFirstTables(db: Database, engine: Engine): Promise<void> {
  await createJobs(db, engine);
  await createIndexes(db);
  await createFeed(db, engine);
  await createMemory(db, engine);
  await createLedger(db, engine);
  await engine.createOwnTables(db);
  const { schema } = db;
  await schema
    .createTable('store_version')
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
}

async function createJobs(db: Database, engine: Engine): Promise<void> {
  const { text, bytes, number } = engine.types;
  await engine
    .addNumber(db.schema.createTable('jobs'), 'seq')
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('vendor', text, (column) => column.notNull())
    .addColumn('list', text, (column) => column.notNull())
    .addColumn('native_id', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('trigger', text, (column) => column.notNull())
    .addColumn('problem', 'smallint', (column) => column.notNull())
    .addColumn('ended', 'smallint', (column) => column.notNull())
    .addColumn('target_id', text)
    .addColumn('target_name', text)
    .addColumn('plan_id', text)
    .addColumn('plan_name', text)
    .addColumn('started_ms', number)
    .addColumn('ended_ms', number)
    .addColumn('observed_ms', number, (column) => column.notNull())
    .addColumn('gone_ms', number)
    .addColumn('read_whole', 'smallint', (column) => column.notNull())
    .addColumn('mapper_version', 'integer', (column) => column.notNull())
    .addColumn('list_hash', text)
    .addColumn('list_ms', number)
    .addColumn('full_hash', text)
    .addColumn('full_ms', number)
    .addColumn('words', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('documents')
    .addColumn('seq', number, (column) => column.primaryKey())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('tasks', text, (column) => column.notNull())
    .addColumn('packed', bytes, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('aliases')
    .addColumn('alias', text, (column) => column.primaryKey())
    .addColumn('id', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('aliases_id').on('aliases').column('id').execute();
  await db.schema
    .createTable('sources')
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('vendor', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('sources_key', ['connection', 'vendor'])
    .execute();
  await db.schema
    .createTable('successes')
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('vendor', text, (column) => column.notNull())
    .addColumn('target', text, (column) => column.notNull())
    .addColumn('ended_ms', number, (column) => column.notNull())
    .addPrimaryKeyConstraint('successes_key', ['connection', 'vendor', 'target'])
    .execute();
}

/** Filters that an answer is walked along: each by its value and then by start. */
const filtered = ['connection', 'status', 'kind', 'trigger', 'problem', 'native_id'] as const;
const named = ['target_id', 'target_name', 'plan_id', 'plan_name'] as const;

async function createIndexes({ schema }: Database): Promise<void> {
  await schema.createIndex('jobs_started').on('jobs').column('started_ms').execute();
  for (const column of filtered) {
    await schema.createIndex(`jobs_${column}`).on('jobs').columns([column, 'started_ms']).execute();
  }
  for (const column of named) {
    const index = schema.createIndex(`jobs_${column}`).on('jobs').columns([column, 'started_ms']);
    await index.where(sql.ref(column), 'is not', null).execute();
  }
  await schema.createIndex('jobs_ended').on('jobs').columns(['ended_ms', 'started_ms']).execute();
  await schema.createIndex('jobs_mapped').on('jobs').columns(['connection', 'mapper_version']).execute();
  await schema.createIndex('jobs_open').on('jobs').column('connection').where(sql<boolean>`ended = 0`).execute();
  const unread = schema.createIndex('jobs_unread').on('jobs').columns(['connection', 'status', 'started_ms']);
  await unread.where(sql<boolean>`ended = 1 and read_whole = 0 and gone_ms is null`).execute();
}

async function createFeed(db: Database, engine: Engine): Promise<void> {
  const { text } = engine.types;
  await engine
    .addNumber(db.schema.createTable('changes'), 'position')
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('vendor', text, (column) => column.notNull())
    .addColumn('from_status', text)
    .addColumn('to_status', text)
    .execute();
}

async function createMemory({ schema }: Database, engine: Engine): Promise<void> {
  const { text, number } = engine.types;
  await schema
    .createTable('sync_states')
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('list', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('sync_states_key', ['connection', 'list'])
    .execute();
  await schema
    .createTable('leases')
    .addColumn('name', text, (column) => column.primaryKey())
    .addColumn('owner', text, (column) => column.notNull())
    .addColumn('until_ms', number, (column) => column.notNull())
    .execute();
}

async function createLedger({ schema }: Database, engine: Engine): Promise<void> {
  const { text } = engine.types;
  await engine
    .addNumber(schema.createTable('operations'), 'position')
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .execute();
  await engine
    .addNumber(schema.createTable('audit'), 'position')
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('action', text, (column) => column.notNull())
    .addColumn('connection', text)
    .addColumn('target', text)
    .addColumn('detail', text, (column) => column.notNull())
    .execute();
}
