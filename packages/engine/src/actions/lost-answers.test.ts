import { CrossvaultError } from '@crossvault/core';
import { finishWork, patientCall } from '@crossvault/testkit';
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

  test('is looked up and never sent again, where the vendor never got it: it is unknown, and not failed', async () => {
    const { vendor, open } = createActingWorld({ writeFault: 'lost-before' });
    const { engine } = open();
    const { id } = await actFor(engine, runPlan);
    expect(await untilOver(engine, id)).toMatchObject({ status: 'unknown', error: { message: 'It has not arrived.' } });
    expect(vendor.taken).toEqual([]);
    await engine.close();
  });

  test('becomes the truth when the vendor carries the change out after the operation was called unknown', async () => {
    const { vendor, open, clock, audit } = createActingWorld({ writeFault: 'queued' });
    const { engine } = open();
    const { id } = await actFor(engine, runPlan);
    expect(await untilOver(engine, id)).toMatchObject({ status: 'unknown' });
    await clock.sleep(3_600_000);
    vendor.queued[0]?.();
    finishWork(vendor);
    await clock.sleep(8 * 3_600_000);
    const seen = await engine.operation(id, { waitMs: 0, until: 'operation' }, patientCall);
    expect(seen).toMatchObject({ status: 'done', outcome: 'succeeded', error: null });
    expect(vendor.taken).toHaveLength(1);
    const events = (await audit()).map(({ detail }) => detail);
    expect(events).toContainEqual(expect.objectContaining({ event: 'finished', status: 'unknown' }));
    expect(events[0]).toMatchObject({ status: 'done' });
    await engine.close();
  });

  test('is looked at once more for a caller that waits for an unknown operation, within a week', async () => {
    const { vendor, open, clock } = createActingWorld({ writeFault: 'queued' });
    const { engine } = open();
    const { id } = await actFor(engine, runPlan);
    expect(await untilOver(engine, id)).toMatchObject({ status: 'unknown' });
    await clock.sleep(3 * 86_400_000);
    const looks = vendor.looks;
    const asked = () => engine.operation(id, { waitMs: 1_000, until: 'operation' }, patientCall);
    expect(await asked()).toMatchObject({ status: 'unknown' });
    expect(vendor.looks).toBeGreaterThan(looks);
    vendor.queued[0]?.();
    finishWork(vendor);
    expect(await asked()).toMatchObject({ status: 'done', error: null });
    await engine.close();
  });

  test('is looked at for a day by itself, and then no more', async () => {
    const { vendor, open, clock } = createActingWorld({ writeFault: 'lost-before' });
    const { engine } = open();
    const { id } = await actFor(engine, runPlan);
    await clock.sleep(86_400_000);
    const looks = vendor.looks;
    expect(looks).toBe(15);
    await clock.sleep(10 * 86_400_000);
    expect(vendor.looks).toBe(looks);
    expect((await engine.operation(id, { waitMs: 1_000, until: 'operation' }, patientCall)).status).toBe('unknown');
    expect(vendor.looks).toBe(looks);
    await engine.close();
  });

  test('is not found in the job of a second request for the same', async () => {
    const { vendor, open, clock } = createActingWorld({ writeFault: 'queued' });
    const { engine } = open();
    const first = await actFor(engine, runPlan);
    expect(await untilOver(engine, first.id)).toMatchObject({ status: 'unknown' });
    vendor.writeFault = null;
    const second = await actFor(engine, runPlan);
    finishWork(vendor);
    expect(await untilOver(engine, second.id)).toMatchObject({ status: 'done' });
    // As a vendor does that shows jobs alone: a look for a new one finds that of the second request.
    const [made] = vendor.taken;
    if (made !== undefined) vendor.taken.push({ ...made, requestId: first.id });
    await clock.sleep(86_400_000);
    expect(await untilOver(engine, first.id)).toMatchObject({ status: 'unknown', jobs: [] });
    await engine.close();
  });

  test('stays unknown with what was looked at, after a few looks, where the vendor does not show it', async () => {
    const { vendor, open, audit } = createActingWorld({ writeFault: 'lost-after', isOpenBook: false });
    const { engine } = open();
    const { id } = await actFor(engine, runPlan);
    expect(await untilOver(engine, id)).toMatchObject({
      status: 'unknown',
      error: { message: 'The list of jobs has no record of it.' },
    });
    expect(vendor.looks).toBe(7);
    expect(vendor.taken).toHaveLength(1);
    expect((await audit())[0]?.detail).toMatchObject({ event: 'finished', status: 'unknown' });
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

test('the operation names a look that fails for good at once, and no longer when a look succeeds', async () => {
  const { vendor, open, clock } = createActingWorld();
  const { engine } = open();
  const { id } = await actFor(engine, runPlan);
  const seen = () => engine.operation(id, { waitMs: 0, until: 'operation' }, patientCall);
  vendor.failure = new CrossvaultError({ code: 'link-refused', message: 'It pointed elsewhere.', source: 'c' });
  await clock.sleep(10_000);
  expect(await seen()).toMatchObject({
    status: 'running',
    error: { code: 'link-refused', message: expect.stringContaining('It pointed elsewhere.') },
  });
  vendor.failure = null;
  finishWork(vendor);
  expect(await untilOver(engine, id)).toMatchObject({ status: 'done', error: null });
  await engine.close();
});

/** The stored operation, begun by either process. */
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
      else if (operation !== null) expect(operation).toMatchObject({ status: 'unknown' });
      const again = await actFor(engine, runPlan, { idempotencyKey: 'k' });
      expect(vendor.taken.length).toBe(operation?.status === 'unknown' ? 0 : 1);
      if (operation !== null) expect(again.id).toBe(operation.id);
      seen.add(operation?.status ?? 'nothing');
      await engine.close();
    }
    expect(seen).toEqual(new Set(['nothing', 'unknown', 'done']));
  });

  test('is known to be dead where the owner can be checked: what it was sending is looked for at once', async () => {
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
