import type { RowsRequest } from '@crossvault/contract';
import { sql } from 'kysely';
import type { Database, Engine } from './engine.ts';
import { wordConditions } from './job-filters.ts';
import { glanceAtJobs, type Place, type Walk, walkJobs } from './walk-jobs.ts';
import { toLexeme } from './words.ts';

/** Words that many jobs have are found among so many of the next ones. */
const glance = 3000;

/** Words that at most so many jobs have are looked up; of others every so manieth job along the way fits. */
const rare = 4000;

/**
 * The places of jobs that have the words. Usual words are met along the way, rare ones are looked up in the index of words,
 * which knows no order; it is asked for no more than can be sorted in a moment.
 */
export async function findByWords(
  db: Database,
  engine: Engine,
  walk: Walk,
  words: readonly string[],
  request: RowsRequest,
): Promise<readonly Place[]> {
  const wanted = wordConditions(words);
  const met = walk.ways.length > 1 ? null : await glanceAtJobs(db, walk, request, { rows: glance, wanted });
  if (met !== null) return met;
  const seqs = await engine.findByLexemes(db, words.map(toLexeme), rare + 1);
  const filters = [...walk.filters, ...wanted];
  if (seqs.length > rare) return walkJobs(db, { ...walk, filters }, request);
  const found = engine.among(sql.ref('jobs.seq'), seqs, 'number');
  // Along with another index this one is not followed; what it finds is filtered by all the rest.
  return walkJobs(db, { ...walk, filters: [found, ...filters] }, request);
}
