import { encodeWord } from '@crossvault/core/store';
import type { Engine } from '../database.ts';
import type { JobTable } from '../schema/schema.ts';
import { type Fragment, fragment, joinFragments, plain } from './fragment.ts';
import { fold } from './job-row.ts';

/** A part of a statement that is true or false. */
export type Condition = Fragment;

const columns = new Map<string, Fragment>();

export function column(name: keyof JobTable): Fragment {
  const known = columns.get(name) ?? plain(`jobs."${name}"`);
  columns.set(name, known);
  return known;
}

export const equals = (name: keyof JobTable, value: string | number): Condition => fragment`${column(name)} = ${value}`;

export const allOf = (conditions: readonly Condition[]): Condition => joinFragments(conditions, ' and ');

/** Without regard to case, as `matchesCriteria` compares. */
export const folded = (values: readonly string[]): readonly string[] => [...new Set(values.map(fold))];

/** Looked at in each row; its index is not followed. */
export function isAmong(engine: Engine, name: keyof JobTable, values: readonly string[]): Condition {
  const own = engine.lists.unfollowed(column(name));
  const [only, ...others] = values;
  return only !== undefined && others.length === 0
    ? fragment`${own} = ${only}`
    : engine.lists.among(own, values, 'text');
}

/** Each searched word begins a word of the job. */
export const wordConditions = (words: readonly string[]): readonly Condition[] =>
  words.map((word) => fragment`${column('words')} like ${`% ${encodeWord(word)}%`}`);
