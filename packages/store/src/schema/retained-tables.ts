import { mostWordCharacters } from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';

/**
 * The tables of version 4: changes carry a mark by which their feed is known, the feed knows how far it was deleted, states
 * of lists know when they were written, and the queue that nothing used is gone.
 */
export async function createRetainedTables(db: Database, engine: Engine): Promise<void> {
  await markFeed(db, engine);
  await dateSyncStates(db, engine);
  await cutWords(db);
  await db.schema.dropTable('work').ifExists().execute();
}

async function markFeed(db: Database, engine: Engine): Promise<void> {
  const { text, number } = engine.types;
  await db.schema.alterTable('changes').addColumn('mark', text).execute();
  await db.schema
    .createTable('feed_bounds')
    .addColumn('feed', text, (column) => column.primaryKey())
    .addColumn('deleted_to', number, (column) => column.notNull())
    .addColumn('deleted_mark', text)
    .addColumn('unmarked_to', number, (column) => column.notNull())
    .execute();
  await sql`insert into feed_bounds (feed, deleted_to, deleted_mark, unmarked_to)
    select 'changes', 0, null, coalesce(max(position), 0) from changes`.execute(db);
}

/** The column has no default: a process of an older version cannot write a state without it, and so no longer syncs. */
async function dateSyncStates(db: Database, engine: Engine): Promise<void> {
  const { text, number } = engine.types;
  const nowMs = await engine.nowMs(db);
  await db.schema
    .createTable('dated_states')
    .addColumn('connection', text, (column) => column.notNull())
    .addColumn('list', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('written_ms', number, (column) => column.notNull())
    .addPrimaryKeyConstraint('dated_states_key', ['connection', 'list'])
    .execute();
  await sql`insert into dated_states (connection, list, state, written_ms)
    select connection, list, state, ${sql.lit(nowMs)} from sync_states`.execute(db);
  await db.schema.dropTable('sync_states').execute();
  await db.schema.alterTable('dated_states').renameTo('sync_states').execute();
}

/** Words that the index of words did not take were found by some queries and not by others. */
async function cutWords(db: Database): Promise<void> {
  const long = await db
    .selectFrom('jobs')
    .select(['seq', 'words'])
    .where(sql`length(words)`, '>', mostWordCharacters)
    .execute();
  for (const { seq, words } of long) {
    await db
      .updateTable('jobs')
      .set({ words: words.slice(0, words.lastIndexOf(' ', mostWordCharacters)) })
      .where('seq', '=', seq)
      .execute();
  }
}
