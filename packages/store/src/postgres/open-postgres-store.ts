import { CrossvaultError, type Logger, silentLogger } from '@crossvault/core';
import type { WorkQueue } from '@crossvault/core/store';
import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';
import type { Database } from '../database.ts';
import { guard } from '../guard.ts';
import { invoke } from '../intercept-calls.ts';
import { readInfo } from '../maintenance/info.ts';
import type { SharedStore } from '../opened-store.ts';
import { readInTurn } from '../reads/reads-in-turn.ts';
import { createTurns, toBusyStore } from '../reads/turns.ts';
import { readSchemaVersion, refuseNewer, schemaVersion } from '../schema/migrations.ts';
import type { Tables } from '../schema/schema.ts';
import { createReads, createUpkeep, createWrites, type Reads } from '../store-calls.ts';
import { createConnectionPool } from './connection-pool.ts';
import { describeAddress, faultOfAddress } from './postgres-address.ts';
import { createPostgresEngine } from './postgres-engine.ts';
import { type PostgresTimeouts, toPatient, usualTimeouts } from './postgres-timeouts.ts';

/** Where our tables are, whatever else is in the database. */
const schema = 'crossvault';

/** The oldest version that has all that the tables and the queue need. */
const oldestMajor = 13;

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`. The user may make a schema there, or finds `crossvault` made for it. */
  readonly url: string;
  /**
   * Connections that one process holds at most for its answers; up to two for work on whole tables and four for the queue
   * come to them.
   * @default 10
   */
  readonly connections?: number;
  /** @default a statement 30 s, a lock 10 s, a connection 5 s */
  readonly timeouts?: Partial<PostgresTimeouts>;
  /** Told of trouble of the queue. @default nothing is logged */
  readonly logger?: Logger;
}

const toDatabase = (pool: PostgresPool): Database => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

/** The history in a PostgreSQL that any number of processes on any number of machines share. */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<SharedStore> {
  const { url, connections = 10, logger = silentLogger } = options;
  const timeouts = { ...usualTimeouts, ...options.timeouts };
  const location = describeAddress(url);
  refuseAddress(url);
  const patience = toPatient(timeouts);
  const pool = createConnectionPool({ url, schema, connections, timeouts });
  // Connects with its first statement: most processes never need it.
  const patientPool = createConnectionPool({ url, schema, connections: 2, timeouts: patience });
  const [db, patient] = [toDatabase(pool), toDatabase(patientPool)];
  const engine = createPostgresEngine(location);
  const session = { db, engine, location };
  const { migrate, ...upkeep } = createUpkeep({ ...session, db: patient });
  const queues: WorkQueue[] = [];
  const closeDatabases = () => Promise.all([db.destroy(), patient.destroy()]);
  try {
    await refuseServer(db, location);
    const found = await sql`select 1 from pg_catalog.pg_namespace where nspname = ${schema}`.execute(db);
    if (found.rows.length === 0) {
      await patient.transaction().execute(async (transaction) => {
        await engine.lockSchema(transaction);
        await sql`create schema if not exists ${sql.ref(schema)}`.execute(transaction);
      });
    }
    const version = await readSchemaVersion(db, engine);
    refuseNewer(version, location);
    if (version < schemaVersion) await migrate();
  } catch (error) {
    await closeDatabases();
    throw engine.toFault(error);
  }
  const turns = createTurns({
    slots: Math.ceil(connections / 2),
    each: 2,
    longestMs: timeouts.statementMs,
    toBusy: toBusyStore(location, timeouts.statementMs),
  });
  const readsDuring = (signal: AbortSignal) => createReads({ ...session, db: toDatabase(pool.during(signal)) });
  const inTurn = (reads: Reads): Reads =>
    readInTurn(reads, turns, (name, args, { signal }) => invoke(readsDuring(signal), name, args));
  const store: SharedStore = {
    ...inTurn(createReads(session)),
    ...createWrites(session),
    ...upkeep,
    info: () => readInfo(patient, engine),
    during: (signal) => guard({ ...store, ...inTurn(readsDuring(signal)) }, engine.toFault),
    async backUp() {
      throw new CrossvaultError({ code: 'store-unsupported', message: toBackupAdvice(location) });
    },
    async openQueue() {
      const { openBossQueue, queueSchema } = await import('./boss-queue.ts');
      const queuePool = createConnectionPool({ url, schema: queueSchema, connections: 4, timeouts });
      const opened = await openBossQueue({
        pool: queuePool,
        leases: guard(store, engine.toFault),
        logger,
        closeMs: timeouts.closeMs,
      });
      const queue = guard(opened, engine.toFault);
      queues.push(queue);
      return queue;
    },
    async close() {
      await Promise.all(queues.map((queue) => queue.close()));
      await closeDatabases();
    },
  };
  return guard(store, engine.toFault);
}

const toBackupAdvice = (location: string): string =>
  `PostgreSQL backs up its databases itself: pg_dump --format=custom --schema=${schema} --schema=crossvault_queue ` +
  `--file=crossvault.dump, for ${location}. docs/store.md says how to bring it back.`;

/** Throws `configuration-invalid` for a text that is no address, without a part of it. */
function refuseAddress(url: string): void {
  const fault = faultOfAddress(url);
  if (fault === null) return;
  throw new CrossvaultError({
    code: 'configuration-invalid',
    message: `The address of the store ${fault}.`,
    parameter: 'store.url',
  });
}

/** Throws `store-unsupported` for a database that cannot keep what is to be stored. */
async function refuseServer(db: Database, location: string): Promise<void> {
  const { rows } = await sql<{ readonly version: number; readonly encoding: string }>`select
    current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`.execute(db);
  const { version = 0, encoding = '' } = rows[0] ?? {};
  const fault = faultOfServer(version, encoding);
  if (fault !== null) {
    throw new CrossvaultError({ code: 'store-unsupported', message: `The store ${location} ${fault}` });
  }
}

/** @internal */
export function faultOfServer(version: number, encoding: string): string | null {
  const major = Math.floor(version / 10_000);
  if (major < oldestMajor) {
    return `is kept by PostgreSQL ${major}. Crossvault needs version ${oldestMajor} or newer.`;
  }
  if (encoding !== 'UTF8') {
    return `has the encoding ${encoding}, which cannot hold every text. Create a database with the encoding UTF8.`;
  }
  return null;
}
