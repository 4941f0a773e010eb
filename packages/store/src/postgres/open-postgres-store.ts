import type { WorkQueue } from '@crossvault/contract';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { guard } from '../guard.ts';
import { readInfo } from '../info.ts';
import { readSchemaVersion, refuseNewer, schemaVersion } from '../migrations.ts';
import type { OpenedStore } from '../opened-store.ts';
import { readInTurn } from '../reads-in-turn.ts';
import type { Tables } from '../schema.ts';
import { createReads, createWrites } from '../store-calls.ts';
import { createTurns } from '../turns.ts';
import { createPostgresEngine } from './postgres-engine.ts';

/** Where our tables are, whatever else is in the database. */
const schema = 'crossvault';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`. The user may make a schema there, or finds `crossvault` made for it. */
  readonly url: string;
  /**
   * Connections that one process holds at most, those of the queue not counted.
   * @default 10
   */
  readonly connections?: number;
}

/** The history in a PostgreSQL that any number of processes on any number of machines share. */
export async function openPostgresStore({ url, connections = 10 }: PostgresStoreOptions): Promise<OpenedStore> {
  const location = withoutPassword(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'crossvault',
    options: `-c search_path=${schema}`,
    types: { getTypeParser: parserOf },
  });
  // A connection that breaks while nobody uses it is replaced by the next one.
  pool.on('error', () => undefined);
  // One that breaks between two statements of a transaction fails the next of them; said to nobody, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const engine = createPostgresEngine(location);
  const session = { db, engine, location };
  const writes = createWrites(session);
  const queues: WorkQueue[] = [];
  const { migrate, ...rest } = writes;
  try {
    const found = await sql`select 1 from pg_catalog.pg_namespace where nspname = ${schema}`.execute(db);
    if (found.rows.length === 0) {
      await db.transaction().execute(async (transaction) => {
        await engine.lockSchema(transaction);
        await sql`create schema if not exists ${sql.ref(schema)}`.execute(transaction);
      });
    }
    const version = await readSchemaVersion(db, engine);
    refuseNewer(version, location);
    if (version < schemaVersion) await migrate();
  } catch (error) {
    await db.destroy();
    throw engine.toFault(error);
  }
  const reads = createReads(session);
  const store: OpenedStore = {
    ...reads,
    ...readInTurn(reads, reads, createTurns({ places: Math.ceil(connections / 2), each: 2 })),
    ...rest,
    info: () => readInfo(db, engine, location),
    async openQueue() {
      const { openBossQueue } = await import('./boss-queue.ts');
      const queue = guard(await openBossQueue(url, store), engine.toFault);
      queues.push(queue);
      return queue;
    },
    async close() {
      await Promise.all(queues.map((queue) => queue.close()));
      await db.destroy();
    },
  };
  return guard(store, engine.toFault);
}

/** Whole numbers of 64 bits come as texts; ours are far from what a number can hold. */
const bigint: number = pg.types.builtins.INT8;

function parserOf(type: number, format?: 'text' | 'binary') {
  return type === bigint && format !== 'binary' ? Number : pg.types.getTypeParser(type, format);
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'that the configuration names';
  const { hostname, port, pathname } = new URL(url);
  return `postgres://${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}
