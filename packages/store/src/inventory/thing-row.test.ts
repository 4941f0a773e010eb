import type { ObservedThing } from '@crossvault/core/store';
import { makeItem, makePlan } from '@crossvault/testkit';
import { at } from '@crossvault/testkit/store';
import { describe, expect, test } from 'vitest';
import { toStoredThing, toThingRow } from './thing-row.ts';

const plan = (nextRunAt: string | null, observedMinute: number): ObservedThing<'plan'> => ({
  key: ['p'],
  thing: makePlan('c', 'P', { name: 'Daily', nextRunAt, enabled: false }),
  raw: null,
  tie: {},
  observedAt: at(observedMinute),
  number: 3,
});
const ms = (minute: number): number => Date.parse(at(minute));

describe('the row of a plan', () => {
  test('has the columns by which it is found, without regard to case', () => {
    const row = toThingRow('plan', plan(at(90), 10), undefined);
    expect(row).toMatchObject({ native_id: 'p', name: 'daily', sort_name: 'daily', enabled: 0, protection: null });
    expect(row).toMatchObject({ next_ms: ms(90), observed_no: 3, gone_ms: null, tie_list: '' });
  });

  test('is sorted by its id where it has no name', () => {
    const nameless = plan(null, 10);
    const row = toThingRow('plan', { ...nameless, thing: { ...nameless.thing, name: null } }, undefined);
    expect([row.name, row.sort_name]).toEqual([null, 'p']);
  });

  test('remembers the run that was due: the newest that has passed, of those that were announced', () => {
    const first = toThingRow('plan', plan(at(50), 10), undefined);
    expect(first.due_ms).toBeNull();
    const second = toThingRow('plan', plan(at(90), 60), first);
    expect(second.due_ms).toBe(ms(50));
    const third = toThingRow('plan', plan(null, 100), second);
    expect([third.due_ms, third.next_ms]).toEqual([ms(90), null]);
  });
});

describe('the row of an item', () => {
  const item = (fields: Parameters<typeof makeItem>[2]): ObservedThing<'item'> => ({
    key: ['i'],
    thing: makeItem('c', 'i', fields),
    raw: null,
    tie: { list: 'a\0b' },
    observedAt: at(10),
    number: 1,
  });

  test('has its plan, its protection and no character that a database does not keep', () => {
    const row = toThingRow('item', item({ plan: { id: 'P', name: 'Daily', nextRunAt: at(70) } }), undefined);
    expect(row).toMatchObject({ plan_id: 'p', plan_name: 'daily', protection: 'protected', enabled: null });
    expect([row.next_ms, row.tie_list]).toEqual([ms(70), 'a\ufffdb']);
  });
});

test('what was stored before readings had numbers is older than all that have one', () => {
  const { number: _, ...unnumbered } = plan(null, 10);
  const stored = toStoredThing<'plan'>({ document: JSON.stringify(unnumbered), due_ms: ms(5), gone_ms: null });
  expect(stored).toMatchObject({ number: 0, dueAt: at(5), goneAt: null });
});
