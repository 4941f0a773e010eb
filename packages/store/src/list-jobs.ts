import type { JobCriteria, ListedRow, Position, RowsRequest } from '@crossvault/contract';
import { recordOfKnown } from '@crossvault/contract';
import { sql } from 'kysely';
import { chooseWay } from './choose-way.ts';
import type { Database, Engine } from './engine.ts';
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
  const way = await chooseWay(db, engine, criteria.query, request);
  if (way === null) return [];
  const walk = { ...way, times: criteria };
  const places = await (criteria.words.length === 0
    ? walkJobs(db, engine, walk, request)
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
