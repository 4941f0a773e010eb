import { type Connector, CrossvaultError, type Plan, type PlanRecord, toJobId } from '@crossvault/core';
import {
  createFakeConnector,
  createFakeVendor,
  createManualClock,
  createMemoryStore,
  makeItem,
  makePlan,
  patientCall,
  silentLogger,
} from '@crossvault/testkit';
import PQueue from 'p-queue';
import { describe, expect, test } from 'vitest';
import { createSource } from '../connections/source.ts';
import { completeConnection } from '../engine-defaults.ts';
import { createListStore } from '../testing/list-store.ts';
import { createReadInventoryRecord, readers, readWholeInventory } from './inventory-readers.ts';

const recordOf = (plan: Plan): PlanRecord => ({ key: [plan.nativeId], plan, raw: { id: plan.nativeId } });
const plan = makePlan('here', 'p-1');
const readAt = { observedAt: '2026-03-02T12:00:00.000Z', number: 7 };

/** A source whose vendor has these pages of plans, one plan each. */
function openSource(connector: Partial<Connector>) {
  const clock = createManualClock();
  const whole = { ...createFakeConnector('here', createFakeVendor()), ...connector };
  const store = createListStore(createMemoryStore(clock), clock);
  return {
    clock,
    store,
    source: createSource(completeConnection({ name: 'here', connector: whole, concurrency: 1 }), clock, new PQueue()),
  };
}

describe('a plan or an item as it was read', () => {
  test('has the answer, when it was read, and how jobs refer to it', async () => {
    const jobLink = { list: 'vault' };
    const { plans, protectedItems } = {
      plans: {
        list: async () => ({ records: [{ ...recordOf(plan), jobLink }], rejected: [], next: 'more' }),
        get: async () => recordOf(plan),
      },
      protectedItems: {
        list: async () => ({ records: [], rejected: [], next: null }),
        get: async () => ({ key: ['i'], item: makeItem('here', 'i'), raw: 1 }),
      },
    };
    const connector = { ...createFakeConnector('here', createFakeVendor()), plans, protectedItems };
    const page = await readers.plan.list(connector, { size: 10, token: null }, patientCall, readAt);
    expect(page).toEqual({
      things: [{ key: ['p-1'], thing: plan, raw: { id: 'p-1' }, tie: jobLink, ...readAt }],
      rejected: [],
      next: 'more',
    });
    expect(await readers.plan.get(connector, ['p-1'], patientCall, readAt)).toMatchObject({ tie: {} });
    expect(await readers.item.get(connector, ['i'], patientCall, readAt)).toMatchObject({
      thing: { nativeId: 'i' },
      raw: 1,
    });
  });

  test('is not offered by a vendor without the calls, and refused there', async () => {
    const bare = createFakeConnector('here', createFakeVendor());
    for (const reader of [readers.plan, readers.item]) {
      expect(reader.isOffered(bare)).toBe(false);
      await expect(reader.list(bare, { size: 10, token: null }, patientCall, readAt)).rejects.toMatchObject({
        code: 'action-not-supported',
      });
    }
  });
});

describe('all plans of a source', () => {
  test('are read page by page, each with a number that was taken before it', async () => {
    const pages = [plan, makePlan('here', 'p-2')];
    const tokens: (string | null)[] = [];
    const rejected = [{ nativeId: null, reason: 'not-an-object', value: 1 }] as const;
    const { clock, source } = openSource({
      plans: {
        get: async () => recordOf(plan),
        async list({ token }) {
          tokens.push(token);
          const at = Number(token ?? 0);
          return { records: pages.slice(at, at + 1).map(recordOf), rejected, next: at === 0 ? '1' : null };
        },
      },
    });
    let number = 0;
    const takeNumber = async () => {
      number += 1;
      return number;
    };
    const read = await readWholeInventory(clock, source, readers.plan, patientCall, takeNumber);
    expect(tokens).toEqual([null, '1']);
    expect(read.things.map(({ key, number: own }) => [key[0], own])).toEqual([
      ['p-1', 1],
      ['p-2', 2],
    ]);
    expect(read).toMatchObject({ readAt: '2026-01-15T12:00:00.000Z', rejected: [{}, {}] });
  });

  test('of a vendor whose list never ends are an answer that cannot be read', async () => {
    const { clock, source } = openSource({
      plans: {
        get: async () => recordOf(plan),
        list: async ({ token }) => ({ records: [], rejected: [], next: `${token ?? ''}x`.slice(-5) }),
      },
    });
    await expect(readWholeInventory(clock, source, readers.plan, patientCall, async () => 1)).rejects.toMatchObject({
      code: 'answer-unreadable',
      source: 'here',
    });
  });
});

describe('one plan by our id', () => {
  const id = toJobId('here', ['plan', 'p-1']);
  const withPlan = (get: () => Promise<PlanRecord>) =>
    openSource({ plans: { get, list: async () => ({ records: [], rejected: [], next: null }) } });

  test('is read at its vendor and stored', async () => {
    const { clock, store, source } = withPlan(async () => recordOf(plan));
    const read = await createReadInventoryRecord({ sources: [source], store, clock, logger: silentLogger })(
      'plan',
      id,
      patientCall,
    );
    expect(read.thing.nativeId).toBe('p-1');
    expect(await store.getThing('plan', plan.id)).toMatchObject({ thing: { nativeId: 'p-1' }, goneAt: null });
  });

  test('that the vendor no longer knows is gone, and the error stays what it is', async () => {
    const missing = new CrossvaultError({ code: 'plan-not-found', message: 'Gone.' });
    const { clock, store, source } = withPlan(() => Promise.reject(missing));
    await store.putThings('plan', [{ key: ['p-1'], thing: { ...plan, id }, raw: {}, tie: {}, ...readAt, number: 0 }]);
    const read = createReadInventoryRecord({ sources: [source], store, clock, logger: silentLogger });
    await expect(read('plan', id, patientCall)).rejects.toMatchObject({ code: 'plan-not-found' });
    expect((await store.getThing('plan', id))?.goneAt).toBe('2026-01-15T12:00:00.000Z');
  });

  test('is returned also where it cannot be stored, or where nothing is stored', async () => {
    const { clock, store, source } = withPlan(async () => recordOf(plan));
    const failing = () => Promise.reject(new CrossvaultError({ code: 'store-full', message: 'Full.' }));
    for (const own of [{ ...store, putThings: failing }, { ...store, takeReadingNumber: failing }, null]) {
      const read = createReadInventoryRecord({ sources: [source], store: own, clock, logger: silentLogger });
      expect((await read('plan', id, patientCall)).thing.nativeId).toBe('p-1');
    }
  });
});
