import { encodeWord } from '@crossvault/core/store';
import { type RawBuilder, sql } from 'kysely';
import type { Engine } from '../database.ts';
import type { JobTable } from '../schema/schema.ts';
import { fold } from './job-row.ts';

export type Condition = RawBuilder<boolean>;

export const column = (name: keyof JobTable): RawBuilder<unknown> => sql.ref(`jobs.${name}`);

export const equals = (name: keyof JobTable, value: string | number): Condition =>
  sql<boolean>`${column(name)} = ${value}`;

export const allOf = (conditions: readonly Condition[]): Condition =>
  sql<boolean>`${sql.join([...conditions], sql` and `)}`;

/** Without regard to case, as `matchesCriteria` compares. */
export const folded = (values: readonly string[]): readonly string[] => [...new Set(values.map(fold))];

/** Looked at in each row; its index is not followed. */
export function isAmong(engine: Engine, name: keyof JobTable, values: readonly string[]): Condition {
  const own = engine.unfollowed(column(name));
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? sql<boolean>`${own} = ${only}` : engine.among(own, values, 'text');
}

const begins = (word: string): Condition => {
  const pattern = `% ${encodeWord(word)}%`;
  return sql<boolean>`${column('words')} like ${pattern}`;
};

/** Each searched word begins a word of the job. */
export const wordConditions = (words: readonly string[]): readonly Condition[] => words.map(begins);
