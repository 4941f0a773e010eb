import { type RawBuilder, sql } from 'kysely';
import type { Engine } from '../database.ts';

/**
 * The positions of a ledger's rows and their places, as a table `places`. For some connections alone a place counts their own
 * rows: a position of the whole ledger would disclose the activity of the others.
 */
export function ledgerPlaces(
  engine: Engine,
  ledger: 'audit' | 'operations',
  connections: readonly string[] | null,
): RawBuilder<unknown> {
  const table = sql.ref(ledger);
  if (connections === null) return sql`(select position, position as place from ${table}) as places`;
  const own = engine.among(sql.ref('connection'), connections, 'text');
  return sql`(select position, row_number() over (order by position) as place from ${table} where ${own}) as places`;
}

/** Whether a place lies before one, null: before the end. */
export const isBefore = (place: number | null): RawBuilder<boolean> =>
  place === null ? sql<boolean>`true` : sql<boolean>`places.place < ${place}`;
