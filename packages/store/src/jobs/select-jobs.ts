import {
  type JobCriteria,
  type ListedRow,
  type Position,
  parseJobText,
  type RowsRequest,
  recordOfKnown,
} from '@crossvault/core/store';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { type AccessPath, findAccessPath } from './access-path.ts';
import { allOf, type Condition, column, wordConditions } from './conditions.ts';
import { toInstant } from './job-row.ts';
import { type KeyRange, keyRanges, type Times } from './key-ranges.ts';
import { unpack } from './packed-observation.ts';
import { toLexeme } from './words.ts';

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
    .select(['documents.seq', 'connection', 'vendor', 'document', 'text_version', 'ended', 'ended_ms'])
    .$if(include.tasks || include.raw, (query) => query.select('tasks'))
    .$if(include.raw, (query) => query.select('packed'))
    .where(engine.among(sql.ref('documents.seq'), seqs, 'number'))
    .execute();
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return positions.flatMap((position) => {
    const row = bySeq.get(position.seq);
    if (row === undefined) return [];
    const { connection, vendor, document, tasks, packed, text_version: textVersion } = row;
    const raw =
      packed === undefined
        ? null
        : (recordOfKnown(unpack(packed, parseJobText({ document, tasks: tasks ?? '[]' })))?.raw ?? null);
    return {
      position: toPosition(position),
      connection,
      vendor,
      document,
      tasks: include.tasks ? (tasks ?? null) : null,
      textVersion,
      sinceUntil: sinceUntilOf(position.started_ms, row),
      raw,
    };
  });
}

/** As `matchesCriteria` compares with `since`: a job is listed while it is open, and as long as it started or ended no earlier. */
function sinceUntilOf(
  startedMs: number | null,
  { ended, ended_ms: endedMs }: { readonly ended: 0 | 1; readonly ended_ms: number | null },
): string | null {
  if (ended === 0 || (startedMs === null && endedMs === null)) return null;
  return toInstant(Math.max(startedMs ?? endedMs ?? 0, endedMs ?? 0));
}

/** The position of a job in the order, with its key. */
interface RowPosition {
  readonly seq: number;
  readonly id: string;
  readonly started_ms: number | null;
}

/** What is asked of the list, but for words. */
interface Question extends AccessPath {
  readonly times: Times;
}

/** The positions of jobs after a position, in order. */
export async function findPositions(
  db: Database,
  engine: Engine,
  question: Question,
  { sort, after, limit }: Pick<RowsRequest, 'sort' | 'after' | 'limit'>,
): Promise<readonly RowPosition[]> {
  const descending = sort === '-startedAt';
  const positions: RowPosition[] = [];
  for (const range of keyRanges(question.times, after, descending)) {
    if (positions.length >= limit) break;
    const page = { descending, limit: limit - positions.length, column: 'seq' } as const;
    positions.push(...(await selectRange(engine, question, range, page).execute(db)).rows);
  }
  return positions;
}

interface Page {
  readonly descending: boolean;
  readonly limit: number;
  /** What is selected besides id and start. */
  readonly column: 'seq' | 'words';
}

/** The statement for the first jobs of a key range: each branch is read in the order of its index, and the database merges them. */
function selectRange(
  engine: Engine,
  { branches, others, all }: AccessPath,
  { conditions, isFew }: KeyRange,
  { descending, limit, column }: Page,
): RawBuilder<RowPosition> {
  const order = descending ? sql`started_ms desc, id` : sql`started_ms, id`;
  const select = (filters: readonly Condition[]) =>
    sql`select ${sql.ref(column)}, id, started_ms from jobs where ${allOf([...conditions, ...filters])}`;
  const selects =
    isFew || branches.length === 0 ? [select(all)] : branches.map((branch) => select([branch, ...others]));
  return engine.firstOf<RowPosition>(selects, order, limit);
}

/** So many of the next jobs are looked at first. */
const sampleSize = 200;

/** With this many matches among them the walk fills the page soon. */
const leastMet = 3;

/** A word that more than this share of the next jobs has is not looked up: the index would collect all jobs that have it. */
const usualShare = 0.05;

/** Jobs that have a word that is looked up are sorted then; more than these are rather walked. */
const mostSorted = 4000;

/**
 * The positions of jobs that have the words. Frequent words are found by walking, rare ones in the index of words,
 * which has no order and collects all matches before it returns the first: so the next jobs are looked at before.
 * docs/decisions/2026-11-30-indexes-that-fit-the-questions.md has the figures.
 */
async function findByWords(
  db: Database,
  engine: Engine,
  question: Question,
  words: readonly string[],
  request: RowsRequest,
): Promise<readonly RowPosition[]> {
  const { met, shares } = await sampleJobs(db, engine, question, words, request);
  const wanted = wordConditions(words);
  const walked = { ...question, others: [...question.others, ...wanted], all: [...question.all, ...wanted] };
  const rare = words.filter((_, index) => (shares[index] ?? 0) <= usualShare);
  if (met >= leastMet || rare.length === 0) return findPositions(db, engine, walked, request);
  const seqs = await engine.findByLexemes(db, rare.map(toLexeme), mostSorted + 1);
  if (seqs.length === 0) return [];
  if (seqs.length > mostSorted) return findPositions(db, engine, walked, request);
  return sortJobs(db, engine, walked, request, seqs);
}

/** The positions of the jobs that meet the question, of a few that are read and sorted. */
async function sortJobs(
  db: Database,
  engine: Engine,
  { all, times }: Question,
  { sort, after, limit }: Pick<RowsRequest, 'sort' | 'after' | 'limit'>,
  seqs: readonly number[],
): Promise<readonly RowPosition[]> {
  const descending = sort === '-startedAt';
  const ranges = keyRanges(times, after, descending).map(({ conditions }) => sql`(${allOf(conditions)})`);
  if (ranges.length === 0) return [];
  const few = engine.among(column('seq'), seqs, 'number');
  const found = await sql<RowPosition>`select seq, id, started_ms from jobs
    where ${allOf([few, ...all, sql<boolean>`(${sql.join(ranges, sql` or `)})`])}
    order by case when started_ms is null then 0 else 1 end, ${descending ? sql`started_ms desc` : sql`started_ms`}, id
    limit ${limit}`.execute(db);
  return found.rows;
}

interface Sample {
  /** The number of matches among the next jobs. */
  readonly met: number;
  /** The share of the next jobs that has each word. */
  readonly shares: readonly number[];
}

/** Looks at the next jobs of the question for its words. */
async function sampleJobs(
  db: Database,
  engine: Engine,
  question: Question,
  words: readonly string[],
  { sort, after }: Pick<RowsRequest, 'sort' | 'after'>,
): Promise<Sample> {
  const descending = sort === '-startedAt';
  const ranges = keyRanges(question.times, after, descending);
  if (ranges.length === 0) return { met: 0, shares: words.map(() => 0) };
  const page = { descending, limit: sampleSize };
  const nears = ranges.map(
    (range, index) =>
      sql`select * from (${selectRange(engine, question, range, { ...page, column: 'words' })}) as ${sql.ref(`range${index}`)}`,
  );
  const wanted = wordConditions(words);
  // Of a single word it is the same.
  const each = words.length === 1 ? [] : wanted.map((has, index) => sql`${countOf(has)} as ${sql.ref(`word${index}`)}`);
  const counts = [sql`count(*) as seen`, sql`${countOf(allOf(wanted))} as met`, ...each];
  const { rows } = await sql<Readonly<Record<string, number | null>>>`select ${sql.join(counts)}
    from (${sql.join(nears, sql` union all `)}) as jobs`.execute(db);
  const counted = (name: string) => Number(rows[0]?.[name] ?? 0);
  const [seen, met] = [counted('seen'), counted('met')];
  return { met, shares: words.map((_, index) => (each.length === 0 ? met : counted(`word${index}`)) / seen) };
}

const countOf = (condition: Condition) => sql`sum(case when ${condition} then 1 else 0 end)`;
