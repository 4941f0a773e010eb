import type { JobCriteria, ListedRow, Position, RowsRequest } from '@crossvault/core';
import { recordOfKnown } from '@crossvault/core';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { findAccessPath } from './access-path.ts';
import { findPositions, type RowPosition } from './find-positions.ts';
import { toInstant } from './job-row.ts';
import { unpack } from './packed-observation.ts';
import { findByWords } from './word-search.ts';

/** A page, and the position after which the next one begins. */
interface RowsPage {
  readonly rows: readonly ListedRow[];
  /** The last position that was found, with or without a document; null at the end of the list. */
  readonly next: Position | null;
}

/** A page of the list, within a snapshot. */
export async function listJobs(
  db: Database,
  engine: Engine,
  criteria: JobCriteria,
  request: RowsRequest,
): Promise<readonly ListedRow[]> {
  return (await readPage(db, engine, criteria, request)).rows;
}

/** Finds the jobs in narrow rows first, then loads their documents. The number of positions decides whether more follow. */
async function readPage(db: Database, engine: Engine, criteria: JobCriteria, request: RowsRequest): Promise<RowsPage> {
  const path = await findAccessPath(db, engine, criteria.query);
  if (path === null) return { rows: [], next: null };
  const question = { ...path, times: criteria };
  const positions = await (criteria.words.length === 0
    ? findPositions(db, engine, question, request)
    : findByWords(db, engine, question, criteria.words, request));
  const last = positions.at(-1);
  return {
    rows: await loadRows(db, engine, positions, request.include),
    next: last === undefined || positions.length < request.limit ? null : toPosition(last),
  };
}

const toPosition = ({ id, started_ms: startedMs }: RowPosition): Position => ({
  startedAt: startedMs === null ? null : toInstant(startedMs),
  id,
});

/** All rows, page by page, each page out of a snapshot of its own. */
export async function* exportJobs(
  db: Database,
  engine: Engine,
  criteria: JobCriteria,
  request: Pick<RowsRequest, 'sort' | 'include'>,
): AsyncGenerator<ListedRow> {
  const limit = 500;
  let after: Position | null = null;
  do {
    const asked: RowsRequest = { ...request, after, limit };
    const page: RowsPage = await engine.inSnapshot(db, (own) => readPage(own, engine, criteria, asked));
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}

async function loadRows(
  db: Database,
  engine: Engine,
  positions: readonly RowPosition[],
  include: RowsRequest['include'],
): Promise<readonly ListedRow[]> {
  if (positions.length === 0) return [];
  const seqs = positions.map(({ seq }) => seq);
  const rows = await db
    .selectFrom('documents')
    .innerJoin('jobs', 'jobs.seq', 'documents.seq')
    .select(['documents.seq', 'connection', 'vendor', 'document'])
    .$if(include.tasks || include.raw, (query) => query.select('tasks'))
    .$if(include.raw, (query) => query.select('packed'))
    .where(engine.among(sql.ref('documents.seq'), seqs, 'number'))
    .execute();
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return positions.flatMap((position) => {
    const row = bySeq.get(position.seq);
    if (row === undefined) return [];
    const { connection, vendor, document, tasks, packed } = row;
    const raw = packed === undefined ? null : (recordOfKnown(unpack(packed, JSON.parse(document)))?.raw ?? null);
    return {
      position: toPosition(position),
      connection,
      vendor,
      document,
      tasks: include.tasks ? (tasks ?? null) : null,
      raw,
    };
  });
}
