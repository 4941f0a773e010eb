import type { RowsRequest } from '@crossvault/core/store';
import type { Database, Engine } from '../database.ts';
import { allOf, type Condition, column, wordConditions } from './conditions.ts';
import { type Fragment, fragment, joinFragments, plain } from './fragment.ts';
import { findPositions, positionColumns, type Question, type RowPosition, selectRange } from './job-positions.ts';
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
  const ranges = keyRanges(times, after, descending).map(({ conditions }) => fragment`(${allOf(conditions)})`);
  if (ranges.length === 0) return [];
  const few = engine.lists.among(column('seq'), seqs, 'number');
  return engine.lists.query<RowPosition>(
    db,
    fragment`select ${plain(positionColumns)} from jobs
      where ${allOf([few, ...all, fragment`(${joinFragments(ranges, ' or ')})`])}
      order by case when started_ms is null then 0 else 1 end, ${plain(descending ? 'started_ms desc' : 'started_ms')}, id
      limit ${limit}`,
  );
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
      fragment`select * from (${selectRange(engine, question, range, { ...page, columns: 'words, id, started_ms' })}) as ${plain(`range${index}`)}`,
  );
  const wanted = wordConditions(words);
  // Of a single word it is the same.
  const each =
    words.length === 1 ? [] : wanted.map((has, index) => fragment`${countOf(has)} as ${plain(`word${index}`)}`);
  const counts = [plain('count(*) as seen'), fragment`${countOf(allOf(wanted))} as met`, ...each];
  const rows = await engine.lists.query<Readonly<Record<string, number | null>>>(
    db,
    fragment`select ${joinFragments(counts, ', ')} from (${joinFragments(nears, ' union all ')}) as jobs`,
  );
  const counted = (name: string) => Number(rows[0]?.[name] ?? 0);
  const [seen, met] = [counted('seen'), counted('met')];
  return { met, shares: words.map((_, index) => (each.length === 0 ? met : counted(`word${index}`)) / seen) };
}

const countOf = (condition: Condition): Fragment => fragment`sum(case when ${condition} then 1 else 0 end)`;
