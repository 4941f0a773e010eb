import { expect, test } from 'vitest';
import { isCalled } from './recent-jobs.ts';

test.each([
  ['Orders', 'orders', 'sql-1', true],
  ['MSSQLSERVER/Orders [sql-1]', 'Orders', 'SQL-1', true],
  ['Orders [sql-1]', 'Orders', 'sql-1', true],
  ['MSSQLSERVER/Orders [old] [sql-1]', 'Orders [old]', 'sql-1', true],
  ['MSSQLSERVER/Orders [sql-1]', 'Orders', 'sql-2', false],
  ['MSSQLSERVER/Orders [sql-1]', 'Other', 'sql-1', false],
  ['MSSQLSERVER/Orders [sql-1', 'Orders', 'sql-1', false],
])('the job of %s is one of the item %s on %s: %s', (entity, name, machine, expected) => {
  expect(isCalled(entity, name, machine)).toBe(expected);
});

test.each([' [', ' [a', '/', ']', ' []'])('a megabyte of %j is called like no item', (part) => {
  expect(isCalled(part.repeat(1_000_000 / part.length), 'Orders', 'sql-1')).toBe(false);
});
