import type { RowsRequest } from '@crossvault/core';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { allOf, type Condition, column, wordConditions } from './conditions.ts';
import { findPositions, type Question, type RowPosition, selectRange } from './find-positions.ts';
import { keyRanges } from './key-ranges.ts';
import { toLexeme } from './words.ts';

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
export async function findByWords(
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
