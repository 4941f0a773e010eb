import type { StoreUpkeep, TextRecords, TextsPage } from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export type TextsRequest = Parameters<StoreUpkeep['storedTexts']>[0];

type Read = (db: Database, request: Omit<TextsRequest, 'records'>) => Promise<TextsPage>;

/** A row of any connection, as it is walked by. */
type Walked = TextsPage['texts'][number] & { readonly connection: string | null };

/** What kind of records these are decides how they are walked: by a number, by an id, by a name. */
const reads: Readonly<Record<TextRecords, Read>> = {
  operations: readNumbered('operations'),
  audit: readAudit,
  plan: readThings('plan'),
  item: readThings('item'),
  successes: readSuccesses,
  changes: readNumbered('changes'),
};

export const storedTexts = (db: Database, { records, ...request }: TextsRequest): Promise<TextsPage> =>
  reads[records](db, request);

/** Looks at the rows of all connections in their order: no index leads from one of its own to the next. */
function toPage(rows: readonly Walked[], connection: string, limit: number): TextsPage {
  const own = rows.filter((row) => row.connection === connection);
  return {
    texts: own.map(({ place, text }) => ({ place, text })),
    next: rows.length < limit ? null : (rows.at(-1)?.place ?? null),
  };
}

function readNumbered(table: 'operations' | 'changes'): Read {
  const text = table === 'operations' ? sql`document` : sql`id`;
  return async (db, { connection, after, limit }) => {
    const { rows } = await sql<{
      readonly position: number;
      readonly connection: string;
      readonly text: string | null;
    }>`
      select position, connection, case when connection = ${connection} then ${text} end as text from ${sql.table(table)}
      where position > ${Number(after ?? 0)} order by position limit ${limit}`.execute(db);
    return toPage(
      rows.map((row) => ({ place: String(row.position), connection: row.connection, text: row.text ?? '' })),
      connection,
      limit,
    );
  };
}

async function readAudit(db: Database, { connection, after, limit }: Parameters<Read>[1]): Promise<TextsPage> {
  const rows = await db
    .selectFrom('audit')
    .select(['position', 'connection', 'target', 'detail'])
    .where('position', '>', Number(after ?? 0))
    .orderBy('position')
    .limit(limit)
    .execute();
  const walked = rows.map(({ position, connection: of, target, detail }): Walked => {
    const text = of === connection ? JSON.stringify({ target, detail: JSON.parse(detail) }) : '';
    return { place: String(position), connection: of, text };
  });
  return toPage(walked, connection, limit);
}

function readThings(kind: 'plan' | 'item'): Read {
  return async (db, { connection, after, limit }) => {
    const { rows } = await sql<{ readonly id: string; readonly connection: string; readonly text: string | null }>`
      select id, connection, case when connection = ${connection} then document end as text from things
      where kind = ${kind} and id > ${after ?? ''} order by id limit ${limit}`.execute(db);
    return toPage(
      rows.map(({ id, text, ...row }) => ({ place: id, connection: row.connection, text: text ?? '' })),
      connection,
      limit,
    );
  };
}

async function readSuccesses(db: Database, { connection, after, limit }: Parameters<Read>[1]): Promise<TextsPage> {
  let query = db.selectFrom('successes').select('target').distinct().where('connection', '=', connection);
  if (after !== null) query = query.where('target', '>', after);
  const rows = await query.orderBy('target').limit(limit).execute();
  return toPage(
    rows.map(({ target }) => ({ place: target, connection, text: target })),
    connection,
    limit,
  );
}
