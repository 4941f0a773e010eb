import type { Database, Engine } from '../database.ts';

/** The tables of version 10: schedules by their versions, what was expected and what became of it, findings, and what operators said. */
export async function createInsightTables(db: Database, engine: Engine): Promise<void> {
  await createSchedules(db, engine);
  await createOccurrences(db, engine);
  await createFindings(db, engine);
  // What changed in a connection is read from where its last evaluation ended.
  await db.schema.createIndex('changes_connection').on('changes').columns(['connection', 'position']).execute();
}

async function createSchedules({ schema }: Database, engine: Engine): Promise<void> {
  const { text, number } = engine.types;
  await schema
    .createTable('schedule_versions')
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('first_seen_ms', number, (column) => column.notNull())
    .addColumn('last_seen_ms', number)
    .addColumn('meaning', text, (column) => column.notNull())
    .addColumn('enabled', 'smallint', (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('schedule_versions_key', ['connection', 'subject', 'number'])
    .execute();
  await schema
    .createTable('looks')
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('plan', text, (column) => column.notNull())
    .addColumn('first_ms', number, (column) => column.notNull())
    .addColumn('last_ms', number, (column) => column.notNull())
    .addColumn('last_run_ms', number)
    .addColumn('next_run_ms', number)
    .addPrimaryKeyConstraint('looks_key', ['connection', 'plan', 'first_ms'])
    .execute();
}

async function createOccurrences({ schema }: Database, engine: Engine): Promise<void> {
  const { text, number } = engine.types;
  await engine
    .addNumber(schema.createTable('subjects'), 'subject_no')
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('native_id', text, (column) => column.notNull())
    .addColumn('name', text)
    .addColumn('sort_name', text, (column) => column.notNull())
    .addColumn('plan_id', text)
    .addColumn('plan_name', text)
    .addColumn('tenant', text)
    .addColumn('expected', 'smallint', (column) => column.notNull())
    .addColumn('next_ms', number)
    .addColumn('document', text, (column) => column.notNull())
    .execute();
  await schema.createIndex('subjects_next').on('subjects').columns(['connection', 'next_ms']).execute();
  await schema.createIndex('subjects_order').on('subjects').columns(['sort_name', 'id']).execute();
  await schema
    .createTable('occurrences')
    .addColumn('subject_no', number, (column) => column.notNull())
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('due_ms', number, (column) => column.notNull())
    .addColumn('track', text, (column) => column.notNull())
    .addColumn('version', text, (column) => column.notNull())
    .addColumn('offset_ms', number, (column) => column.notNull())
    .addColumn('start_by_ms', number, (column) => column.notNull())
    .addColumn('end_by_ms', number)
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('marks', 'smallint', (column) => column.notNull())
    .addColumn('attempts', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('occurrences_key', ['subject_no', 'due_ms', 'track', 'version'])
    .execute();
  // Holds all that is counted: a count reads no row.
  await schema
    .createIndex('occurrences_due')
    .on('occurrences')
    .columns(['connection', 'due_ms', 'state', 'marks'])
    .execute();
}

async function createFindings({ schema }: Database, engine: Engine): Promise<void> {
  const { text, number } = engine.types;
  await schema
    .createTable('findings')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('severity', 'smallint', (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('turned_ms', number, (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .execute();
  await schema.createIndex('findings_state').on('findings').columns(['state', 'severity', 'turned_ms']).execute();
  await schema.createIndex('findings_subject').on('findings').columns(['connection', 'subject']).execute();
  await engine
    .addNumber(schema.createTable('finding_changes'), 'position')
    .addColumn('finding', text, (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('at_ms', number, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addUniqueConstraint('finding_changes_key', ['finding', 'revision'])
    .execute();
  await schema
    .createTable('overrides')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('until_ms', number)
    .addColumn('created_ms', number, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .execute();
  await schema.createIndex('overrides_connection').on('overrides').columns(['connection', 'until_ms']).execute();
}
