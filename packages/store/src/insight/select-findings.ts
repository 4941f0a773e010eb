import type { FindingKind } from '@crossvault/core/insight';
import type { FindingsRequest, StoredFinding, StoredFindingChange } from '@crossvault/core/store';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { fold } from '../jobs/job-row.ts';
import type { InsightTables } from '../schema/insight-rows.ts';

type FindingRow = InsightTables['findings'];

const toStored = (row: FindingRow): StoredFinding => ({
  id: row.id,
  connection: row.connection,
  subject: row.subject,
  kind: row.kind,
  severity: row.severity === 0 ? 'critical' : 'warning',
  state: row.state,
  turnedMs: row.turned_ms,
  revision: row.revision,
  document: JSON.parse(row.document),
});

type Filter = Pick<FindingsRequest, 'connections' | 'kinds' | 'severities' | 'states' | 'subjects' | 'among'>;

function conditionsOf(engine: Engine, filter: Filter): readonly RawBuilder<boolean>[] {
  const { connections, kinds, severities, states, subjects, among: meant } = filter;
  const among = (column: string, values: readonly string[]) => engine.among(sql.ref(column), values, 'text');
  const ofSubjects = (condition: RawBuilder<boolean>) =>
    sql<boolean>`findings.subject in (select id from subjects where ${condition})`;
  return [
    sql<boolean>`true`,
    ...(connections === null ? [] : [among('findings.connection', connections)]),
    ...(kinds === undefined ? [] : [among('findings.kind', kinds)]),
    ...(states === undefined ? [] : [among('findings.state', states)]),
    ...(severities === undefined
      ? []
      : [
          engine.among(
            sql.ref('findings.severity'),
            severities.map((each) => (each === 'critical' ? 0 : 1)),
            'number',
          ),
        ]),
    ...(subjects === undefined
      ? []
      : [
          sql<boolean>`(${among('findings.subject', subjects)} or ${ofSubjects(among('subjects.name', subjects.map(fold)))})`,
        ]),
    ...(meant === undefined ? [] : [among('findings.subject', meant)]),
  ];
}

export async function listFindings(
  db: Database,
  engine: Engine,
  { sinceMs, after, limit, ...filter }: FindingsRequest,
): Promise<readonly StoredFinding[]> {
  const severity = after?.severity === 'critical' ? 0 : 1;
  const conditions = [
    ...conditionsOf(engine, filter),
    ...(sinceMs === null ? [] : [sql<boolean>`findings.turned_ms >= ${sinceMs}`]),
    ...(after === null
      ? []
      : [
          sql<boolean>`(findings.severity > ${severity} or (findings.severity = ${severity} and
            (findings.turned_ms < ${after.turnedMs} or (findings.turned_ms = ${after.turnedMs} and findings.id > ${after.id}))))`,
        ]),
  ];
  const { rows } = await sql<FindingRow>`select * from findings where ${sql.join(conditions, sql` and `)}
    order by severity, turned_ms desc, id limit ${limit} + 0`.execute(db);
  return rows.map(toStored);
}

export async function getFinding(db: Database, id: string): Promise<StoredFinding | null> {
  const row = await db.selectFrom('findings').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toStored(row);
}

export async function findingsOf(
  db: Database,
  engine: Engine,
  connection: string,
  subjects: readonly string[],
): Promise<readonly StoredFinding[]> {
  const rows = await db
    .selectFrom('findings')
    .selectAll()
    .where('connection', '=', connection)
    .where(engine.among(sql.ref('subject'), subjects, 'text'))
    .execute();
  return rows.map(toStored);
}

export async function countFindings(
  db: Database,
  engine: Engine,
  filter: Filter,
): Promise<ReadonlyMap<FindingKind, number>> {
  const { rows } = await sql<Pick<FindingRow, 'kind'> & { readonly number: number }>`select kind, count(*) as number
    from findings where ${sql.join(conditionsOf(engine, filter), sql` and `)} group by kind`.execute(db);
  return new Map(rows.map(({ kind, number }) => [kind, Number(number)]));
}

export async function findingChanges(db: Database, id: string): Promise<readonly StoredFindingChange[]> {
  const rows = await db
    .selectFrom('finding_changes')
    .selectAll()
    .where('finding', '=', id)
    .orderBy('revision')
    .execute();
  return rows.map(({ finding, revision, connection, at_ms, document }) => ({
    finding,
    revision,
    connection,
    atMs: at_ms,
    document: JSON.parse(document),
  }));
}
