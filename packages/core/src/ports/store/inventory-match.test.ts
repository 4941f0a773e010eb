import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../model/plan.ts';
import type { ProtectedItem } from '../../model/protected-item.ts';
import type { InventoryQuery } from '../../model/query.ts';
import { compareThings, matchesThing, positionOfThing } from './inventory-match.ts';

const shared = { lastJob: null, lastSuccessAt: null, streak: null, missed: null, provenance: {}, tenant: null };
const plan: Plan = {
  ...shared,
  id: 'plan-1',
  connection: 'here',
  vendor: 'made-up',
  nativeId: 'P-1',
  name: 'Nightly Full',
  enabled: true,
  nativeStatus: null,
  schedule: null,
  nextRunAt: null,
  targets: null,
  sizeBytes: null,
  actions: [],
  details: {},
};
const item: ProtectedItem = {
  ...shared,
  id: 'item-1',
  connection: 'here',
  vendor: 'made-up',
  nativeId: 'vm-1',
  type: 'vm',
  name: 'Payroll',
  protection: 'protected',
  plan: { id: 'P-1', name: 'Nightly Full', nextRunAt: null },
  lastRecoveryPointAt: null,
  expectedNextAt: null,
  health: null,
  actions: [],
};
const ask = (query: InventoryQuery, words: readonly string[] = []) => ({ query, words });

describe('a plan or an item', () => {
  test.each<[InventoryQuery, boolean, boolean]>([
    [{}, true, true],
    [{ connection: ['here', 'there'] }, true, true],
    [{ connection: ['there'] }, false, false],
    [{ vendor: ['other'] }, false, false],
    [{ name: ['PAYROLL', 'p-1'] }, true, true],
    [{ name: ['pay'] }, false, false],
    [{ enabled: true }, true, false],
    [{ enabled: false }, false, false],
    [{ plan: ['p-1'] }, false, true],
    [{ plan: ['nightly full'] }, false, true],
    [{ protection: ['protected'] }, false, true],
    [{ protection: ['stopped'] }, false, false],
    [{ type: ['vm'] }, false, true],
  ])('is asked for by %j: the plan %s, the item %s', (query, isPlan, isItem) => {
    expect(matchesThing(plan, ask(query))).toBe(isPlan);
    expect(matchesThing(item, ask(query))).toBe(isItem);
  });

  test('is found by the beginnings of words of its name and its own id', () => {
    expect(matchesThing(plan, ask({}, ['night', 'fu']))).toBe(true);
    expect(matchesThing(item, ask({}, ['pay', 'vm', '1']))).toBe(true);
    expect(matchesThing(item, ask({}, ['roll']))).toBe(false);
  });
});

describe('the order', () => {
  test('is that of names in small letters, of the own id where there is no name', () => {
    expect(positionOfThing(item)).toEqual({ name: 'payroll', id: 'item-1' });
    expect(positionOfThing({ ...item, name: null })).toEqual({ name: 'vm-1', id: 'item-1' });
  });

  const position = fc.record({ name: fc.string({ unit: 'grapheme', maxLength: 3 }), id: fc.constantFrom('a', 'b') });

  property.prop([position, position, position])('is one order: the same way round, and without a circle', (a, b, c) => {
    expect(Math.sign(compareThings(a, b))).toBe(-Math.sign(compareThings(b, a)) + 0);
    if (compareThings(a, b) <= 0 && compareThings(b, c) <= 0) expect(compareThings(a, c)).toBeLessThanOrEqual(0);
  });

  test('is by code points, as databases sort, and not by the units of UTF-16', () => {
    expect(compareThings({ name: '\uff5e', id: '' }, { name: '\u{1f511}', id: '' })).toBeLessThan(0);
  });
});
