import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PutObservation, PutOptions } from '@crossvault/core/store';
import { at } from '@crossvault/testkit/store';
import { Kysely, PostgresDialect } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { putJobs } from '../jobs/put-jobs.ts';
import { createConnectionPool } from '../postgres/connection-pool.ts';
import { createPostgresEngine } from '../postgres/postgres-engine.ts';
import { usualTimeouts } from '../postgres/postgres-timeouts.ts';
import { migrate } from '../schema/migrations.ts';
import type { Tables } from '../schema/schema.ts';
import { openFile } from '../sqlite/node-sqlite-dialect.ts';
import { createSqliteEngine } from '../sqlite/sqlite-engine.ts';

/** A statement that was sent to the database. */
export interface SentStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Tables without a store around them, for the tests of one module. */
export interface TestSession {
  readonly db: Database;
  readonly engine: Engine;
  /** What was sent since it was last asked for. */
  takeStatements(): readonly SentStatement[];
  put(batch: readonly PutObservation[], options?: PutOptions): ReturnType<typeof putJobs>;
  close(): Promise<void>;
}

function createSession(
  open: (log: (statement: SentStatement) => void) => { db: Database; engine: Engine; close(): void | Promise<void> },
): TestSession {
  const sent: SentStatement[] = [];
  const { db, engine, close } = open((statement) => sent.push(statement));
  return {
    db,
    engine,
    takeStatements: () => sent.splice(0),
    put: (batch, options) => putJobs(db, engine, batch, options),
    close: async () => close(),
  };
}

/** The tables in a file of their own, which goes away with the session. Its clock stands at `nowMs`. */
export async function openTestSession(nowMs = Date.parse(at(1_000))): Promise<TestSession> {
  const folder = mkdtempSync(join(tmpdir(), 'crossvault-session-'));
  const path = join(folder, 'history.db');
  new DatabaseSync(path).close();
  const session = createSession((log) => {
    const { dialect, file } = openFile(path, 'writer');
    file.exec('pragma synchronous = off');
    const engine = createSqliteEngine(path, file, { nowMs: () => nowMs, leaseTime: () => ({ boot: 'b', ms: nowMs }) });
    const db = new Kysely<Tables>({ dialect, log: ({ query }) => log(query) });
    const close = () => {
      file.close();
      rmSync(folder, { recursive: true, force: true });
    };
    return { db, engine, close };
  });
  await migrate(session.db, session.engine, path);
  session.takeStatements();
  return session;
}

/** The tables in a PostgreSQL where a store was opened before. */
export function openPostgresSession(url: string): TestSession {
  return createSession((log) => {
    const pool = createConnectionPool({ url, schema: 'crossvault', connections: 2, timeouts: usualTimeouts });
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => log(query) });
    return { db, engine: createPostgresEngine('test'), close: () => db.destroy() };
  });
}
