import { type RawBuilder, sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import type { Tables } from '../schema/schema.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** What happens to a row whose key is there. `unless`: it stays as it is where this holds. */
interface Conflict {
  readonly key: readonly string[];
  /** Columns that are written anew; []: the row stays. */
  readonly update: readonly string[];
  readonly where?: RawBuilder<boolean>;
}

/** Inserts rows by one statement, or writes them anew. */
export async function insertRows(
  db: Database,
  engine: Engine,
  table: keyof Tables,
  rows: readonly Row[],
  { key, update, where }: Conflict,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const names = (wanted: readonly string[]) => sql.join(wanted.map((column) => sql.ref(column)));
  const sets = update.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`);
  const change =
    sets.length === 0
      ? sql`nothing`
      : sql`update set ${sql.join(sets)}${where === undefined ? sql`` : sql` where ${where}`}`;
  await sql`insert into ${sql.table(table)} (${names(columns)}) select * from ${engine.given(columns, rows)}
    where true on conflict (${names(key)}) do ${change}`.execute(db);
}
