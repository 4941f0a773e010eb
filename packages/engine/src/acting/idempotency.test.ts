import { describe, expect, test } from 'vitest';
import { hashRequest } from './idempotency.ts';
import { actFor, createActingWorld, itemId, operator, planId, runPlan } from './testing/acting-world.ts';

const once = { idempotencyKey: 'once' };

describe('one key', () => {
  test.each([true, false])('fifty times at once is one effect and one operation (stored: %s)', async (isStored) => {
    const { vendor, open } = createActingWorld({}, { isStored });
    const { engine } = open();
    const operations = await Promise.all(Array.from({ length: 50 }, () => actFor(engine, runPlan, once)));
    expect(new Set(operations.map(({ id }) => id)).size).toBe(1);
    expect(vendor.taken).toHaveLength(1);
    expect((await engine.operations({}, { limit: 100, cursor: null })).operations).toHaveLength(1);
    await engine.close();
  });

  test('at once from several processes, and after a restart, is one effect and one operation', async () => {
    const { vendor, open } = createActingWorld();
    const processes = Array.from({ length: 5 }, () => open());
    const operations = await Promise.all(
      processes.flatMap(({ engine }) => Array.from({ length: 10 }, () => actFor(engine, runPlan, once))),
    );
    await Promise.all(processes.map(({ engine }) => engine.close()));
    const { engine } = open();
    operations.push(await actFor(engine, runPlan, once));
    expect(new Set(operations.map(({ id }) => id)).size).toBe(1);
    expect(vendor.taken).toHaveLength(1);
    await engine.close();
  });

  test('with another request is refused, at once and after a restart', async () => {
    const { vendor, open } = createActingWorld();
    const { engine } = open();
    const other = { action: 'run', target: planId, parameters: { full: true } } as const;
    const [first, second] = await Promise.allSettled([actFor(engine, runPlan, once), actFor(engine, other, once)]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ reason: { code: 'idempotency-mismatch' } });
    await engine.close();
    const next = open().engine;
    await expect(actFor(next, other, once)).rejects.toMatchObject({ code: 'idempotency-mismatch' });
    expect(vendor.taken).toHaveLength(1);
    await next.close();
  });

  test('is another one for another actor, and without a key every request is a new one', async () => {
    const { vendor, open } = createActingWorld({ isQuick: true });
    const { engine } = open();
    await actFor(engine, runPlan, once);
    await actFor(engine, runPlan, { ...once, actor: { ...operator, name: 'bob' } });
    await actFor(engine, runPlan);
    await actFor(engine, runPlan);
    expect(vendor.taken).toHaveLength(4);
    await engine.close();
  });
});

test('a request is the same in whatever order it is written, and another one with anything else in it', () => {
  const change = { a: 1, b: [{ c: 2, d: null }] };
  const turned = { b: [{ d: null, c: 2 }], a: 1 };
  const update = (of: Record<string, unknown>) =>
    hashRequest({ action: 'update', target: planId, parameters: { change: of } });
  expect(update(change)).toBe(update(turned));
  expect(update({ ...change, a: 2 })).not.toBe(update(change));
  expect(update({ b: change.b })).not.toBe(update(change));
  expect(hashRequest({ action: 'undelete', target: itemId, parameters: {} })).not.toBe(
    hashRequest({ action: 'undelete', target: planId, parameters: {} }),
  );
});
