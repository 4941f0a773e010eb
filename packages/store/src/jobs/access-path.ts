import type { JobQuery } from '@crossvault/core';
import type { JobCriteria } from '@crossvault/core/store';
import type { Database, Engine } from '../database.ts';
import type { JobTable } from '../schema/schema.ts';
import { allOf, type Condition, column, equals, folded, isAmong } from './conditions.ts';
import { fragment, joinFragments, plain } from './fragment.ts';

/** How the jobs of a question are found. */
export interface AccessPath {
  /**
   * Each leads to one range of an index, in which the jobs are in the order of the list; no job meets two of them.
   * [] for the order of all jobs.
   */
  readonly branches: readonly Condition[];
  /** What has to hold besides, compared in each entry of the index or in each row. */
  readonly others: readonly Condition[];
  /** All filters, compared in each row: for jobs that are found in another way. */
  readonly all: readonly Condition[];
}

/** So many ranges of indexes are merged at most. */
const mostBranches = 64;

const enumerated = ['connection', 'status', 'kind', 'trigger'] as const;
type Enumerated = (typeof enumerated)[number];
type Given = Readonly<Partial<Record<Enumerated, readonly string[]>>>;

/**
 * Columns of an index before the start, by which the list is ordered: the first that the question has filters on is followed.
 * The columns behind the start (schema/list-indexes.ts) let the other filters be compared without reading the row.
 */
const indexes: readonly (readonly Enumerated[])[] = [
  ['connection', 'status'],
  ['connection', 'kind'],
  ['kind', 'status'],
  ['connection'],
  ['status'],
  ['kind'],
  ['trigger'],
];

/**
 * The access path of a question; null when no job can match.
 *
 * @param readSources reads the connections that have stored jobs, where the query needs them
 */
export async function findAccessPath(
  db: Database,
  engine: Engine,
  { query, tenantConnections = [] }: Pick<JobCriteria, 'query' | 'tenantConnections'>,
  readSources: ReadSources = () => selectSources(db, engine),
): Promise<AccessPath | null> {
  const source = await findSources(query, readSources);
  if (source === null) return null;
  const { connections, vendors } = source;
  const given = givenOf(query, connections);
  const { tenant } = query;
  const named = [
    ...namedOf(engine, query),
    ...(tenant === undefined ? [] : [byTenant(engine, folded(tenant), tenantConnections)]),
  ];
  const vendor = vendors === null ? [] : [isAmong(engine, 'vendor', vendors)];
  const problem = query.problem === undefined ? [] : [isProblemOf(engine, query.problem)];
  const all = [...named.map(({ condition }) => condition), ...conditionsOf(engine, given), ...problem, ...vendor];
  const followed = await findFewest(db, engine, named, given);
  if (followed !== null) {
    const rest = named.filter((each) => each !== followed).map(({ condition }) => condition);
    const without = followed.column === 'trigger' ? (['trigger'] as const) : [];
    const others = [...rest, ...vendor, ...conditionsOf(engine, given, without), ...problem];
    return { branches: followed.branches, others, all };
  }
  const rest = [...named.map(({ condition }) => condition), ...vendor];
  // The index of jobs with a problem has the columns of all other filters; an index of two filters leads to fewer jobs.
  if (query.problem === true && !(given.status !== undefined && isPaired(given))) {
    return { branches: [hasProblem], others: [...rest, ...conditionsOf(engine, given)], all };
  }
  const { branches, columns } = findIndex(given);
  return { branches, others: [...rest, ...conditionsOf(engine, given, columns), ...problem], all };
}

function givenOf({ status, kind, trigger }: JobQuery, connections: readonly string[] | null): Given {
  return {
    ...(connections === null ? {} : { connection: connections }),
    ...(status === undefined ? {} : { status }),
    ...(kind === undefined ? {} : { kind }),
    ...(trigger === undefined ? {} : { trigger }),
  };
}

const namedOf = (engine: Engine, { nativeId, target, plan }: JobQuery): readonly Named[] => [
  ...(nativeId === undefined ? [] : [byValue(engine, 'native_id', folded(nativeId))]),
  ...(target === undefined ? [] : [byName(engine, 'target_id', 'target_name', folded(target))]),
  ...(plan === undefined ? [] : [byName(engine, 'plan_id', 'plan_name', folded(plan))]),
];

const isPaired = ({ connection, kind }: Given): boolean => connection !== undefined || kind !== undefined;

const isProblemOf = (engine: Engine, problem: boolean): Condition =>
  fragment`${engine.lists.unfollowed(column('problem'))} = ${plain(problem ? '1' : '0')}`;

/** As the index of jobs with a problem is declared. */
const hasProblem = fragment`${column('problem')} = 1`;

const conditionsOf = (engine: Engine, given: Given, without: readonly Enumerated[] = []): readonly Condition[] =>
  enumerated.flatMap((name) => {
    const values = given[name];
    return values === undefined || without.includes(name) ? [] : [isAmong(engine, name, values)];
  });

interface FoundIndex {
  readonly columns: readonly Enumerated[];
  readonly branches: readonly Condition[];
}

function findIndex(given: Given): FoundIndex {
  for (const columns of indexes) {
    const values = columns.map((name) => [name, new Set(given[name])] as const);
    const branches = values.reduce((product, [, { size }]) => product * size, 1);
    if (branches > 0 && branches <= mostBranches) return { columns, branches: combine(values).map(allOf) };
  }
  return { columns: [], branches: [] };
}

/** Every combination of one value of each column. */
function combine(columns: readonly (readonly [Enumerated, ReadonlySet<string>])[]): readonly (readonly Condition[])[] {
  let combinations: readonly (readonly Condition[])[] = [[]];
  for (const [name, values] of columns) {
    combinations = combinations.flatMap((combination) =>
      [...values].map((value) => [...combination, equals(name, value)]),
    );
  }
  return combinations;
}

/** Of an index so many entries are counted, to find which of several leads to fewer jobs. */
const mostCounted = 3_000;

/**
 * The names and ids of a question, or its trigger beside them, that lead to the fewest jobs. No index has two of these, and
 * any of them may be that of a tenth of all jobs. Null when the question has no name or id.
 */
async function findFewest(
  db: Database,
  engine: Engine,
  named: readonly Named[],
  { trigger }: Given,
): Promise<Named | null> {
  const others = named.length === 0 || trigger === undefined ? [] : [byValue(engine, 'trigger', trigger)];
  const candidates = [...named, ...others].filter(({ branches }) => branches.length <= mostBranches);
  const [first = null] = candidates;
  if (candidates.length < 2) return first;
  const counts = candidates.map(({ entries: ranges }, index) => {
    const entries = joinFragments(
      ranges.map((range) => fragment`select 1 as entry from jobs where ${range}`),
      ' union all ',
    );
    return fragment`(select count(*) from (select entry from (${entries}) as entries limit ${mostCounted}) as counted)
      as ${plain(`n${index}`)}`;
  });
  const rows = await engine.lists.query<Readonly<Record<string, number>>>(
    db,
    fragment`select ${joinFragments(counts, ', ')}`,
  );
  const found = candidates.map((_, index) => Number(rows[0]?.[`n${index}`]));
  return candidates[found.indexOf(Math.min(...found))] ?? first;
}

interface Named {
  readonly column: keyof JobTable;
  /** Ranges of indexes that hold the jobs, each without a look at the row; a job may be in two of them. */
  readonly entries: readonly Condition[];
  readonly branches: readonly Condition[];
  readonly condition: Condition;
}

function byValue(engine: Engine, name: keyof JobTable, values: readonly string[]): Named {
  const entries = values.map((value) => equals(name, value));
  return { column: name, entries, branches: entries, condition: isAmong(engine, name, values) };
}

/** By id or by name: what has one of the ids is not found by its name again. */
function byName(engine: Engine, id: keyof JobTable, name: keyof JobTable, values: readonly string[]): Named {
  const isById = isAmong(engine, id, values);
  const other = engine.lists.unfollowed(column(id));
  return {
    column: id,
    entries: [id, name].flatMap((each) => values.map((value) => equals(each, value))),
    branches: [
      ...values.map((value) => equals(id, value)),
      ...values.map((value) => fragment`${equals(name, value)} and (${other} is null or not ${isById})`),
    ],
    condition: fragment`(${isById} or ${isAmong(engine, name, values)})`,
  };
}

/** By the customer that the vendor names; where it names none, by the connection. */
function byTenant(engine: Engine, tenants: readonly string[], connections: readonly string[]): Named {
  const own = tenants.map((value) => equals('tenant', value));
  const isUnnamed = fragment`${engine.lists.unfollowed(column('tenant'))} is null`;
  const byConnection = connections.map((name) => equals('connection', name));
  const isOfThese = fragment`(${isUnnamed} and ${isAmong(engine, 'connection', connections)})`;
  const isNamed = isAmong(engine, 'tenant', tenants);
  return {
    column: 'tenant',
    entries: [...own, ...byConnection],
    branches: [...own, ...byConnection.map((each) => fragment`${each} and ${isUnnamed}`)],
    condition: connections.length === 0 ? isNamed : fragment`(${isNamed} or ${isOfThese})`,
  };
}

interface Sources {
  /** The connections whose jobs are meant; null for all of them. */
  readonly connections: readonly string[] | null;
  /** The vendors that have to be compared as well: of a connection that once belonged to another vendor. */
  readonly vendors: readonly string[] | null;
}

/** A connection that has stored jobs, with the vendor that it was of when they were stored. */
interface StoredSource {
  readonly connection: string;
  readonly vendor: string;
}

export type ReadSources = () => Promise<readonly StoredSource[]>;

/** All connections that have stored jobs. One that once belonged to another vendor may be there twice. */
export const selectSources = (db: Database, engine: Engine): Promise<readonly StoredSource[]> =>
  engine.lists.query<StoredSource>(db, plain('select connection, vendor from sources'));

/** The connections of the vendors and connections that are asked for; null when no stored job has them. */
async function findSources({ connection, vendor }: JobQuery, readSources: ReadSources): Promise<Sources | null> {
  if (vendor === undefined) {
    if (connection === undefined) return { connections: null, vendors: null };
    if (connection.length === 1) return { connections: connection, vendors: null };
  }
  const [wanted, vendors] = [connection, vendor].map((values) => (values === undefined ? null : new Set(values)));
  const isMeant = (source: StoredSource): boolean =>
    wanted?.has(source.connection) !== false && vendors?.has(source.vendor) !== false;
  const sources = await readSources();
  const connections = new Set(sources.filter(isMeant).map((source) => source.connection));
  if (connections.size === 0) return null;
  const others = sources.filter((source) => !isMeant(source));
  return {
    connections: others.length === 0 ? null : [...connections],
    vendors: others.some((source) => connections.has(source.connection)) ? (vendor ?? null) : null,
  };
}
