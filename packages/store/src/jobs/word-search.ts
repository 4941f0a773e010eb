import type { RowsRequest } from '@crossvault/core';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { type Condition, column, countWays, matchesOf, wordConditions } from './job-filters.ts';
import { allOf, type RowPosition, sortJobs, stretchesBehind, type Walk, walkJobs } from './walk-jobs.ts';
import { toLexeme } from './words.ts';

/** The size of the sample of next jobs; larger where the walk excludes some jobs. */
const glance = { own: 200, mixed: 2500 } as const;

/** With this many matches in the sample the walk fills the page soon. */
const leastMet = 3;

/** A word that more than this share of the next jobs has is not looked up. */
const usualShare = 0.05;

/** Jobs that have a word that is looked up are sorted then; more than these are rather walked. */
const mostSorted = 4000;

/**
 * The positions of jobs that have the words. Frequent words are found by walking, rare ones in the index of words,
 * which has no order. A sample of the next jobs shows how frequent they are.
 */
export async function findByWords(
  db: Database,
  engine: Engine,
  walk: Walk,
  words: readonly string[],
  request: RowsRequest,
): Promise<readonly RowPosition[]> {
  const { met, shares } = await sampleJobs(db, walk, words, request);
  const wanted = wordConditions(words);
  const along = { ...walk, others: [...walk.others, ...wanted] };
  const rare = words.filter((_, index) => (shares[index] ?? 0) <= usualShare);
  if (met >= leastMet || rare.length === 0) return walkJobs(db, engine, along, request);
  const seqs = await engine.findByLexemes(db, rare.map(toLexeme), mostSorted + 1);
  if (seqs.length === 0) return [];
  if (seqs.length > mostSorted) return walkJobs(db, engine, along, request);
  return sortJobs(
    db,
    { ...walk, filters: [...walk.filters, ...wanted] },
    request,
    engine.among(column('seq'), seqs, 'number'),
  );
}

interface Glance {
  /** The number of matches among the next jobs. */
  readonly met: number;
  /** The share of the next jobs that has each word. */
  readonly shares: readonly number[];
}

/** Samples the next jobs of the access path, or of all jobs where there are several paths. */
async function sampleJobs(
  db: Database,
  { ways, others, filters, times }: Walk,
  words: readonly string[],
  { sort, after }: Pick<RowsRequest, 'sort' | 'after'>,
): Promise<Glance> {
  const descending = sort === '-startedAt';
  const isMixed = countWays(ways) > 1;
  const rest = isMixed ? filters : others;
  const wanted = wordConditions(words);
  const most = isMixed ? glance.mixed : glance.own;
  const nears = stretchesBehind(times, after, descending).map(({ conditions }, index) => {
    const near = sql`select ${rest.length === 0 ? sql`words` : sql`*`} from jobs
      where ${allOf([...(isMixed ? [] : matchesOf(ways)), ...conditions])}
      order by started_ms ${descending ? sql`desc` : sql``} limit ${most}`;
    return sql`select * from (${near}) as ${sql.ref(`stretch${index}`)}`;
  });
  if (nears.length === 0) return { met: 0, shares: words.map(() => 0) };
  // Of a single word it is the same.
  const each = words.length === 1 ? [] : wanted.map((has, index) => sql`${countOf(has)} as ${sql.ref(`word${index}`)}`);
  const counts = [sql`count(*) as seen`, sql`${countOf(allOf([...rest, ...wanted]))} as met`, ...each];
  const { rows } = await sql<Readonly<Record<string, number | null>>>`select ${sql.join(counts)}
    from (${sql.join(nears, sql` union all `)}) as jobs`.execute(db);
  const counted = (name: string) => Number(rows[0]?.[name] ?? 0);
  const [seen, met] = [counted('seen'), counted('met')];
  return { met, shares: words.map((_, index) => (each.length === 0 ? met : counted(`word${index}`)) / seen) };
}

const countOf = (condition: Condition) => sql`sum(case when ${condition} then 1 else 0 end)`;
