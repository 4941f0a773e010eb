import type { WorkItem } from '@crossvault/contract';
import { sql } from 'kysely';
import type { Database, Engine } from '../engine.ts';

/** Work that somebody has taken. */
export interface TakenWork {
  readonly position: number;
  readonly key: string;
  readonly payload: unknown;
  readonly attempt: number;
}

/** What a worker got, or when it should look again. */
export interface Taking {
  readonly work: TakenWork | null;
  /** When the next item is due, or a lease lapses; null when nothing waits. */
  readonly nextMs: number | null;
}

export async function createWorkTable({ schema }: Database): Promise<void> {
  await schema
    .createTable('work')
    .addColumn('position', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('due_ms', 'integer', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('held_until_ms', 'integer')
    .execute();
  await schema.createIndex('work_due').on('work').columns(['kind', 'due_ms']).execute();
  const waiting = schema.createIndex('work_waiting').on('work').columns(['kind', 'key']).unique();
  await waiting.where(sql<boolean>`owner is null`).execute();
  const held = schema.createIndex('work_held').on('work').columns(['kind', 'key']).unique();
  await held.where(sql<boolean>`owner is not null`).execute();
}

/** The queue of SQLite: what a worker does to its table. */
export function createWork({ db, engine }: { readonly db: Database; readonly engine: Engine }) {
  const own = (position: number, owner: string) =>
    db.updateTable('work').where('position', '=', position).where('owner', '=', owner);

  /** Lets go of an item; where another one of its kind and key waits already, that one is enough. */
  async function putBack(transaction: Database, position: number, dueMs: number, attempt: number): Promise<void> {
    const { rows } = await sql`update or ignore work set owner = null, held_until_ms = null, due_ms = ${dueMs},
      attempt = ${attempt} where position = ${position} returning position`.execute(transaction);
    if (rows.length === 0) await transaction.deleteFrom('work').where('position', '=', position).execute();
  }

  return {
    async enqueueWork(kind: string, { key, payload, waitMs }: WorkItem): Promise<boolean> {
      const due = (await engine.nowMs(db)) + waitMs;
      const added = await db
        .insertInto('work')
        .orIgnore()
        .values({ kind, key, payload: JSON.stringify(payload ?? null), due_ms: due, attempt: 0 })
        .returning('position')
        .execute();
      return added.length > 0;
    },

    takeWork: (kind: string, owner: string, leaseMs: number): Promise<Taking> =>
      db.transaction().execute(async (transaction) => {
        const now = await engine.nowMs(transaction);
        const lapsed = await transaction
          .selectFrom('work')
          .select(['position', 'attempt'])
          .where('kind', '=', kind)
          .where('held_until_ms', '<=', now)
          .execute();
        // Whoever had it is dead: that was no failure of the work.
        for (const { position, attempt } of lapsed) await putBack(transaction, position, now, attempt - 1);
        const { rows: due } = await sql<TakenWork & { readonly payload: string }>`
          update work set owner = ${owner}, held_until_ms = ${now + leaseMs}, attempt = attempt + 1
          where position = (select position from work as w where kind = ${kind} and owner is null and due_ms <= ${now}
            and not exists (select 1 from work as h where h.kind = w.kind and h.key = w.key and h.owner is not null)
            order by due_ms, position limit 1)
          returning position, key, payload, attempt`.execute(transaction);
        const [taken] = due;
        if (taken !== undefined) return { work: { ...taken, payload: JSON.parse(taken.payload) }, nextMs: null };
        const next = await transaction
          .selectFrom('work')
          .select(sql<number | null>`min(coalesce(held_until_ms, due_ms))`.as('at'))
          .where('kind', '=', kind)
          .where(sql<boolean>`coalesce(held_until_ms, due_ms) > ${now}`)
          .executeTakeFirst();
        return { work: null, nextMs: next?.at ?? null };
      }),

    /** False when it was given to somebody else. */
    async holdWork(position: number, owner: string, leaseMs: number): Promise<boolean> {
      const until = (await engine.nowMs(db)) + leaseMs;
      const held = await own(position, owner).set({ held_until_ms: until }).returning('position').execute();
      return held.length > 0;
    },

    async finishWork(position: number, owner: string): Promise<void> {
      await db.deleteFrom('work').where('position', '=', position).where('owner', '=', owner).execute();
    },

    /** Puts it back with a wait, or drops it after so many attempts. `waitMs` null: it was stopped, which is no attempt. */
    returnWork: (position: number, owner: string, attempts: number, waitMs: number | null): Promise<void> =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom('work')
          .select('attempt')
          .where('position', '=', position)
          .where('owner', '=', owner)
          .executeTakeFirst();
        if (row === undefined) return;
        const now = await engine.nowMs(transaction);
        if (waitMs === null) await putBack(transaction, position, now, row.attempt - 1);
        else if (row.attempt < attempts) await putBack(transaction, position, now + waitMs, row.attempt);
        else await transaction.deleteFrom('work').where('position', '=', position).execute();
      }),
  };
}

export async function readWorkSize(
  db: Database,
  kind: string,
): Promise<{ readonly waiting: number; readonly inHand: number }> {
  const row = await db
    .selectFrom('work')
    .select(sql<number>`count(*)`.as('items'))
    .select(sql<number>`count(owner)`.as('held'))
    .where('kind', '=', kind)
    .executeTakeFirst();
  const held = row?.held ?? 0;
  return { waiting: (row?.items ?? 0) - held, inHand: held };
}
