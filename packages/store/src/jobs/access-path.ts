import { type JobQuery, jobKinds, jobStatuses } from '@crossvault/core';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import type { JobTable } from '../schema/schema.ts';
import { allOf, type Condition, column, equals, folded, isAmong } from './conditions.ts';

/** How the jobs of a question are found. */
export interface AccessPath {
  /**
   * Each leads to one range of an index, in which the jobs are in the order of the list; no job meets two of them.
   * [] for the order of all jobs.
   */
  readonly branches: readonly Condition[];
  /** What has to hold besides, looked at in each row. */
  readonly others: readonly Condition[];
}

/** So many ranges of an index are merged at most; the planning of a statement takes time for each. */
const mostBranches = 24;
/** Of connections alone. */
const mostConnections = 64;

type Enumerated = 'connection' | 'status' | 'kind' | 'trigger';
type Given = Readonly<Partial<Record<Enumerated, readonly string[]>>>;

/** Values of columns that an index has before the start: a question without such a filter asks for each of them. */
const every = { status: jobStatuses, kind: jobKinds } as const;

/** Columns of an index before the start, and which of the filters call for it; the first that applies is used. */
const indexes: readonly {
  readonly columns: readonly Enumerated[];
  readonly needs: readonly Enumerated[];
  readonly most?: number;
}[] = [
  { columns: ['connection', 'status', 'kind'], needs: ['connection', 'status'] },
  { columns: ['connection', 'status', 'kind'], needs: ['connection', 'kind'] },
  { columns: ['trigger', 'status'], needs: ['trigger', 'status'] },
  { columns: ['status', 'kind'], needs: ['status'] },
  { columns: ['status', 'kind'], needs: ['kind'] },
  { columns: ['connection'], needs: ['connection'], most: mostConnections },
  { columns: ['trigger', 'status'], needs: ['trigger'] },
];

/** The access path of a question; null when no job can match. */
export async function findAccessPath(db: Database, engine: Engine, query: JobQuery): Promise<AccessPath | null> {
  const source = await readSources(db, engine, query);
  if (source === null) return null;
  const { status, kind, trigger, target, plan, nativeId, problem } = query;
  const given: Given = {
    ...(source.connections === null ? {} : { connection: source.connections }),
    ...(status === undefined ? {} : { status }),
    ...(kind === undefined ? {} : { kind }),
    ...(trigger === undefined ? {} : { trigger }),
  };
  const named = [
    ...(nativeId === undefined ? [] : [byValue(engine, 'native_id', folded(nativeId))]),
    ...(target === undefined ? [] : [byName(engine, 'target_id', 'target_name', folded(target))]),
    ...(plan === undefined ? [] : [byName(engine, 'plan_id', 'plan_name', folded(plan))]),
  ];
  const followed = named.find(({ branches }) => branches.length <= mostBranches);
  const isExact = given.status !== undefined && (given.connection !== undefined || given.kind !== undefined);
  const isProblem = problem === true && followed === undefined && !isExact;
  const found = followed === undefined && !isProblem ? findIndex(engine, given) : null;
  return {
    branches: followed?.branches ?? (isProblem ? [hasProblem] : (found?.branches ?? [])),
    others: [
      ...named.filter((each) => each !== followed).map(({ condition }) => condition),
      ...conditionsOf(engine, given, found?.columns ?? []),
      ...(problem === undefined || isProblem
        ? []
        : [sql<boolean>`${engine.unfollowed(column('problem'))} = ${sql.lit(problem ? 1 : 0)}`]),
      ...(source.vendors === null ? [] : [isAmong(engine, 'vendor', source.vendors)]),
    ],
  };
}

/** As the index of jobs with a problem is declared. */
const hasProblem = sql<boolean>`${column('problem')} = 1`;

const conditionsOf = (engine: Engine, given: Given, without: readonly Enumerated[]): readonly Condition[] =>
  (['connection', 'status', 'kind', 'trigger'] as const).flatMap((name) => {
    const values = given[name];
    return values === undefined || without.includes(name) ? [] : [isAmong(engine, name, values)];
  });

interface Followed {
  readonly columns: readonly Enumerated[];
  readonly branches: readonly Condition[];
}

function findIndex(engine: Engine, given: Given): Followed | null {
  for (const { columns, needs, most = mostBranches } of indexes) {
    if (!needs.every((name) => given[name] !== undefined)) continue;
    const combinations = combine(columns.map((name) => [name, [...new Set(given[name] ?? valuesOf(name))]] as const));
    if (combinations.length <= most) return { columns, branches: combinations.map(allOf) };
  }
  return null;
}

const valuesOf = (name: Enumerated): readonly string[] => (name === 'status' || name === 'kind' ? every[name] : []);

/** Every combination of one value of each column. */
function combine(columns: readonly (readonly [Enumerated, readonly string[]])[]): readonly (readonly Condition[])[] {
  let combinations: readonly (readonly Condition[])[] = [[]];
  for (const [name, values] of columns) {
    combinations = combinations.flatMap((combination) => values.map((value) => [...combination, equals(name, value)]));
  }
  return combinations;
}

interface Named {
  readonly branches: readonly Condition[];
  readonly condition: Condition;
}

const byValue = (engine: Engine, name: keyof JobTable, values: readonly string[]): Named => ({
  branches: values.map((value) => equals(name, value)),
  condition: isAmong(engine, name, values),
});

/** By id or by name: what has one of the ids is not found by its name again. */
function byName(engine: Engine, id: keyof JobTable, name: keyof JobTable, values: readonly string[]): Named {
  const isById = isAmong(engine, id, values);
  const other = engine.unfollowed(column(id));
  return {
    branches: [
      ...values.map((value) => equals(id, value)),
      ...values.map((value) => sql<boolean>`${equals(name, value)} and (${other} is null or not ${isById})`),
    ],
    condition: sql<boolean>`(${isById} or ${isAmong(engine, name, values)})`,
  };
}

interface Sources {
  /** The connections whose jobs are meant; null for all of them. */
  readonly connections: readonly string[] | null;
  /** The vendors that have to be compared as well: of a connection that once belonged to another vendor. */
  readonly vendors: readonly string[] | null;
}

/** The connections of the vendors and connections that are asked for; null when no stored job has them. */
async function readSources(db: Database, engine: Engine, { connection, vendor }: JobQuery): Promise<Sources | null> {
  if (vendor === undefined) {
    if (connection === undefined) return { connections: null, vendors: null };
    if (connection.length === 1) return { connections: connection, vendors: null };
  }
  const among = (name: 'connection' | 'vendor', values: readonly string[] | undefined): readonly Condition[] =>
    values === undefined ? [] : [engine.among(sql.ref(`sources.${name}`), values, 'text')];
  const isMeant = allOf([...among('connection', connection), ...among('vendor', vendor)]);
  const { rows } = await sql<{ connection: string; meant: 0 | 1 }>`select connection,
    case when ${isMeant} then 1 else 0 end as meant from sources`.execute(db);
  const connections = [...new Set(rows.filter(({ meant }) => meant === 1).map((row) => row.connection))];
  if (connections.length === 0) return null;
  const others = rows.filter(({ meant }) => meant === 0);
  return {
    connections: others.length === 0 ? null : connections,
    vendors: others.some((row) => connections.includes(row.connection)) ? (vendor ?? null) : null,
  };
}
