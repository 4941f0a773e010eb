import { CompiledQuery } from 'kysely';
import type { Database, ListDialect } from '../database.ts';
import { type Fragment, fragment, joinFragments } from '../jobs/fragment.ts';

export const sqliteLists: ListDialect = {
  async query<Row>(db: Database, { text, values }: Fragment) {
    return (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows;
  },
  among: (column, values) => fragment`${column} in (select value from json_each(${JSON.stringify(values)}))`,
  unfollowed: ({ text, values }) => ({ text: `+${text}`, values }),
  // SQLite merges the selects, each in the order of its index.
  firstOf: (selects, order, limit) =>
    fragment`${joinFragments(selects, ' union all ')} order by ${order} limit ${limit}`,
};
