import {
  compareReadings,
  type ListedJobsRequest,
  type Position,
  type StoredJob,
  type StoredJobText,
} from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { equals } from './conditions.ts';
import { findKnown, type KnownRow } from './find-known.ts';
import { type Fragment, fragment, plain } from './fragment.ts';
import { findPositions } from './job-positions.ts';
import { fold, toInstant } from './job-row.ts';
import { loadStoredJobs } from './stored-rows.ts';

const load = (db: Database, engine: Engine, rows: readonly { readonly seq: number }[]) =>
  loadStoredJobs(
    db,
    engine,
    rows.map(({ seq }) => seq),
  );

export async function getJob(db: Database, engine: Engine, id: string): Promise<StoredJob | null> {
  const row = (await findKnown(db, engine, [id])).get(id);
  if (row === undefined) return null;
  const [job] = await load(db, engine, [row]);
  return job ?? null;
}

interface TextRow extends ReadingTimes {
  readonly id: string;
  readonly connection: string;
  readonly document: string;
  readonly tasks: string;
  readonly text_version: number;
  readonly read_whole: 0 | 1;
  readonly gone_ms: number | null;
}

/** One statement reads all of a job, so that all of it is of one snapshot. An id of a job itself goes before one that is an alias. */
export async function getJobText(db: Database, engine: Engine, id: string): Promise<StoredJobText | null> {
  const row =
    (await selectText(db, engine, fragment`id = ${id}`)) ??
    (await selectText(db, engine, fragment`id = (select id from aliases where alias = ${id})`));
  if (row === null) return null;
  const { connection, document, tasks, text_version: textVersion, read_whole: readWhole } = row;
  return {
    id: row.id,
    connection,
    text: { document, tasks },
    textVersion,
    isWhole: row.gone_ms !== null || readWhole === 1 || hasNewestGet(row),
  };
}

async function selectText(db: Database, engine: Engine, isAsked: Fragment): Promise<TextRow | null> {
  const [row] = await engine.lists.query<TextRow>(
    db,
    fragment`select id, connection, document, tasks, text_version, read_whole, gone_ms, full_ms, full_no, list_ms, list_no
      from jobs join documents on documents.seq = jobs.seq where ${isAsked}`,
  );
  return row ?? null;
}

type ReadingTimes = Pick<KnownRow, 'full_ms' | 'full_no' | 'list_ms' | 'list_no'>;

/** Whether a single get was read, and no list row after it. */
function hasNewestGet({
  full_ms: fullMs,
  full_no: fullNumber,
  list_ms: listMs,
  list_no: listNumber,
}: ReadingTimes): boolean {
  if (fullMs === null) return false;
  if (listMs === null) return true;
  const row = { number: listNumber ?? 0, observedAt: toInstant(listMs) };
  return compareReadings(row, { number: fullNumber ?? 0, observedAt: toInstant(fullMs) }) <= 0;
}

export async function findByNativeId(
  db: Database,
  engine: Engine,
  connections: readonly string[] | null,
  nativeId: string,
): Promise<readonly StoredJob[]> {
  let query = db.selectFrom('jobs').select('seq').where('native_id', '=', fold(nativeId));
  if (connections !== null) query = query.where(engine.among(sql.ref('connection'), connections, 'text'));
  const newestFirst = sql`case when started_ms is null then 0 else 1 end, started_ms desc, id`;
  return load(db, engine, await query.orderBy(newestFirst).execute());
}

export async function openJobs(
  db: Database,
  engine: Engine,
  connection: string,
  list: string | null,
): Promise<readonly StoredJob[]> {
  let query = db
    .selectFrom('jobs')
    .select('seq')
    .where('connection', '=', connection)
    .where(isUnfinished)
    .where('ended', '=', sql.lit(0))
    .where('gone_ms', 'is', null);
  if (list !== null) query = query.where('list', '=', list);
  const oldestFirst = sql`case when started_ms is null then 0 else 1 end, started_ms, id`;
  return load(db, engine, await query.orderBy(oldestFirst).execute());
}

/** As the index of jobs that are still to be read is declared. */
const isUnfinished = sql<boolean>`(ended = 0 or read_whole = 0)`;

/** Read status by status, so that urgent jobs are found without reading the others. */
const urgency = ['failed', 'warning', 'cancelled', 'unknown', 'skipped', 'succeeded'] as const;

export async function unreadJobs(
  db: Database,
  engine: Engine,
  connection: string,
  limit: number,
): Promise<readonly StoredJob[]> {
  const rows: { seq: number; started_ms: number | null }[] = [];
  for (const statuses of [urgency.slice(0, 1), urgency.slice(1, 2), urgency.slice(2)]) {
    const rest = limit - rows.length;
    if (rest <= 0) break;
    const found: typeof rows = [];
    for (const status of statuses) {
      found.push(
        ...(await db
          .selectFrom('jobs')
          .select(['seq', 'started_ms'])
          .where('connection', '=', connection)
          .where('status', '=', status)
          .where(isUnfinished)
          .where(sql<boolean>`ended = 1 and read_whole = 0 and gone_ms is null`)
          .orderBy(sql`started_ms desc`)
          .limit(rest)
          .execute()),
      );
    }
    rows.push(...found.toSorted((a, b) => (b.started_ms ?? 0) - (a.started_ms ?? 0)).slice(0, rest));
  }
  return load(db, engine, rows);
}

/** Read in the order of the list, within the window only. */
export async function listedJobs(
  db: Database,
  engine: Engine,
  request: ListedJobsRequest,
): Promise<readonly Position[]> {
  const { connection, list, startedAfter, startedBefore, after, limit } = request;
  const own = [equals('connection', connection), equals('list', list), plain('gone_ms is null')];
  const times = { since: null, startedAfter, startedBefore };
  const positions = await findPositions(
    db,
    engine,
    { branches: [], others: [], all: own, times },
    { sort: 'startedAt', after, limit },
  );
  return positions.map(({ id, started_ms: startedMs }) => ({
    startedAt: startedMs === null ? null : toInstant(startedMs),
    id,
  }));
}

export async function outdatedJobs(
  db: Database,
  engine: Engine,
  connection: string,
  mapperVersion: number,
  limit: number,
): Promise<readonly StoredJob[]> {
  const rows = await db
    .selectFrom('jobs')
    .select('seq')
    .where('connection', '=', connection)
    .where('mapper_version', '<', mapperVersion)
    .orderBy('mapper_version')
    .limit(limit)
    .execute();
  return load(db, engine, rows);
}
