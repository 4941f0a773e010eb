import { CrossvaultError } from '@crossvault/core';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../index.ts';
import { hashRequest } from './idempotency.ts';
import { actFor, asOperator, createActingWorld, itemId, operator, planId, runPlan } from './testing/acting-world.ts';

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

describe('one key of an API key', () => {
  const robot = { name: 'robot', scopes: ['read', 'operate'] as const, connections: null, expiresAt: null };
  const enter = async (engine: Engine) => {
    const { key, token } = await engine.createKey(robot, operator);
    return { id: key.id, actor: await engine.authenticate(token.reveal()) };
  };

  test('is not that of a revoked API key of the same name', async () => {
    const { vendor, open } = createActingWorld({ isQuick: true });
    const { engine } = open();
    const first = await enter(engine);
    const one = await actFor(engine, runPlan, { ...once, actor: first.actor });
    await engine.revokeKey(first.id, operator);
    const second = await enter(engine);
    const other = await actFor(engine, runPlan, { ...once, actor: second.actor });
    expect(other.id).not.toBe(one.id);
    expect((await actFor(engine, runPlan, { ...once, actor: second.actor })).id).toBe(other.id);
    expect(vendor.taken).toHaveLength(2);
    await engine.close();
  });

  test('that an earlier version kept by its name is known to the API key that was there, and to none made later', async () => {
    const { vendor, store, open, clock } = createActingWorld({ isQuick: true });
    const { engine } = open();
    const first = await enter(engine);
    const { id } = await actFor(engine, runPlan, { actor: first.actor });
    const made = await store.getOperation(id);
    if (made === null) throw new Error('Nothing was stored.');
    const former = { ...made, operation: { ...made.operation, id: 'former' } };
    await store.beginOperation(former, { actor: 'robot', key: 'once', bodyHash: hashRequest(runPlan) });
    expect((await actFor(engine, runPlan, { ...once, actor: first.actor })).id).toBe('former');
    await clock.sleep(1_000);
    await engine.revokeKey(first.id, operator);
    const second = await enter(engine);
    expect((await actFor(engine, runPlan, { ...once, actor: second.actor })).id).not.toBe('former');
    expect(vendor.taken).toHaveLength(2);
    await engine.close();
  });
});

describe('two requests with one key at once', () => {
  test('the first caller goes away: the second has its answer, and there is one effect', async () => {
    const { vendor, open } = createActingWorld();
    const { engine } = open();
    const hangUp = new AbortController();
    const first = engine.act(runPlan, { ...asOperator, ...once }, { signal: hangUp.signal });
    const second = actFor(engine, runPlan, once);
    hangUp.abort(new CrossvaultError({ code: 'interrupted', message: 'The caller has gone.' }));
    await expect(first).rejects.toMatchObject({ code: 'interrupted' });
    expect(await second).toMatchObject({ status: 'running' });
    expect(vendor.taken).toHaveLength(1);
    await engine.close();
  });

  test('all callers go away before it is sent: nothing is sent, and the next request is a new one', async () => {
    const { vendor, open } = createActingWorld();
    const { engine } = open();
    const hangUps = [new AbortController(), new AbortController()];
    const asked = hangUps.map(({ signal }) => engine.act(runPlan, { ...asOperator, ...once }, { signal }));
    const gone = Promise.allSettled(asked);
    for (const each of hangUps) each.abort(new CrossvaultError({ code: 'interrupted', message: 'Gone.' }));
    expect((await gone).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(vendor.taken).toEqual([]);
    await actFor(engine, runPlan, once);
    expect(vendor.taken).toHaveLength(1);
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
