import type { JobCriteria, JobQuery, ListedRow, Position, RowsRequest } from '@crossvault/contract';
import { recordOfKnown } from '@crossvault/contract';
import { sql } from 'kysely';
import type { Database, Engine } from './engine.ts';
import { filterConditions, narrowest } from './job-filters.ts';
import { toInstant } from './job-row.ts';
import { unpack } from './packed.ts';
import { type Place, walkJobs } from './walk-jobs.ts';
import { findByWords } from './word-search.ts';

/** A page of the list: first which jobs, out of narrow rows, then what is to be told of them. */
export async function listJobs(
  db: Database,
  engine: Engine,
  criteria: JobCriteria,
  request: RowsRequest,
): Promise<readonly ListedRow[]> {
  const connections = await namedConnections(db, engine, criteria.query);
  if (connections?.length === 0) return [];
  const walk = {
    ways: narrowest(criteria.query, connections),
    filters: filterConditions(engine, criteria.query),
    times: criteria,
  };
  const places = await (criteria.words.length === 0
    ? walkJobs(db, walk, request)
    : findByWords(db, engine, walk, criteria.words, request));
  return loadRows(db, engine, places, request.include);
}

/** All rows, page by page. */
export async function* exportJobs(
  db: Database,
  engine: Engine,
  criteria: JobCriteria,
  request: Pick<RowsRequest, 'sort' | 'include'>,
): AsyncGenerator<ListedRow> {
  const limit = 500;
  let after: Position | null = null;
  for (;;) {
    const rows: readonly ListedRow[] = await listJobs(db, engine, criteria, { ...request, after, limit });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return;
    after = last.position;
  }
}

/** The connections that a query leaves; null for any. Of a vendor those that have jobs. */
async function namedConnections(
  db: Database,
  engine: Engine,
  { connection, vendor }: JobQuery,
): Promise<readonly string[] | null> {
  if (connection !== undefined || vendor === undefined) return connection ?? null;
  const rows = await db
    .selectFrom('sources')
    .select('connection')
    .distinct()
    .where(engine.among(sql.ref('vendor'), vendor, 'text'))
    .execute();
  return rows.map((row) => row.connection);
}

async function loadRows(
  db: Database,
  engine: Engine,
  places: readonly Place[],
  include: RowsRequest['include'],
): Promise<readonly ListedRow[]> {
  if (places.length === 0) return [];
  const seqs = places.map(({ seq }) => seq);
  const rows = await db
    .selectFrom('documents')
    .innerJoin('jobs', 'jobs.seq', 'documents.seq')
    .select(['documents.seq', 'connection', 'vendor', 'document'])
    .$if(include.tasks || include.raw, (query) => query.select('tasks'))
    .$if(include.raw, (query) => query.select('packed'))
    .where(engine.among(sql.ref('documents.seq'), seqs, 'number'))
    .execute();
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return places.flatMap(({ seq, id, started_ms: startedMs }) => {
    const row = bySeq.get(seq);
    if (row === undefined) return [];
    const { connection, vendor, document, tasks, packed } = row;
    const raw = packed === undefined ? null : (recordOfKnown(unpack(packed, JSON.parse(document)))?.raw ?? null);
    return {
      position: { startedAt: startedMs === null ? null : toInstant(startedMs), id },
      connection,
      vendor,
      document,
      tasks: include.tasks ? (tasks ?? null) : null,
      raw,
    };
  });
}
