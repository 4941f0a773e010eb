import type { ObservedThing } from '@crossvault/core/store';
import { describe, expect, test } from 'vitest';
import { makeItem } from '../fakes/fake-inventory.ts';
import type { OpenStore } from './open-store.ts';
import { at, numberAt, reading } from './readings.ts';

const observed = (lastSuccessAt: string | null): ObservedThing<'item'> => ({
  key: ['i'],
  thing: makeItem('c', 'i', { name: 'vm', lastSuccessAt }),
  raw: null,
  tie: {},
  observedAt: at(100),
  number: numberAt(at(100)),
});

export function describeLastSuccess(open: OpenStore): void {
  describe('the last success', () => {
    test('the last success is one for an item and for the summary: the end that is latest, of its jobs or as its vendor says', async () => {
      const store = await open();
      const window = { since: null, startedBefore: null, connections: null };
      const target = { id: 'i', name: 'vm', type: 'vm' as const };
      await store.putJobs([
        reading('c', 'long', { startedAt: at(1), endedAt: at(9), target }),
        reading('c', 'short', { startedAt: at(2), endedAt: at(3), target }),
      ]);
      const item = observed(null);
      await store.putThings('item', [item]);
      expect((await store.runsOf('item', [item.thing.id])).get(item.thing.id)?.lastSuccessAt).toBe(at(9));
      expect((await store.summary(window))[0]?.oldestSuccess).toEqual({ target: 'vm', at: at(9) });
      const told = (lastSuccessAt: string) => store.putThings('item', [observed(lastSuccessAt)]);
      await told(at(20));
      expect((await store.summary(window))[0]?.oldestSuccess).toEqual({ target: 'vm', at: at(20) });
      await told(at(5));
      await told(at(200));
      expect((await store.summary(window))[0]).toMatchObject({ lastSuccessAt: at(20) });
      expect(await store.check()).toEqual([]);
    });

    test('a success over nothing is no success, also where the counters are checked and repaired', async () => {
      const store = await open();
      const target = { id: 'i', name: 'vm', type: 'vm' as const };
      const empty = { anomalies: ['nothing-protected' as const], problem: true, endedAt: at(9), target };
      await store.putJobs([reading('c', '1', empty)]);
      expect(await store.check()).toEqual([]);
      expect(await store.repair()).toEqual([]);
      const [summary] = await store.summary({ since: null, startedBefore: null, connections: null });
      expect(summary).toMatchObject({ lastSuccessAt: null, oldestSuccess: null });
    });
  });
}
