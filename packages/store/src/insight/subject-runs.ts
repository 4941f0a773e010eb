import type { ChangedLinks, SubjectRun, SubjectRunsRequest } from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { findLinks } from '../inventory/linked-runs.ts';
import type { JobTable } from '../schema/schema.ts';

/** What protects something. What restores or looks after itself is no run of a subject. */
const kinds = ['backup', 'snapshot', 'copy', 'archive'] as const;

type RunRow = Pick<JobTable, 'id' | 'kind' | 'status' | 'trigger' | 'ended_ms' | 'plan_id'> & {
  readonly started_ms: number;
  readonly made_nothing: 0 | 1;
};

const column = (name: keyof JobTable) => sql.ref(`jobs.${name}`);

/** Only those with a problem are looked into. */
const madeNothing = sql`case when jobs.problem = 1 and jobs.status in ('succeeded', 'warning') and exists (
  select 1 from documents where documents.seq = jobs.seq
  and documents.document like '%"anomalies":[%"nothing-protected"%') then 1 else 0 end`;

export async function subjectRuns(
  db: Database,
  engine: Engine,
  { kind, ids, fromMs, most }: SubjectRunsRequest,
): Promise<ReadonlyMap<string, readonly SubjectRun[]>> {
  const rows = await db
    .selectFrom('things')
    .select(['id', 'connection', 'name', 'tie_list', 'document'])
    .where('kind', '=', kind)
    .where(engine.among(sql.ref('id'), ids, 'text'))
    .execute();
  const found = new Map<string, readonly SubjectRun[]>();
  for (const row of rows) {
    const links = await findLinks(db, kind, row);
    const selects = links.map((link) => {
      const conditions = [
        link,
        sql<boolean>`started_ms >= ${fromMs}`,
        sql<boolean>`${engine.unfollowed(column('connection'))} = ${row.connection}`,
        engine.among(engine.unfollowed(column('kind')), kinds, 'text'),
        ...(row.tie_list === '' ? [] : [sql<boolean>`${column('list')} = ${row.tie_list}`]),
      ];
      return sql`select * from (select id, kind, status, trigger, started_ms, ended_ms, plan_id,
        ${madeNothing} as made_nothing from jobs where ${sql.join(conditions, sql` and `)}
        order by started_ms desc limit ${most} + 0) as runs`;
    });
    if (selects.length === 0) continue;
    const runs = await sql<RunRow>`${sql.join(selects, sql` union all `)}`.execute(db);
    found.set(
      row.id,
      runs.rows
        .toSorted((one, other) => one.started_ms - other.started_ms || (one.id < other.id ? -1 : 1))
        .slice(-most)
        .map(toRun),
    );
  }
  return found;
}

const toRun = (row: RunRow): SubjectRun => ({
  id: row.id,
  kind: row.kind,
  status: row.status,
  trigger: row.trigger,
  startedMs: row.started_ms,
  endedMs: row.ended_ms,
  planId: row.plan_id,
  madeNothing: row.made_nothing === 1,
});

/** Within a snapshot: the feed ends where the links were read. */
export async function changedLinks(
  db: Database,
  connection: string,
  position: number | null,
  limit: number,
): Promise<ChangedLinks> {
  const bounds = await db
    .selectFrom('feed_bounds')
    .select('deleted_to')
    .where('feed', '=', 'changes')
    .executeTakeFirst();
  const newest = await db
    .selectFrom('changes')
    .select('position')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  const first = bounds?.deleted_to ?? 0;
  const end = Math.max(newest?.position ?? 0, first);
  // A store that was replaced by an older one has not come so far yet.
  if (position === null || position < first || position > end) {
    return { links: [], next: end, more: false, isWhole: position === null };
  }
  const rows = await db
    .selectFrom('changes')
    .leftJoin('jobs', 'jobs.id', 'changes.id')
    .select(['changes.position', 'jobs.plan_id', 'jobs.plan_name', 'jobs.target_id', 'jobs.target_name'])
    .where('changes.connection', '=', connection)
    .where('changes.position', '>', position)
    .orderBy('changes.position')
    .limit(limit)
    .execute();
  const more = rows.length === limit;
  return {
    links: rows.map((row) => ({
      planId: row.plan_id,
      planName: row.plan_name,
      targetId: row.target_id,
      targetName: row.target_name,
    })),
    next: (more ? rows.at(-1)?.position : end) ?? end,
    more,
    isWhole: true,
  };
}
