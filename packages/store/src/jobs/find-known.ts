import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';

/** The part of a stored job that shows whether a reading of it is known. */
export interface KnownRow {
  readonly seq: number;
  /** The id of the job itself, also where it was found by an alias. */
  readonly id: string;
  readonly list_hash: string | null;
  readonly list_ms: number | null;
  readonly full_hash: string | null;
  readonly full_ms: number | null;
  readonly list_no: number | null;
  readonly full_no: number | null;
  readonly gone_ms: number | null;
  readonly gone_no: number | null;
  readonly missed_no: number | null;
  readonly ended: 0 | 1;
  readonly mapper_version: number;
}

const columns = [
  'jobs.seq',
  'jobs.id',
  'list_hash',
  'list_ms',
  'full_hash',
  'full_ms',
  'list_no',
  'full_no',
  'gone_ms',
  'gone_no',
  'missed_no',
  'ended',
  'mapper_version',
] as const;

/** Stored jobs by the ids that were asked for, aliases among them. */
export async function findKnown(
  db: Database,
  engine: Engine,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownRow>> {
  const found = new Map<string, KnownRow>();
  if (ids.length === 0) return found;
  const own = db
    .selectFrom('jobs')
    .select(['jobs.id as asked', ...columns])
    .where(engine.among(sql.ref('jobs.id'), ids, 'text'));
  const aliased = db
    .selectFrom('aliases')
    .innerJoin('jobs', 'jobs.id', 'aliases.id')
    .select(['alias as asked', ...columns])
    .where(engine.among(sql.ref('alias'), ids, 'text'));
  // An id of its own goes before one that is an alias.
  for (const { asked, ...row } of await own.unionAll(aliased).execute()) {
    if (asked === row.id || !found.has(asked)) found.set(asked, row);
  }
  return found;
}
