import { startPostgres } from '@crossvault/harness';
import pg from 'pg';
import { openPostgresStore } from '../index.ts';
import type { OpenedStore } from '../opened-store.ts';

/** An empty database of a test's own. */
export interface TestDatabase {
  readonly url: string;
  open(): Promise<OpenedStore>;
  client(): Promise<pg.Client>;
  /** Ends stores and clients. */
  close(): Promise<void>;
}

/** A PostgreSQL for the tests of one file, with as many databases as they want. */
export async function startDatabases() {
  const postgres = await startPostgres();
  let databases = 0;
  return {
    stop: () => postgres.stop(),
    async newDatabase(): Promise<TestDatabase> {
      databases += 1;
      const name = `own${databases}`;
      const admin = await connect(postgres.url);
      await admin.query(`create database ${name}`);
      await admin.end();
      const url = postgres.url.replace(/postgres$/, name);
      const closing: (() => Promise<void>)[] = [];
      return {
        url,
        async open() {
          const store = await openPostgresStore({ url });
          closing.unshift(() => store.close());
          return store;
        },
        async client() {
          const client = await connect(url);
          closing.push(() => client.end());
          return client;
        },
        async close() {
          for (const end of closing.splice(0)) await end();
        },
      };
    },
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Resolves when so many sessions of the database wait for a lock. */
export async function untilWaiting(client: pg.Client, sessions = 1): Promise<void> {
  for (let look = 0; look < 5000; look += 1) {
    const { rows } = await client.query(`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    if (Number(rows[0]?.waiting) >= sessions) return;
  }
  throw new Error(`Fewer than ${sessions} sessions wait for a lock.`);
}
