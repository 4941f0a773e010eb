import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { prepareOnce } from './node-sqlite-dialect.ts';

const file = new DatabaseSync(':memory:');
afterAll(() => file.close());

test('a bound limit is prepared as an expression, which SQLite does not plan again for each value', () => {
  const statement = prepareOnce(file, 'select value from json_each(?) order by value limit ?');
  expect(statement.sourceSQL).toBe('select value from json_each(?) order by value limit +?');
  expect([1, 2].map((limit) => statement.all('[5,6,7]', limit).length)).toEqual([1, 2]);
});
