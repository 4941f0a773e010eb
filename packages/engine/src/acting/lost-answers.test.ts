import { finishWork } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { actFor, createActingWorld, runPlan, untilOver } from './testing/acting-world.ts';

describe('an answer that was lost', () => {
  test.each([true, false])(
    'is looked up and never sent again, where the vendor took it (stored: %s)',
    async (isStored) => {
      const { vendor, open } = createActingWorld({ writeFault: 'lost-after' }, { isStored });
      const { engine } = open();
      const operation = await actFor(engine, runPlan, { idempotencyKey: 'k' });
      expect(operation.status).toBe('accepted');
      expect(await untilOver(engine, operation.id)).toMatchObject({ status: 'running', jobs: [{ status: 'unknown' }] });
      finishWork(vendor);
      expect(await untilOver(engine, operation.id)).toMatchObject({ status: 'done', outcome: 'succeeded' });
      expect(await actFor(engine, runPlan, { idempotencyKey: 'k' })).toMatchObject({ id: operation.id });
      expect(vendor.taken).toHaveLength(1);
      await engine.close();
    },
  );

  test('is looked up and never sent again, where the vendor never got it', async () => {
    const { vendor, open } = createActingWorld({ writeFault: 'lost-before' });
    const { engine } = open();
    const { id } = await actFor(engine, runPlan);
    expect(await untilOver(engine, id)).toMatchObject({ status: 'failed', error: { message: 'It never arrived.' } });
    expect(vendor.taken).toEqual([]);
    await engine.close();
  });

  test('stays unknown with what was looked at, after a few looks, where the vendor does not show it', async () => {
    const { vendor, open, audit } = createActingWorld({ writeFault: 'lost-after', isOpenBook: false });
    const { engine } = open();
    const { id } = await actFor(engine, runPlan);
    expect(await untilOver(engine, id)).toMatchObject({
      status: 'unknown',
      error: { message: 'The list of jobs tells nothing of it.' },
    });
    expect(vendor.looks).toBe(7);
    expect(vendor.taken).toHaveLength(1);
    expect((await audit())[0]?.detail).toMatchObject({ event: 'over', status: 'unknown' });
    await engine.close();
  });

  test('of a vendor that hangs is lost, too', async () => {
    const { vendor, open } = createActingWorld({ writeFault: 'hangs-after' });
    const { engine } = open();
    const { id, status } = await actFor(engine, runPlan);
    expect(status).toBe('accepted');
    finishWork(vendor);
    expect(await untilOver(engine, id)).toMatchObject({ status: 'done', outcome: 'succeeded' });
    expect(vendor.taken).toHaveLength(1);
    await engine.close();
  });
});

/** The operation that is stored, whoever began it. */
async function storedOperation(store: ReturnType<typeof createActingWorld>['store']) {
  const request = { before: null, limit: 10, connections: null, statuses: null, targets: null };
  const [listed] = await store.listOperations(request);
  return listed?.operation ?? null;
}

describe('a process that dies', () => {
  test('at any moment of acting has sent nothing, or sent it once, and the next one finds out which', async () => {
    const seen = new Set<string>();
    for (let answers = 0; answers < 30; answers += 1) {
      const { vendor, store, open, clock } = createActingWorld();
      const first = open();
      first.life.after(answers);
      void actFor(first.engine, runPlan, { idempotencyKey: 'k' });
      await clock.sleep(1_000);
      const { engine } = open();
      engine.synchronizer?.start();
      await clock.sleep(120_000);
      finishWork(vendor);
      await clock.sleep(600_000);
      const operation = await storedOperation(store);
      expect(vendor.taken.length).toBeLessThanOrEqual(1);
      if (vendor.taken.length === 1) expect(operation).toMatchObject({ status: 'done', outcome: 'succeeded' });
      else if (operation !== null) expect(operation).toMatchObject({ status: 'failed' });
      const again = await actFor(engine, runPlan, { idempotencyKey: 'k' });
      expect(vendor.taken.length).toBe(operation?.status === 'failed' ? 0 : 1);
      if (operation !== null) expect(again.id).toBe(operation.id);
      seen.add(operation?.status ?? 'nothing');
      await engine.close();
    }
    expect(seen).toEqual(new Set(['nothing', 'failed', 'done']));
  });

  test('is known to be dead where that can be told: what it was sending is looked for at once', async () => {
    const { vendor, store, open, clock } = createActingWorld({ writeFault: 'hangs-after' });
    const first = open({}, { name: 'first', hasDied: () => false });
    void actFor(first.engine, runPlan);
    await clock.sleep(1_000);
    first.life.after(0);
    expect(vendor.taken).toHaveLength(1);
    const { engine } = open({}, { name: 'second', hasDied: (name) => name === 'first' });
    engine.synchronizer?.start();
    await clock.sleep(1_000);
    expect((await storedOperation(store))?.status).toBe('running');
    await engine.close();
  });
});
