import { encodeWord, type JobQuery } from '@crossvault/core';
import { type RawBuilder, sql } from 'kysely';
import type { Engine } from '../database.ts';
import type { JobTable } from '../schema/schema.ts';
import { fold } from './job-row.ts';

export type Condition = RawBuilder<boolean>;

export const column = (name: keyof JobTable): RawBuilder<unknown> => sql.ref(`jobs.${name}`);

/** More values than this are not walked one by one. */
const mostAlternatives = 16;
export const mostConnections = 64;

/** Without regard to case, as `matchesCriteria` compares. */
const folded = (values: readonly string[]): readonly string[] => [...new Set(values.map(fold))];

export const equals = (name: keyof JobTable, value: string | number): Condition =>
  sql<boolean>`${column(name)} = ${value}`;

function named(engine: Engine, id: keyof JobTable, name: keyof JobTable, values: readonly string[]): Condition {
  const wanted = folded(values);
  const [byId, byName] = [id, name].map((one) => engine.among(engine.unfollowed(column(one)), wanted, 'text'));
  return sql<boolean>`(${byId} or ${byName})`;
}

const begins = (word: string): Condition => {
  const pattern = `% ${encodeWord(word)}%`;
  return sql<boolean>`${column('words')} like ${pattern}`;
};

/** Each searched word begins a word of the job. */
export const wordConditions = (words: readonly string[]): readonly Condition[] => words.map(begins);

/** One value of a column, of several. */
export interface Way {
  readonly column: keyof JobTable;
  readonly values: readonly (string | number)[];
}

/** A filter of a query. */
export interface Filter {
  /** The condition of every job of the answer. */
  readonly condition: Condition;
  /** Columns whose indexes find all jobs of the answer, by one of the values of one of them; null: no index is worth following. */
  readonly ways: readonly Way[] | null;
}

/** The filters, but for those on time and words; first those that are likely to leave the fewest jobs. */
export function filtersOf(engine: Engine, query: JobQuery): readonly Filter[] {
  const { status, kind, trigger, target, plan, nativeId, problem } = query;
  const byValue = (name: keyof JobTable, values: readonly string[] | undefined): readonly Filter[] =>
    values === undefined ? [] : [{ condition: isAmong(engine, name, values), ways: [{ column: name, values }] }];
  const byName = (
    id: keyof JobTable,
    name: keyof JobTable,
    values: readonly string[] | undefined,
  ): readonly Filter[] =>
    values === undefined
      ? []
      : [
          {
            condition: named(engine, id, name, values),
            ways: [id, name].map((column) => ({ column, values: folded(values) })),
          },
        ];
  const filters = [
    ...byValue('native_id', nativeId === undefined ? undefined : folded(nativeId)),
    ...byName('target_id', 'target_name', target),
    ...byName('plan_id', 'plan_name', plan),
    ...byValue('status', status).map((filter) => followedWhereRare(filter, status)),
    ...(problem === undefined
      ? []
      : [
          {
            condition: equals('problem', problem ? 1 : 0),
            ways: problem ? [{ column: 'problem' as const, values: [1] }] : null,
          },
        ]),
    ...byValue('kind', kind).map((filter) => followedWhereRare(filter, kind)),
    ...byValue('trigger', trigger).map((filter) => followedWhereRare(filter, trigger)),
  ];
  return filters.map((filter) =>
    countWays(filter.ways ?? []) > mostAlternatives ? { ...filter, ways: null } : filter,
  );
}

/** Only jobs of these connections. */
export const connectionFilter = (engine: Engine, connections: readonly string[]): Filter => ({
  condition: isAmong(engine, 'connection', connections),
  ways: connections.length > mostConnections ? null : [{ column: 'connection', values: connections }],
});

export const vendorFilter = (engine: Engine, vendors: readonly string[]): Filter => ({
  condition: isAmong(engine, 'vendor', vendors),
  ways: null,
});

/** The condition of each access path and value. */
export const matchesOf = (ways: readonly Way[]): readonly Condition[] =>
  ways.flatMap(({ column: name, values }) => [...new Set(values)].map((value) => equals(name, value)));

export const countWays = (ways: readonly Way[]): number =>
  ways.reduce((sum, { values }) => sum + new Set(values).size, 0);

function isAmong(engine: Engine, name: keyof JobTable, values: readonly string[]): Condition {
  const [only, ...others] = values;
  const isOne = only !== undefined && others.length === 0;
  return isOne ? equals(name, only) : engine.among(engine.unfollowed(column(name)), values, 'text');
}

/** Values that most jobs have: an index over them saves nothing. */
const usual: ReadonlySet<string> = new Set(['backup', 'succeeded', 'unknown']);

const followedWhereRare = (filter: Filter, values: readonly string[] | undefined): Filter =>
  values?.some((value) => usual.has(value)) ? { ...filter, ways: null } : filter;
