import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';

/** The tables of actions. The operations of the version before are empty: that version had no actions. */
export async function createActingTables(db: Database, engine: Engine): Promise<void> {
  await createOperations(db, engine);
  await createThings(db, engine);
  await createKeys(db, engine);
}

async function createOperations({ schema }: Database, engine: Engine): Promise<void> {
  const { text, number } = engine.types;
  await schema.dropTable('operations').execute();
  await engine
    .addNumber(schema.createTable('operations'), 'position')
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('target', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('due_ms', number)
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .execute();
  await schema
    .createIndex('operations_due')
    .on('operations')
    .column('due_ms')
    .where(sql<boolean>`due_ms is not null`)
    .execute();
  await schema.createIndex('operations_target').on('operations').columns(['target', 'position']).execute();
  await schema
    .createTable('claims')
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('body_hash', text, (column) => column.notNull())
    .addColumn('operation_id', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('claims_key', ['actor', 'key'])
    .execute();
  await schema.createIndex('claims_operation').on('claims').column('operation_id').execute();
}

async function createThings({ schema }: Database, engine: Engine): Promise<void> {
  const { text, number } = engine.types;
  await schema
    .createTable('things')
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('vendor', text, (column) => column.notNull())
    .addColumn('native_id', text, (column) => column.notNull())
    .addColumn('name', text)
    .addColumn('sort_name', text, (column) => column.notNull())
    .addColumn('type', text)
    .addColumn('protection', text)
    .addColumn('enabled', 'smallint')
    .addColumn('plan_id', text)
    .addColumn('plan_name', text)
    .addColumn('words', text, (column) => column.notNull())
    .addColumn('observed_ms', number, (column) => column.notNull())
    .addColumn('next_ms', number)
    .addColumn('due_ms', number)
    .addColumn('gone_ms', number)
    .addColumn('tie_list', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('things_key', ['kind', 'id'])
    .execute();
  await schema.createIndex('things_order').on('things').columns(['kind', 'sort_name', 'id']).execute();
  await schema.createIndex('things_called').on('things').columns(['kind', 'connection', 'name']).execute();
}

async function createKeys({ schema }: Database, engine: Engine): Promise<void> {
  const { text } = engine.types;
  await engine
    .addNumber(schema.createTable('api_keys'), 'position')
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('hash', text, (column) => column.notNull().unique())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('last_used_at', text)
    .addColumn('revoked_at', text)
    .execute();
}
