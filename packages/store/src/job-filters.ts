import type { JobQuery } from '@crossvault/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Engine } from './engine.ts';
import { fold } from './job-row.ts';
import type { JobTable } from './schema.ts';
import { encodeWord } from './words.ts';

export type Condition = RawBuilder<boolean>;

export const column = (name: keyof JobTable): RawBuilder<unknown> => sql.ref(`jobs.${name}`);

/** More values than this are not walked one by one. */
const mostAlternatives = 16;

/** Without regard to case, as `matchesCriteria` compares. */
const folded = (values: readonly string[]): readonly string[] => [...new Set(values.map(fold))];

const equals = (name: keyof JobTable, value: string | number): Condition => sql<boolean>`${column(name)} = ${value}`;

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

/** Conditions of the filters, but for those on time and words; all of them hold of every job of the answer. */
export function filterConditions(engine: Engine, query: JobQuery): readonly Condition[] {
  const { connection, vendor, status, kind, trigger, target, plan, nativeId, problem } = query;
  const among = (name: keyof JobTable, values: readonly string[] | undefined): readonly Condition[] => {
    if (values === undefined) return [];
    const [only, ...others] = values;
    const isOne = only !== undefined && others.length === 0;
    return [isOne ? equals(name, only) : engine.among(engine.unfollowed(column(name)), values, 'text')];
  };
  return [
    ...among('connection', connection),
    ...among('vendor', vendor),
    ...among('status', status),
    ...among('kind', kind),
    ...among('trigger', trigger),
    ...among('native_id', nativeId === undefined ? undefined : folded(nativeId)),
    ...(target === undefined ? [] : [named(engine, 'target_id', 'target_name', target)]),
    ...(plan === undefined ? [] : [named(engine, 'plan_id', 'plan_name', plan)]),
    ...(problem === undefined ? [] : [equals('problem', problem ? 1 : 0)]),
  ];
}

/** Values that most jobs have: an index over them saves nothing. */
const usual: ReadonlySet<string> = new Set(['backup', 'succeeded', 'unknown']);

/**
 * The filter that leaves the fewest jobs, as far as its name tells, as one condition for each of its values: the answer is
 * walked along its index, value by value. [] when the order itself is the best way.
 */
export function narrowest(query: JobQuery, connections: readonly string[] | null): readonly Condition[] {
  const ways: readonly (readonly Condition[] | null)[] = [
    byValue('native_id', query.nativeId === undefined ? null : folded(query.nativeId)),
    byName('target_id', 'target_name', query.target),
    byName('plan_id', 'plan_name', query.plan),
    byValue('status', rare(query.status)),
    query.problem === true ? [equals('problem', 1)] : null,
    byValue('kind', rare(query.kind)),
    byValue('trigger', rare(query.trigger)),
    byValue('connection', connections),
  ];
  return ways.find((way) => way !== null && way.length <= mostAlternatives) ?? [];
}

const rare = (values: readonly string[] | undefined): readonly string[] | null =>
  values === undefined || values.some((value) => usual.has(value)) ? null : values;

const byValue = (name: keyof JobTable, values: readonly string[] | null): readonly Condition[] | null =>
  values === null ? null : values.map((value) => equals(name, value));

const byName = (
  id: keyof JobTable,
  name: keyof JobTable,
  values: readonly string[] | undefined,
): readonly Condition[] | null =>
  values === undefined ? null : folded(values).flatMap((value) => [equals(id, value), equals(name, value)]);
