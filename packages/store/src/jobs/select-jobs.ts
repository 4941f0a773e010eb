import {
  type JobCriteria,
  type ListedRow,
  type Position,
  parseJobText,
  type RowsRequest,
  recordOfKnown,
} from '@crossvault/core/store';
import type { Database, Engine } from '../database.ts';
import { type AccessPath, findAccessPath } from './access-path.ts';
import { findByWords } from './find-by-words.ts';
import { type Fragment, fragment, plain } from './fragment.ts';
import { compareRows, positionColumns, type RowPosition, selectPositions, toPosition } from './job-positions.ts';
import { toInstant } from './job-row.ts';
import { unpack } from './packed-observation.ts';

/** A page of the list: one statement where no words are searched for, else several within a snapshot. */
export async function listJobs(
  db: Database,
  engine: Engine,
  criteria: JobCriteria,
  request: RowsRequest,
): Promise<readonly ListedRow[]> {
  if (criteria.words.length > 0) return engine.inSnapshot(db, (own) => listByWords(own, engine, criteria, request));
  return listAlong(db, engine, await findAccessPath(db, engine, criteria), criteria, request);
}

/** The page that an access path leads to; null: to no job. The words of the criteria are not looked for. */
export async function listAlong(
  db: Database,
  engine: Engine,
  path: AccessPath | null,
  criteria: JobCriteria,
  request: RowsRequest,
): Promise<readonly ListedRow[]> {
  const found = path === null ? null : selectPositions(engine, { ...path, times: criteria }, request);
  return found === null ? [] : selectRows(db, engine, found, request);
}

async function listByWords(
  db: Database,
  engine: Engine,
  criteria: JobCriteria,
  request: RowsRequest,
): Promise<readonly ListedRow[]> {
  const path = await findAccessPath(db, engine, criteria);
  if (path === null) return [];
  const positions = await findByWords(db, engine, { ...path, times: criteria }, criteria.words, request);
  if (positions.length === 0) return [];
  const seqs = positions.map(({ seq }) => seq);
  const found = fragment`select ${plain(positionColumns)} from jobs where ${engine.lists.among(plain('seq'), seqs, 'number')}`;
  return selectRows(db, engine, found, request);
}

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
    const rows: readonly ListedRow[] = await listJobs(db, engine, criteria, { ...request, after, limit });
    yield* rows;
    after = rows.length < limit ? null : (rows.at(-1)?.position ?? null);
  } while (after !== null);
}

interface LoadedRow extends RowPosition {
  readonly document: string;
  readonly tasks?: string;
  readonly packed?: Uint8Array;
}

const loaded = 'found.*, document';

/** Reads the documents of positions that a statement finds, in the order of the list. */
async function selectRows(
  db: Database,
  engine: Engine,
  found: Fragment,
  { sort, include }: RowsRequest,
): Promise<readonly ListedRow[]> {
  const columns = [loaded, ...(include.tasks || include.raw ? ['tasks'] : []), ...(include.raw ? ['packed'] : [])];
  const rows = await engine.lists.query<LoadedRow>(
    db,
    fragment`select ${plain(columns.join(', '))} from (${found}) as found join documents on documents.seq = found.seq`,
  );
  return rows.toSorted((a, b) => compareRows(sort, a, b)).map((row) => toListedRow(row, include));
}

/** Instants are written when they are asked for: a page needs the one of its last row. */
function toListedRow(row: LoadedRow, include: RowsRequest['include']): ListedRow {
  const { connection, vendor, document, tasks, packed, text_version: textVersion } = row;
  const job = () => parseJobText({ document, tasks: tasks ?? '[]' });
  return {
    position: toPosition(row),
    connection,
    vendor,
    document,
    tasks: include.tasks ? (tasks ?? null) : null,
    textVersion,
    get sinceUntil() {
      return sinceUntilOf(row);
    },
    raw: packed === undefined ? null : (recordOfKnown(unpack(packed, job()))?.raw ?? null),
  };
}

/** As `matchesCriteria` compares with `since`: a job is listed while it is open, and as long as it started or ended no earlier. */
function sinceUntilOf({ ended, started_ms: startedMs, ended_ms: endedMs }: LoadedRow): string | null {
  if (ended === 0 || (startedMs === null && endedMs === null)) return null;
  return toInstant(Math.max(startedMs ?? endedMs ?? 0, endedMs ?? 0));
}
