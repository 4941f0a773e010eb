import { createManualClock, makeJob } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createHeldLists, heldRecords, type WholeList } from './held-lists.ts';

const record = { key: ['1'], job: makeJob('c', '1'), raw: {}, context: { connection: 'c', list: 'l', observedAt: '' } };
const listOf = (count: number): WholeList => ({
  records: Array.from({ length: count }, () => record),
  rejected: [],
  withoutRun: 0,
  warnings: [],
  misplaced: new Set(),
  readAtMs: 0,
});

test('a list is held for the next page, and not for long', async () => {
  const clock = createManualClock();
  const held = createHeldLists(clock);
  const list = listOf(1);
  held.put('a', list);
  await clock.move(60_000);
  expect(held.get('a')).toBe(list);
  expect(held.get('b')).toBeUndefined();
  await clock.move(1);
  expect(held.get('a')).toBeUndefined();
});

test('setting the wall clock lets no list go, and keeps none', async () => {
  const clock = createManualClock();
  const held = createHeldLists(clock);
  held.put('a', listOf(1));
  clock.shiftWall(86_400_000);
  expect(held.get('a')).toBeDefined();
  clock.shiftWall(-2 * 86_400_000);
  await clock.move(60_001);
  expect(held.get('a')).toBeUndefined();
});

test('of too many records the newest lists stay', () => {
  const held = createHeldLists(createManualClock());
  held.put('old', listOf(1));
  held.put('middle', listOf(heldRecords / 2));
  held.put('new', listOf(heldRecords / 2));
  expect(held.get('old')).toBeUndefined();
  expect(held.get('middle')).toBeDefined();
  expect(held.get('new')).toBeDefined();
});

test('a list that is read again replaces the former one, and counts as new', () => {
  const held = createHeldLists(createManualClock());
  const again = listOf(2);
  held.put('a', listOf(heldRecords - 1));
  held.put('b', listOf(1));
  held.put('a', again);
  expect(held.get('a')).toBe(again);
  expect(held.get('b')).toBeDefined();
});
