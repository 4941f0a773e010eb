import type { RowsRequest } from '@crossvault/contract';
import { sql } from 'kysely';
import type { Database, Engine } from './engine.ts';
import { type Condition, countWays, matchesOf, wordConditions } from './job-filters.ts';
import { type Place, stretchesBehind, type Walk, walkJobs } from './walk-jobs.ts';
import { toLexeme } from './words.ts';

/** So many of the next jobs are looked at first; more where they are not all of the jobs that are walked. */
const glance = { own: 400, mixed: 3000 } as const;

/** With so many of the answer among them the page is met along the way soon. */
const leastMet = 3;

/** A word that more than this share of the next jobs has is not looked up. */
const usualShare = 0.05;

/** Jobs that have a word that is looked up are sorted then; more than these are rather walked. */
const mostSorted = 4000;

/**
 * The places of jobs that have the words. Usual words are met along the way, rare ones are looked up in the index of words,
 * which knows no order. How usual they are a glance at the next jobs tells.
 */
export async function findByWords(
  db: Database,
  engine: Engine,
  walk: Walk,
  words: readonly string[],
  request: RowsRequest,
): Promise<readonly Place[]> {
  const { met, shares } = await glanceAtJobs(db, walk, words, request);
  const wanted = wordConditions(words);
  const along = { ...walk, others: [...walk.others, ...wanted] };
  const rare = words.filter((_, index) => (shares[index] ?? 0) <= usualShare);
  if (met >= leastMet || rare.length === 0) return walkJobs(db, engine, along, request);
  const seqs = await engine.findByLexemes(db, rare.map(toLexeme), mostSorted + 1);
  if (seqs.length === 0) return [];
  if (seqs.length > mostSorted) return walkJobs(db, engine, along, request);
  const found = engine.among(sql.ref('jobs.seq'), seqs, 'number');
  // Along with another index this one is not followed: what it finds is filtered by all the rest.
  return walkJobs(db, engine, { ...walk, ways: [], others: [found, ...walk.filters, ...wanted] }, request);
}

interface Glance {
  /** How many of the next jobs are of the answer. */
  readonly met: number;
  /** Of each word, which share of the next jobs has it. */
  readonly shares: readonly number[];
}

/** Looks at the next jobs along the way, or where several ways lead there, at the next jobs of all. */
async function glanceAtJobs(
  db: Database,
  { ways, others, filters, times }: Walk,
  words: readonly string[],
  { sort, after }: Pick<RowsRequest, 'sort' | 'after'>,
): Promise<Glance> {
  const descending = sort === '-startedAt';
  const isMixed = countWays(ways) > 1;
  const rest = isMixed ? filters : others;
  const wanted = wordConditions(words);
  const seen = { rows: 0, met: 0, words: words.map(() => 0) };
  for (const { conditions } of stretchesBehind(times, after, descending)) {
    const left = (isMixed ? glance.mixed : glance.own) - seen.rows;
    if (left <= 0) break;
    const near = sql`select ${rest.length === 0 ? sql`words` : sql`*`} from jobs
      where ${allOf([...(isMixed ? [] : matchesOf(ways)), ...conditions])}
      order by started_ms ${descending ? sql`desc` : sql``} limit ${left}`;
    const counts = wanted.map((has, index) => sql`${countOf(has)} as ${sql.ref(`word${index}`)}`);
    const { rows } = await sql<Readonly<Record<string, number | null>>>`select count(*) as seen,
      ${countOf(allOf([...rest, ...wanted]))} as met, ${sql.join(counts)} from (${near}) as jobs`.execute(db);
    const found = (name: string) => Number(rows[0]?.[name] ?? 0);
    seen.rows += found('seen');
    seen.met += found('met');
    seen.words = seen.words.map((count, index) => count + found(`word${index}`));
  }
  return { met: seen.met, shares: seen.words.map((count) => count / seen.rows) };
}

const countOf = (condition: Condition) => sql`sum(case when ${condition} then 1 else 0 end)`;
const allOf = (conditions: readonly Condition[]): Condition => sql<boolean>`${sql.join([...conditions], sql` and `)}`;
