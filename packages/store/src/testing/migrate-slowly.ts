import { Kysely } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { migrate, migrations } from '../schema/migrations.ts';
import type { Tables } from '../schema/schema.ts';

/**
 * A process of its own that brings a store up to date and stops before the end: every step is done and nothing is
 * committed. It says `halfway` and waits to be killed.
 */
const [address = ''] = process.argv.slice(2);

async function waitForEver(): Promise<void> {
  console.log('halfway');
  setInterval(() => undefined, 1000);
  await new Promise(() => undefined);
}

async function openDatabase(): Promise<{ readonly db: Database; readonly engine: Engine }> {
  if (address.startsWith('postgres://')) {
    const { default: pg } = await import('pg');
    const { PostgresDialect } = await import('kysely');
    const { createPostgresEngine } = await import('../postgres/postgres-engine.ts');
    const pool = new pg.Pool({ connectionString: address, options: '-c search_path=crossvault' });
    return {
      db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
      engine: createPostgresEngine(address),
    };
  }
  const { openFile } = await import('../sqlite/node-sqlite-dialect.ts');
  const { readMachineTime } = await import('../sqlite/machine-time.ts');
  const { createSqliteEngine } = await import('../sqlite/sqlite-engine.ts');
  const { dialect, file } = openFile(address, 'writer');
  return { db: new Kysely<Tables>({ dialect }), engine: createSqliteEngine(address, file, readMachineTime()) };
}

const { db, engine } = await openDatabase();
await migrate(db, engine, address, [...migrations, waitForEver]);
