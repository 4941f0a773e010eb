import { finishWork, makeItem, patientCall } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { actFor, asOperator, createActingWorld, itemId, planId, runPlan, untilOver } from './testing/acting-world.ts';

test.each([true, false])(
  'what is asked for is sent once and followed to the end of its jobs (stored: %s)',
  async (isStored) => {
    const { vendor, open } = createActingWorld({}, { isStored });
    const { engine } = open();
    const operation = await actFor(engine, runPlan);
    expect(operation).toMatchObject({
      action: 'run',
      targetName: 'Daily',
      actor: 'ann',
      status: 'running',
      outcome: null,
    });
    expect(await untilOver(engine, operation.id)).toMatchObject({ status: 'running', outcome: null });
    finishWork(vendor, 'failed');
    const finished = await untilOver(engine, operation.id);
    expect(finished).toMatchObject({ status: 'done', outcome: 'failed', jobs: [{ status: 'failed' }] });
    expect(vendor.taken.map(({ what }) => what)).toEqual(['run p1']);
    await engine.close();
  },
);

test('an operation is done before its jobs are, and has no outcome until they have ended', async () => {
  const { vendor, open } = createActingWorld({ isQuick: true });
  const { engine } = open();
  const { id } = await actFor(engine, runPlan);
  expect(await untilOver(engine, id, 'operation')).toMatchObject({ status: 'done', outcome: null });
  expect(await engine.operation(id, { waitMs: 60_000, until: 'jobs' }, patientCall)).toMatchObject({
    outcome: null,
    jobs: [{ status: 'running' }],
  });
  finishWork(vendor);
  expect(await untilOver(engine, id)).toMatchObject({ status: 'done', outcome: 'succeeded' });
  await engine.close();
});

test('a process that is started follows by itself, and not more often than the vendor wants', async () => {
  const { vendor, open, store, clock } = createActingWorld({ retryAfterSeconds: 120 });
  const first = open();
  const { id } = await actFor(first.engine, runPlan);
  first.life.after(0);
  const { engine } = open();
  engine.synchronizer?.start();
  await clock.sleep(3_600_000);
  expect(vendor.looks).toBeGreaterThan(20);
  expect(vendor.looks).toBeLessThanOrEqual(30);
  finishWork(vendor);
  await clock.sleep(600_000);
  expect((await store.getOperation(id))?.operation).toMatchObject({ status: 'done', outcome: 'succeeded' });
  await engine.close();
});

test('a dry run shows the requests, sends none of them and leaves no operation', async () => {
  const { vendor, open } = createActingWorld();
  const { engine } = open();
  const request = { action: 'stop-protection', target: itemId, parameters: { data: 'delete' } } as const;
  const planned = await engine.act(request, { ...asOperator, dryRun: true, idempotencyKey: 'k' }, patientCall);
  expect(planned).toMatchObject({
    kind: 'planned',
    needs: 'destroy',
    confirm: 'Share',
    requests: [{ method: 'POST', url: 'https://fake.test/item/i1/stop-protection', body: { data: 'delete' } }],
  });
  expect(vendor.taken).toEqual([]);
  expect(await engine.operations({}, { limit: 10, cursor: null })).toEqual({ operations: [], next: null });
  await engine.close();
});

test('what the vendor refuses has failed, says why, and leaves its key to the next try', async () => {
  const { vendor, open, audit } = createActingWorld({ writeFault: 'refused' });
  const { engine } = open();
  await expect(actFor(engine, runPlan, { idempotencyKey: 'k' })).rejects.toMatchObject({ code: 'state-conflict' });
  const { operations } = await engine.operations({ status: ['failed'] }, { limit: 10, cursor: null });
  expect(operations).toMatchObject([{ error: { code: 'state-conflict' } }]);
  expect((await audit()).map(({ detail }) => detail)).toMatchObject([{ event: 'refused' }, { event: 'sending' }]);
  vendor.writeFault = null;
  expect(await actFor(engine, runPlan, { idempotencyKey: 'k' })).toMatchObject({ status: 'running' });
  await engine.close();
});

test('the audit log tells who asked for what, how it was before and after, and what the vendor answered', async () => {
  const { vendor, open, audit } = createActingWorld({ isQuick: true });
  const { engine } = open();
  const { id } = await actFor(engine, { action: 'stop-protection', target: itemId, parameters: { data: 'retain' } });
  vendor.items = vendor.items.map((item) => ({ ...item, protection: 'stopped' }));
  finishWork(vendor);
  await untilOver(engine, id);
  const [over, answered, sending] = await audit();
  expect(sending).toMatchObject({ actor: 'ann', action: 'stop-protection', connection: 'c', target: itemId });
  expect(sending?.detail).toMatchObject({
    before: { protection: 'protected' },
    requests: [{ body: { data: 'retain' } }],
  });
  expect(answered?.detail).toMatchObject({ event: 'accepted', operation: id, answer: { token: '[redacted]' } });
  expect([over, answered, sending].map((line) => line?.detail)).toMatchObject(Array(3).fill({ name: 'Share' }));
  expect(over?.detail).toMatchObject({ event: 'over', outcome: 'succeeded', after: { protection: 'stopped' } });
  expect((await engine.item(itemId, patientCall)).thing.protection).toBe('stopped');
  await engine.close();
});

test('what is done at once and makes no job is over at once, and the target is read again', async () => {
  const { vendor, open, audit, clock } = createActingWorld({ isQuick: true, makesJobs: false });
  const { engine } = open();
  await engine.sync('c', null, patientCall);
  const { id, status } = await actFor(engine, { action: 'disable', target: planId, parameters: {} });
  expect(status).toBe('done');
  vendor.plans = vendor.plans.map((plan) => ({ ...plan, enabled: false }));
  expect(await untilOver(engine, id)).toMatchObject({ status: 'done', jobs: [], outcome: null });
  await clock.sleep(1_000);
  expect((await engine.plan(planId, patientCall)).thing.enabled).toBe(false);
  expect((await audit())[0]?.detail).toMatchObject({ event: 'over', after: { enabled: false } });
  await engine.close();
});

test('operations and lines of the audit are listed page by page', async () => {
  const { open } = createActingWorld({ isQuick: true });
  const { engine } = open();
  const ids = [await actFor(engine, runPlan), await actFor(engine, runPlan), await actFor(engine, runPlan)].map(
    ({ id }) => id,
  );
  const first = await engine.operations({ connection: ['c'] }, { limit: 2, cursor: null });
  const second = await engine.operations({ connection: ['c'] }, { limit: 2, cursor: first.next });
  expect([...first.operations, ...second.operations].map(({ id }) => id)).toEqual(ids.toReversed());
  expect(second.next).toBeNull();
  const lines = await engine.audit({ connections: null }, { limit: 4, cursor: null });
  const rest = await engine.audit({ connections: null }, { limit: 400, cursor: lines.next });
  expect(lines.entries).toHaveLength(4);
  expect(rest.entries.length).toBeGreaterThanOrEqual(2);
  await expect(engine.operations({}, { limit: 2, cursor: 'x' })).rejects.toMatchObject({ code: 'invalid-cursor' });
  await engine.close();
});

test('a plan that was removed is in no list any more when the operation is over', async () => {
  const { vendor, open } = createActingWorld({ isQuick: true, makesJobs: false, needs: 'destroy' });
  const { engine } = open();
  await engine.sync('c', null, patientCall);
  const listed = async () =>
    (await engine.plans({}, { limit: 10, cursor: null, fresh: false, strict: false }, patientCall)).records.length;
  expect(await listed()).toBe(1);
  const removal = { action: 'remove', target: planId, parameters: { removeRestorePoints: false } } as const;
  const { id } = await actFor(engine, removal, { confirm: 'Daily' });
  vendor.plans = [];
  expect(await untilOver(engine, id)).toMatchObject({ status: 'done' });
  expect(await listed()).toBe(0);
  await engine.close();
});

test('what was put under protection is listed when the operation is over', async () => {
  const { vendor, open } = createActingWorld({ isQuick: true, makesJobs: false });
  const { engine } = open();
  await engine.sync('c', null, patientCall);
  const protect = { action: 'protect', target: 'c', parameters: { sourceId: 'new', planId } } as const;
  const { id } = await actFor(engine, protect);
  vendor.items = [...vendor.items, makeItem('c', 'i2', { name: 'New' })];
  expect(await untilOver(engine, id)).toMatchObject({ status: 'done' });
  const page = { limit: 10, cursor: null, fresh: false, strict: false };
  const { records } = await engine.items({}, page, patientCall);
  expect(records.map(({ thing }) => thing.name)).toContain('New');
  await engine.close();
});
