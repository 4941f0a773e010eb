import { type RawBuilder, sql } from 'kysely';
import type { Engine } from '../database.ts';

/**
 * The positions of a ledger's rows and their numbers for the caller, as a table `numbered`. For some connections alone a number counts their own
 * rows: a position of the whole ledger would disclose the activity of the others.
 */
export function ledgerPositions(
  engine: Engine,
  ledger: 'audit' | 'operations',
  connections: readonly string[] | null,
): RawBuilder<unknown> {
  const table = sql.ref(ledger);
  if (connections === null) return sql`(select position, position as number from ${table}) as numbered`;
  const own = engine.among(sql.ref('connection'), connections, 'text');
  return sql`(select position, row_number() over (order by position) as number from ${table} where ${own}) as numbered`;
}

/** Whether a number lies before one, null: before the end. */
export const isBefore = (number: number | null): RawBuilder<boolean> =>
  number === null ? sql<boolean>`true` : sql<boolean>`numbered.number < ${number}`;
