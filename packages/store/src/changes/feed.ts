import { randomBytes } from 'node:crypto';
import { CrossvaultError, type JobStatus } from '@crossvault/core';
import {
  type ChangePage,
  type ChangesRequest,
  decodeFeedPosition,
  encodeFeedPosition,
  type FeedPosition,
  feedStart,
} from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';

export interface FeedEntry {
  readonly at: string;
  readonly id: string;
  readonly connection: string;
  readonly vendor: string;
  readonly from_status: JobStatus | null;
  readonly to_status: JobStatus | null;
}

/** Twelve digits: two feeds with different histories never have the same mark at one position. */
const markBytes = 6;

/** The last step of a transaction: from here until its end no other transaction appends. */
export async function appendToFeed(db: Database, engine: Engine, entries: readonly FeedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await engine.lockFeed(db);
  const mark = randomBytes(markBytes).toString('hex');
  const columns = ['at', 'id', 'connection', 'vendor', 'from_status', 'to_status', 'mark'];
  const rows = entries.map((entry) => ({ ...entry, mark }));
  await sql`insert into changes (${sql.join(columns.map((column) => sql.ref(column)))})
    select * from ${engine.given(columns, rows)}`.execute(db);
}

/** How far the feed was deleted, and up to where changes have no mark. */
async function readBounds(db: Database) {
  const row = await db.selectFrom('feed_bounds').selectAll().where('feed', '=', 'changes').executeTakeFirst();
  return {
    deleted: { position: row?.deleted_to ?? 0, mark: row?.deleted_mark ?? null },
    unmarkedTo: row?.unmarked_to ?? 0,
  };
}

async function readHead(db: Database): Promise<FeedPosition> {
  const row = await db
    .selectFrom('changes')
    .select(['position', 'mark'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? (await readBounds(db)).deleted;
}

/** The position after the newest change. */
export const readLastChange = async (db: Database): Promise<string> => encodeFeedPosition(await readHead(db));

/** Within a snapshot: changes that become visible meanwhile are on the next page. */
export async function readChanges(db: Database, engine: Engine, request: ChangesRequest): Promise<ChangePage> {
  const { limit, connections, statuses } = request;
  const head = await readHead(db);
  const after = decodeFeedPosition(request.after, 'after');
  await requirePosition(db, after, head);
  let query = db.selectFrom('changes').selectAll().where('position', '>', after.position);
  if (connections !== null) query = query.where(engine.among(sql.ref('connection'), connections, 'text'));
  if (statuses !== null) query = query.where(engine.among(sql.ref('to_status'), statuses, 'text'));
  const rows = await query
    .orderBy('position')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit;
  return {
    changes: page.map(({ from_status: from, to_status: to, position, mark, ...entry }) => ({
      position,
      cursor: encodeFeedPosition({ position, mark }),
      ...entry,
      from,
      to,
    })),
    next: encodeFeedPosition(more && last !== undefined ? last : head),
    more,
  };
}

/** Throws `cursor-expired` unless the position belongs to this feed, and all later changes are kept. */
async function requirePosition(db: Database, wanted: FeedPosition, head: FeedPosition): Promise<void> {
  if (encodeFeedPosition(wanted) === feedStart) return;
  const { deleted, unmarkedTo } = await readBounds(db);
  if (wanted.position < deleted.position) {
    throw expired('Changes behind it were deleted for their age.', head);
  }
  const row =
    wanted.position === deleted.position
      ? deleted
      : await db.selectFrom('changes').select('mark').where('position', '=', wanted.position).executeTakeFirst();
  const isOlder = wanted.mark === null && wanted.position <= unmarkedTo && wanted.position <= head.position;
  if (row === undefined ? isOlder : row.mark === wanted.mark) return;
  throw expired('The store was restored or replaced, or this is a position of another feed.', head);
}

const expired = (why: string, head: FeedPosition): CrossvaultError =>
  new CrossvaultError({
    code: 'cursor-expired',
    message: `The feed cannot continue from there. ${why} Read the jobs again, and continue from ${encodeFeedPosition(head)}.`,
    parameter: 'after',
  });
