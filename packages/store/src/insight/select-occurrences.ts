import type {
  OccurrenceKey,
  OccurrencesRequest,
  OccurrenceTally,
  StoredOccurrence,
  SubjectFilter,
  SubjectOccurrence,
} from '@crossvault/core/store';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { type OccurrenceRow, occurrenceMarks, toStoredOccurrence } from './occurrence-row.ts';
import { isBySubject, whereSubject } from './subject-filter.ts';

type NamedRow = OccurrenceRow & { readonly subject: string };

const columns = sql.raw(
  `occurrences.subject_no, occurrences.connection, occurrences.due_ms, occurrences.track, occurrences.version,
   occurrences.offset_ms, occurrences.start_by_ms, occurrences.end_by_ms, occurrences.state, occurrences.reason,
   occurrences.marks, occurrences.attempts, subjects.id as subject`,
);
const joined = sql.raw('occurrences join subjects on subjects.subject_no = occurrences.subject_no');
const isRecovered = sql.raw(`(occurrences.marks / ${occurrenceMarks.recovered}) % 2`);

const toStored = ({ subject, ...row }: NamedRow): StoredOccurrence => toStoredOccurrence(row, subject);

export async function occurrencesOf(
  db: Database,
  engine: Engine,
  subjects: readonly string[],
  fromMs: number,
  most: number,
): Promise<ReadonlyMap<string, readonly StoredOccurrence[]>> {
  const { rows } = await sql<NamedRow>`select ${columns} from ${joined}
    where ${engine.among(sql.ref('subjects.id'), subjects, 'text')} and occurrences.due_ms >= ${fromMs}
    order by occurrences.subject_no, occurrences.due_ms`.execute(db);
  const bySubject = Map.groupBy(rows, ({ subject }) => subject);
  return new Map([...bySubject].map(([subject, found]) => [subject, found.slice(-most).map(toStored)]));
}

export async function subjectDays(
  db: Database,
  engine: Engine,
  subjects: readonly string[],
  fromMs: number,
  untilMs: number,
): Promise<ReadonlyMap<string, readonly SubjectOccurrence[]>> {
  const numbers = await db
    .selectFrom('subjects')
    .select(['id', 'subject_no'])
    .where(engine.among(sql.ref('id'), subjects, 'text'))
    .execute();
  const ids = new Map(numbers.map((row) => [row.subject_no, row.id]));
  const { rows } = await sql<Pick<OccurrenceRow, 'subject_no' | 'due_ms' | 'state'> & { readonly recovered: number }>`
    select subject_no, due_ms, state, ${isRecovered} as recovered from occurrences
    where ${engine.among(sql.ref('subject_no'), [...ids.keys()], 'number')}
    and due_ms >= ${fromMs} and due_ms < ${untilMs} order by subject_no, due_ms`.execute(db);
  const found = new Map<string, SubjectOccurrence[]>();
  for (const row of rows) {
    const id = ids.get(row.subject_no) ?? '';
    const known = found.get(id) ?? [];
    if (known.length === 0) found.set(id, known);
    known.push({ dueMs: row.due_ms, state: row.state, isRecovered: row.recovered === 1 });
  }
  return found;
}

/** What is stored as upcoming is due from its due time on. */
function whereState(engine: Engine, states: readonly string[], nowMs: number): RawBuilder<boolean> {
  const state = sql.ref('occurrences.state');
  const others = states.filter((each) => each !== 'upcoming' && each !== 'due');
  const isPending = sql`${state} in ('upcoming', 'due')`;
  const conditions = [
    engine.among(state, others, 'text'),
    ...(states.includes('upcoming') ? [sql<boolean>`(${isPending} and occurrences.due_ms > ${nowMs})`] : []),
    ...(states.includes('due') ? [sql<boolean>`(${isPending} and occurrences.due_ms <= ${nowMs})`] : []),
  ];
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

export async function listOccurrences(
  db: Database,
  engine: Engine,
  request: OccurrencesRequest,
): Promise<readonly StoredOccurrence[]> {
  const { filter, fromMs, untilMs, states, tracks, nowMs, order, after, limit } = request;
  const direction = order === 'newest-first' ? sql.raw('desc') : sql.raw('asc');
  const beyond = order === 'newest-first' ? sql.raw('<') : sql.raw('>');
  const position = sql`(occurrences.due_ms, subjects.id, occurrences.track, occurrences.version)`;
  const conditions = [
    ...whereSubject(engine, filter),
    ...(filter.connections === null
      ? []
      : [engine.among(sql.ref('occurrences.connection'), filter.connections, 'text')]),
    sql<boolean>`occurrences.due_ms >= ${fromMs} and occurrences.due_ms < ${untilMs}`,
    ...(states === undefined ? [] : [whereState(engine, states, nowMs)]),
    ...(tracks === undefined ? [] : [engine.among(sql.ref('occurrences.track'), tracks, 'text')]),
    ...(after === null
      ? []
      : [sql<boolean>`${position} ${beyond} (${after.dueMs}, ${after.subject}, ${after.track}, ${after.version})`]),
  ];
  const { rows } = await sql<NamedRow>`select ${columns} from ${joined}
    where ${sql.join(conditions, sql` and `)}
    order by occurrences.due_ms ${direction}, subjects.id ${direction}, occurrences.track ${direction},
    occurrences.version ${direction} limit ${limit} + 0`.execute(db);
  return rows.map(toStored);
}

export async function getOccurrence(db: Database, key: OccurrenceKey): Promise<StoredOccurrence | null> {
  const { rows } = await sql<NamedRow>`select ${columns} from ${joined} where subjects.id = ${key.subject}
    and occurrences.due_ms = ${key.dueMs} and occurrences.track = ${key.track}
    and occurrences.version = ${key.version}`.execute(db);
  const [row] = rows;
  return row === undefined ? null : toStored(row);
}

export async function countOccurrences(
  db: Database,
  engine: Engine,
  filter: SubjectFilter,
  fromMs: number,
  untilMs: number,
): Promise<readonly OccurrenceTally[]> {
  const { connections } = filter;
  const from = isBySubject(filter) ? joined : sql.raw('occurrences');
  const conditions = [
    ...(isBySubject(filter) ? whereSubject(engine, filter) : []),
    ...(connections === null ? [] : [engine.among(sql.ref('occurrences.connection'), connections, 'text')]),
    sql<boolean>`occurrences.due_ms >= ${fromMs} and occurrences.due_ms < ${untilMs}`,
  ];
  const { rows } = await sql<Pick<OccurrenceRow, 'state'> & { readonly recovered: number; readonly number: number }>`
    select occurrences.state, ${isRecovered} as recovered, count(*) as number from ${from}
    where ${sql.join(conditions, sql` and `)} group by 1, 2`.execute(db);
  return rows.map(({ state, recovered, number }) => ({ state, isRecovered: recovered === 1, count: Number(number) }));
}
