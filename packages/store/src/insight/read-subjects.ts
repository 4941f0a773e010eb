import type { StoredSubject, StoreInsight, SubjectFilter } from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { whereSubject } from './subject-filter.ts';

type SubjectsPage = NonNullable<Parameters<StoreInsight['subjects']>[1]>;

export async function readSubjects(
  db: Database,
  engine: Engine,
  filter: SubjectFilter,
  { ids, dueMs, after = null, limit }: SubjectsPage = {},
): Promise<readonly StoredSubject[]> {
  const conditions = [
    ...whereSubject(engine, filter),
    ...(ids === undefined ? [] : [engine.among(sql.ref('subjects.id'), ids, 'text')]),
    ...(dueMs === undefined ? [] : [sql<boolean>`subjects.next_ms <= ${dueMs}`]),
    ...(after === null
      ? []
      : [sql<boolean>`(sort_name > ${after.name} or (sort_name = ${after.name} and id > ${after.id}))`]),
  ];
  const { rows } = await sql<{ readonly document: string }>`select document from subjects
    where ${sql.join(conditions, sql` and `)} order by sort_name, id
    ${limit === undefined ? sql`` : sql`limit ${limit} + 0`}`.execute(db);
  return rows.map(({ document }): StoredSubject => JSON.parse(document));
}

export async function nextEvaluationMs(db: Database, connection: string): Promise<number | null> {
  const row = await db
    .selectFrom('subjects')
    .select('next_ms')
    .where('connection', '=', connection)
    .where('next_ms', 'is not', null)
    .orderBy('next_ms')
    .limit(1)
    .executeTakeFirst();
  return row?.next_ms ?? null;
}

export async function countSubjects(db: Database, engine: Engine, filter: SubjectFilter): Promise<number> {
  const { rows } = await sql<{ readonly number: number }>`select count(*) as number from subjects
    where ${sql.join(whereSubject(engine, filter), sql` and `)}`.execute(db);
  return Number(rows[0]?.number ?? 0);
}
