import { expect, test } from 'vitest';
import { parseFilterV3 } from './filter-v3.ts';
import { QueryProblem } from './query.ts';

const rows = [
  {
    instanceUid: 'AB',
    status: 'Failed',
    size: 2,
    lastRun: '2026-03-01T03:00:00.0000000+03:00',
    owner: { name: 'acme' },
  },
  {
    instanceUid: 'cd',
    status: 'success',
    size: 10,
    lastRun: '2026-03-01T01:00:00Z',
    owner: { name: 'Bolt' },
    tags: ['a', 'b'],
  },
  { instanceUid: 'ef', status: 'Success', size: null, lastRun: null },
  'no object',
];
const find = (filter: unknown) =>
  rows
    .filter(parseFilterV3(typeof filter === 'string' ? filter : JSON.stringify(filter)))
    .map((row) => (typeof row === 'string' ? row : row.instanceUid));
const is = (property: string, value: unknown, operation = 'equals', collation?: string) => ({
  property,
  operation,
  value,
  ...(collation === undefined ? {} : { collation }),
});

test.each<[unknown, readonly string[]]>([
  ['', ['AB', 'cd', 'ef', 'no object']],
  [is('status', 'Success'), ['ef']],
  [[is('status', 'Success', 'equals', 'ignorecase')], ['cd', 'ef']],
  [is('status', 'Success', 'notEquals', 'ignorecase'), ['AB', 'no object']],
  [is('instanceUid', 'ab'), ['AB']],
  [is('instanceUid', ['ab', 'EF'], 'in'), ['AB', 'ef']],
  [is('status', 'ail', 'contains'), ['AB']],
  [is('owner.name', 'acme'), ['AB']],
  [is('size', 10, 'lessThan'), ['AB']],
  [is('size', 2, 'greaterThan'), ['cd']],
  [is('lastRun', '2026-03-01T00:00:00Z', 'greaterThanOrEqual'), ['AB', 'cd']],
  [is('lastRun', '2026-03-01T00:00:00Z', 'lessThanOrEqual'), ['AB']],
  [is('lastRun', null), ['ef', 'no object']],
  [[is('size', 1, 'greaterThan'), is('status', 'Failed')], ['AB']],
  [{ operation: 'or', items: [is('size', 2), is('size', 10)] }, ['AB', 'cd']],
  [{ operation: 'and', items: [is('size', 2), is('size', 10)] }, []],
  [{ operation: 'not', items: [is('size', 2)] }, ['cd', 'ef', 'no object']],
  [{ operation: 'exclusiveOr', items: [is('size', 2), is('status', 'Failed')] }, []],
  [is('status', ['Failed', 'Warning'], 'subset'), ['AB']],
  [is('tags', ['a', 'b', 'c'], 'subset'), ['cd']],
  [is('tags', ['a'], 'subset'), []],
  [is('tags', ['a'], 'superset'), ['cd']],
  [is('tags', ['a', 'c'], 'superset'), []],
  [is('tags', ['a', 'c'], 'exclusiveOr'), ['cd']],
  [is('tags', ['a', 'b'], 'exclusiveOr'), []],
  ["[{'property':'status','operation':'equals','value':'Failed'}]", ['AB']],
])('%j finds %j', (filter, ids) => {
  expect(find(filter)).toEqual(ids);
});

test.each<unknown>([
  'status = Failed',
  [7],
  { property: 'status' },
  { operation: 'equals', value: 1 },
  is('status', 'Failed', 'resembles'),
  { operation: 'or' },
])('%j is no filter', (filter) => {
  expect(() => find(filter)).toThrow(QueryProblem);
});
