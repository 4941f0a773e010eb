import { existsSync } from 'node:fs';
import { type Clock, CrossvaultError, type Logger, silentLogger } from '@crossvault/core';
import { Kysely } from 'kysely';
import { interceptCalls, invoke } from '../intercept-calls.ts';
import { selectSources } from '../jobs/access-path.ts';
import { listQuickly } from '../jobs/quick-list.ts';
import { readInfo } from '../maintenance/info.ts';
import type { OpenedStore } from '../opened-store.ts';
import { readInTurn } from '../reads/reads-in-turn.ts';
import { createTurns, toBusyStore } from '../reads/turns.ts';
import { readSchemaVersion, refuseNewer, schemaVersion } from '../schema/migrations.ts';
import type { Tables } from '../schema/schema.ts';
import { createReads, createUpkeep, type Reads } from '../store-calls.ts';
import { backUp } from './back-up.ts';
import { closeToOthers, type DatabaseFile, makeFile, watchDatabaseFile } from './database-file.ts';
import { refuseForeignLog, refuseLogWithoutFile } from './file-mark.ts';
import { refuseForeign } from './foreign-file.ts';
import { createJoinedPages } from './joined-pages.ts';
import { readMachineTime } from './machine-time.ts';
import { openReader } from './open-reader.ts';
import { createReadingThreads } from './reading-threads.ts';
import { createSqliteEngine } from './sqlite-engine.ts';
import { refuseOldSqlite } from './sqlite-version.ts';
import { createSqliteWrites } from './sqlite-writes.ts';
import { createUnchangedReads } from './unchanged-reads.ts';
import { type CallWriter, createWritingThread } from './writing-thread.ts';

export interface SqliteStoreOptions {
  /** Path of the file. Its folder has to be there. */
  readonly path: string;
  /** Whether the file is made where there is none, for its owner alone. @default true */
  readonly create?: boolean;
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
  /** The wall clock that operations are due by. Leases go by the clock of the machine. @default the clock of this machine */
  readonly clock?: Pick<Clock, 'now'>;
  /** Told of trouble with the file. @default nothing is logged */
  readonly logger?: Logger;
}

/** Threads for expensive reads. A caller uses one of them at a time, so that a second caller finds the other one free. */
const readingThreads = 2;
/** For an expensive read that has to wait for its turn, the wait included: as long as a statement of PostgreSQL may take. */
const longestReadMs = 30_000;

/**
 * The history in one file. Any number of processes may have it open at once: each reads in the thread that asks and writes
 * in a thread of its own, one process at a time.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<OpenedStore> {
  const { path, clock = Date, largestBytes, create = true, readsApart = false, logger = silentLogger } = options;
  refuseLogWithoutFile(path);
  if (create) makeFile(path);
  else demandFile(path);
  closeToOthers(path, logger);
  refuseForeignLog(path);
  const { dialect, file, use } = openReader(path);
  const db = new Kysely<Tables>({ dialect });
  const engine = createSqliteEngine(path, file, { ...readMachineTime(), nowMs: () => clock.now() });
  const thread = createWritingThread({ path, largestBytes: largestBytes ?? null });
  const write: CallWriter = (name, args) =>
    use === 'immutable' ? Promise.reject(toReadOnly(path)) : thread.call(name, args);
  const session = { db, engine, location: path };
  try {
    refuseOldSqlite(await engine.version(db));
    const version = await readSchemaVersion(db, engine);
    refuseNewer(version, path);
    if (version === 0) refuseForeign(file, path);
    if (version < schemaVersion) await write('migrate', []);
  } catch (error) {
    file.close();
    await thread.close();
    throw error;
  }
  const databaseFile = watchDatabaseFile(path, logger);
  const onSameFile = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    databaseFile.requireSame();
    const result = await run();
    // What went into a file that is not there any more is not stored.
    databaseFile.requireSame();
    return result;
  };
  // Only the names come from this session: the thread that writes makes the calls in its own.
  const { migrate: _, ...writes } = interceptCalls(createSqliteWrites(session), (name, args) =>
    onSameFile(() => write(name, args)),
  );
  const reads = createReads(session);
  // A file that cannot change is read in this thread: the others would open it for writing.
  const threads = readsApart && use !== 'immutable' ? createReadingThreads({ path }, readingThreads) : null;
  const turns = createTurns({
    slots: threads === null ? 1 : readingThreads,
    each: 1,
    longestMs: longestReadMs,
    toBusy: toBusyStore(path, longestReadMs),
  });
  const inTurn = readInTurn(reads, turns, (name, args) =>
    threads === null ? invoke(reads, name, args) : threads.read(name, args),
  );
  const unchanged = createUnchangedReads(file);
  const readSources = unchanged(() => selectSources(db, engine));
  const ownReads: Reads = {
    ...inTurn,
    listJobs: async (criteria, request, call) =>
      (await listQuickly(db, engine, criteria, request, readSources)) ?? inTurn.listJobs(criteria, request, call),
    joinPage: createJoinedPages({ db, engine, file, path, readSources }),
    dataVersions: unchanged(() => reads.dataVersions()),
    listKeys: unchanged(() => reads.listKeys()),
    findKey: unchanged((hash) => reads.findKey(hash)),
  };
  const store: OpenedStore = Object.freeze<OpenedStore>({
    ...watchReads(ownReads, databaseFile),
    ...writes,
    info: () => onSameFile(() => readInfo(db, engine)),
    backUp: (target) => onSameFile(() => backUp({ file, path }, target)),
    // The check only reads: it also works where nothing can be written. Commands call it, and no process that answers callers.
    check: () => onSameFile(() => checkApart(path)),
    // An answer is read in one piece, and is there before anyone can leave.
    during: () => store,
    async close() {
      await threads?.close();
      await thread.close();
      if (file.isOpen) file.close();
    },
  });
  return store;
}

/**
 * Checks over a connection of its own: one that was open before keeps parts of the index of words in memory, and calls the index
 * damaged after another connection has changed it.
 */
async function checkApart(path: string): Promise<Awaited<ReturnType<OpenedStore['check']>>> {
  const { dialect, file } = openReader(path);
  try {
    const engine = createSqliteEngine(path, file, readMachineTime());
    return await createUpkeep({ db: new Kysely<Tables>({ dialect }), engine, location: path }).check();
  } finally {
    file.close();
  }
}

const toReadOnly = (path: string): CrossvaultError =>
  new CrossvaultError({
    code: 'store-read-only',
    message: `The store ${path} stands where nothing can be written. It can be read; to change it, copy it to a disk and a folder that this user may write to.`,
  });

/** Throws `store-missing` where there is no file: looking makes none. */
function demandFile(path: string): void {
  if (existsSync(path)) return;
  throw new CrossvaultError({ code: 'store-missing', message: `There is no store at ${path}.`, parameter: 'store' });
}

/** The same reads. Each throws where the file is no longer the one that was opened. */
const watchReads = (reads: Reads, databaseFile: DatabaseFile): Reads => ({
  ...interceptCalls(reads, async (name, args) => {
    databaseFile.requireSameInTurn();
    return invoke(reads, name, args);
  }),
  async *exportJobs(criteria, request) {
    databaseFile.requireSameInTurn();
    yield* reads.exportJobs(criteria, request);
  },
});
