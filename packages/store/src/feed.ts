import type { ChangePage, ChangesRequest, JobStatus } from '@crossvault/contract';
import { sql } from 'kysely';
import type { Database, Engine } from './engine.ts';

export interface FeedEntry {
  readonly at: string;
  readonly id: string;
  readonly connection: string;
  readonly vendor: string;
  readonly from_status: JobStatus | null;
  readonly to_status: JobStatus | null;
}

/** The last thing that a transaction does: from here until its end nobody else appends. */
export async function appendToFeed(db: Database, engine: Engine, entries: readonly FeedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await engine.lockFeed(db);
  const columns = ['at', 'id', 'connection', 'vendor', 'from_status', 'to_status'];
  const rows = entries.map((entry) => ({ ...entry }));
  await sql`insert into changes (${sql.join(columns.map((column) => sql.ref(column)))})
    select * from ${engine.given(columns, rows)}`.execute(db);
}

/** Newest position of the feed; 0 when it is empty. */
export async function readLastChange(db: Database): Promise<number> {
  const row = await db.selectFrom('changes').select('position').orderBy('position', 'desc').limit(1).executeTakeFirst();
  return row?.position ?? 0;
}

export async function readChanges(db: Database, engine: Engine, request: ChangesRequest): Promise<ChangePage> {
  const { after, limit, connections, statuses } = request;
  // Read before the page: what becomes visible in between lies behind it and is told by the next page.
  const last = await readLastChange(db);
  let query = db.selectFrom('changes').selectAll().where('position', '>', after).where('position', '<=', last);
  if (connections !== null) query = query.where(engine.among(sql.ref('connection'), connections, 'text'));
  if (statuses !== null) query = query.where(engine.among(sql.ref('to_status'), statuses, 'text'));
  const rows = await query
    .orderBy('position')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const more = rows.length > limit;
  return {
    changes: page.map(({ from_status: from, to_status: to, ...entry }) => ({ ...entry, from, to })),
    next: more ? (page.at(-1)?.position ?? after) : Math.max(after, last),
    more,
  };
}
