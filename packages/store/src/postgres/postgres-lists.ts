import { CompiledQuery } from 'kysely';
import type { Database, ListDialect } from '../database.ts';
import { type Fragment, fragment, joinFragments } from '../jobs/fragment.ts';

/** PostgreSQL numbers its placeholders. */
function numbered(text: string): string {
  let last = 0;
  return text.replaceAll('?', () => {
    last += 1;
    return `$${last}`;
  });
}

export const postgresLists: ListDialect = {
  async query<Row>(db: Database, { text, values }: Fragment) {
    return (await db.executeQuery<Row>(CompiledQuery.raw(numbered(text), [...values]))).rows;
  },
  among: (column, values, type) =>
    type === 'number' ? fragment`${column} = any(${values}::bigint[])` : fragment`${column} = any(${values}::text[])`,
  unfollowed: (column) => column,
  firstOf: (selects, order, limit) => {
    const [only, ...others] = selects;
    if (only !== undefined && others.length === 0) return fragment`${only} order by ${order} limit ${limit}`;
    // PostgreSQL merges no selects that have to be sorted by a further column: each gives as many rows as are wanted.
    const firsts = selects.map((select) => fragment`(${select} order by ${order} limit ${limit})`);
    return fragment`${joinFragments(firsts, ' union all ')} order by ${order} limit ${limit}`;
  },
};
