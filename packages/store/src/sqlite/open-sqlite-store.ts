import type { Clock, WorkQueue } from '@crossvault/contract';
import { Kysely } from 'kysely';
import { readInfo } from '../info.ts';
import { readSchemaVersion, refuseNewer, schemaVersion } from '../migrations.ts';
import type { OpenedStore } from '../opened-store.ts';
import { readInTurn } from '../reads-in-turn.ts';
import type { Tables } from '../schema.ts';
import { createReads } from '../store-calls.ts';
import { createTurns } from '../turns.ts';
import { refuseForeign } from './foreign-file.ts';
import { readMachineTime } from './machine-time.ts';
import { openFile } from './node-sqlite-dialect.ts';
import { createReadingThreads } from './reading-threads.ts';
import { createSqliteEngine } from './sqlite-engine.ts';
import { refuseOldSqlite } from './sqlite-version.ts';
import { createTableQueue } from './table-queue.ts';
import { readWorkSize } from './work-table.ts';
import { createWritingThread } from './writing-thread.ts';

export interface SqliteStoreOptions {
  /** Path of the file; it is made where there is none. Its folder has to be there. */
  readonly path: string;
  /**
   * The file grows no larger: a write for which there is no room fails with `store-full`, whole.
   * @default as large as the disk lets it
   */
  readonly largestBytes?: number;
  /**
   * Expensive reads run in threads of their own, so that they hold nothing up in this one. Starting a thread takes longer than
   * most reads: use it where many callers are answered.
   * @default false
   */
  readonly readsApart?: boolean;
  /** For the waits of the queue. Leases go by the clock of the machine. */
  readonly clock: Clock;
}

/** Threads for expensive reads. A caller uses one of them at a time, so that a second caller finds the other one free. */
const readingThreads = 2;

/**
 * The history in one file. Any number of processes may have it open at once: each reads in the thread that asks and writes
 * in a thread of its own, one process at a time.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<OpenedStore> {
  const { path, clock, largestBytes, readsApart = false } = options;
  const { dialect, file } = openFile(path, 'reader');
  const db = new Kysely<Tables>({ dialect });
  const engine = createSqliteEngine(path, file, readMachineTime());
  const thread = createWritingThread({ path, largestBytes: largestBytes ?? null });
  const { call } = thread;
  const queues: WorkQueue[] = [];
  try {
    refuseOldSqlite(await engine.version(db));
    const version = await readSchemaVersion(db, engine);
    refuseNewer(version, path);
    if (version === 0) refuseForeign(file, path);
    if (version < schemaVersion) await call('migrate', []);
  } catch (error) {
    file.close();
    await thread.close();
    throw error;
  }
  const reads = createReads({ db, engine, location: path });
  const threads = readsApart ? createReadingThreads({ path }, readingThreads) : null;
  const turns = createTurns({ places: threads === null ? 1 : readingThreads, each: 1 });
  return Object.freeze<OpenedStore>({
    ...reads,
    ...readInTurn(reads, threads?.reads ?? reads, turns),
    putJobs: (batch, options) => call('putJobs', [batch, options]),
    remapJobs: (batch, lease) => call('remapJobs', [batch, lease]),
    markGone: (ids, at, lease) => call('markGone', [ids, at, lease]),
    unmarkGone: (ids) => call('unmarkGone', [ids]),
    putSyncStates: (states, lease) => call('putSyncStates', [states, lease]),
    acquireLease: (claim, ttlMs) => call('acquireLease', [claim, ttlMs]),
    renewLease: (claim, ttlMs) => call('renewLease', [claim, ttlMs]),
    releaseLease: (claim) => call('releaseLease', [claim]),
    beginOperation: (stored, claim) => call('beginOperation', [stored, claim]),
    freeClaim: (operationId) => call('freeClaim', [operationId]),
    putOperation: (stored) => call('putOperation', [stored]),
    takeDueOperations: (request) => call('takeDueOperations', [request]),
    putThings: (kind, things, lease) => call('putThings', [kind, things, lease]),
    markThingsGone: (kind, connection, seenSince, lease) =>
      call('markThingsGone', [kind, connection, seenSince, lease]),
    putKey: (key, hash) => call('putKey', [key, hash]),
    revokeKey: (id, at) => call('revokeKey', [id, at]),
    noteKeyUse: (id, at) => call('noteKeyUse', [id, at]),
    appendAudit: (entry) => call('appendAudit', [entry]),
    deleteOlderThan: (request, lease) => call('deleteOlderThan', [request, lease]),
    vacuum: () => call('vacuum', []),
    info: () => readInfo(db, engine, path),
    check: () => call('check', []),
    async openQueue() {
      const queue = createTableQueue({ call, clock, size: (kind) => readWorkSize(db, kind) });
      queues.push(queue);
      return queue;
    },
    async close() {
      await Promise.all(queues.map((queue) => queue.close()));
      await threads?.close();
      await thread.close();
      if (file.isOpen) file.close();
    },
  });
}
