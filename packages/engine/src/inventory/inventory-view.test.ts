import { makeItem, makePlan } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { toItemPage, toPlanPage } from './inventory-view.ts';

const ending = { next: null, complete: true, sources: [] };
const hundred = Array.from({ length: 100 }, (_, index) => String(index));
const withRaw = { raw: true };

test.each([
  [
    'plans',
    () => toPlanPage({ ...ending, records: hundred.map((id) => ({ thing: makePlan('c', id), raw: { id } })) }, withRaw),
  ],
  [
    'items',
    () => toItemPage({ ...ending, records: hundred.map((id) => ({ thing: makeItem('c', id), raw: { id } })) }, withRaw),
  ],
])('a large page of %s is made in pieces, and other requests are answered between them', async (_things, make) => {
  const order: string[] = [];
  setImmediate(() => order.push('another request'));
  const { data } = await make();
  order.push('the page');
  expect(order).toEqual(['another request', 'the page']);
  expect(data.map(({ nativeId }) => nativeId)).toEqual(hundred);
});
