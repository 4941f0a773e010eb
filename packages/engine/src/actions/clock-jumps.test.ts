import { CrossvaultError } from '@crossvault/core';
import { finishWork, patientCall } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { actFor, createActingWorld, runPlan, untilOver } from './testing/acting-world.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const atOnce = { waitMs: 0, until: 'operation' } as const;

test.each([
  ['with a store', true],
  ['without one', false],
])(
  'a clock that is set by a day, forward or back, keeps no operation from being followed to its end, %s',
  async (_, isStored) => {
    for (const shiftMs of [dayMs, -dayMs]) {
      const { vendor, open, clock } = createActingWorld({}, { isStored });
      const { engine } = open();
      const { id } = await actFor(engine, runPlan);
      clock.shiftWall(shiftMs);
      finishWork(vendor);
      const startMs = clock.monotonicMs();
      const operation = await untilOver(engine, id);
      expect(operation.status).toBe('done');
      expect(clock.monotonicMs() - startMs).toBeLessThan(5 * 60_000);
      await engine.close();
    }
  },
);

const unreachable = () =>
  new CrossvaultError({ code: 'source-unreachable', message: 'The vendor does not answer.', source: 'c' });

describe('a process whose clock stood eight days off when it took a change on', () => {
  const off = 8 * dayMs;

  test('behind: one look that fails ends nothing, and the operation is followed to its end', async () => {
    const { vendor, open, clock } = createActingWorld();
    clock.shiftWall(-off);
    const { engine } = open();
    const { id } = await actFor(engine, runPlan);
    clock.shiftWall(off);
    vendor.failure = unreachable();
    await clock.sleep(hourMs);
    expect((await engine.operation(id, atOnce, patientCall)).status).toBe('running');
    vendor.failure = null;
    finishWork(vendor);
    expect(await untilOver(engine, id)).toMatchObject({ status: 'done', outcome: 'succeeded' });
    await engine.close();
  });

  test('ahead: what never can be seen is given up after a week, and not after two', async () => {
    const { vendor, open, clock } = createActingWorld();
    clock.shiftWall(off);
    const { engine } = open();
    const { id } = await actFor(engine, runPlan);
    clock.shiftWall(-off);
    vendor.failure = unreachable();
    await clock.sleep(6 * dayMs);
    expect((await engine.operation(id, atOnce, patientCall)).status).toBe('running');
    await clock.sleep(2 * dayMs);
    expect((await engine.operation(id, atOnce, patientCall)).status).toBe('unknown');
    await engine.close();
  });

  test('behind: a caller that waits for an unknown operation still causes a look', async () => {
    const { vendor, open, clock } = createActingWorld({ writeFault: 'queued' });
    clock.shiftWall(-off);
    const { engine } = open();
    const { id } = await actFor(engine, runPlan);
    clock.shiftWall(off);
    expect(await untilOver(engine, id)).toMatchObject({ status: 'unknown' });
    vendor.queued[0]?.();
    finishWork(vendor);
    const seen = await engine.operation(id, { waitMs: 1_000, until: 'operation' }, patientCall);
    expect(seen).toMatchObject({ status: 'done', error: null });
    await engine.close();
  });
});

test('a job that does not show up at once is waited for, though the clock of the store is set eight days ahead', async () => {
  const world = createActingWorld({ isQuick: true });
  const { vendor, clock } = world;
  const { engine } = world.open({}, undefined, { ...world.store, nowMs: async () => clock.now() });
  const { id } = await actFor(engine, runPlan);
  const hidden = vendor.jobs.splice(0);
  await clock.sleep(minuteMs);
  clock.shiftWall(8 * dayMs);
  await clock.sleep(2 * minuteMs);
  vendor.jobs.push(...hidden);
  finishWork(vendor);
  expect(await untilOver(engine, id)).toMatchObject({ status: 'done', outcome: 'succeeded' });
  await engine.close();
});

test('a request is the later one though the clock was set back before it: its job is not taken for that of the first', async () => {
  const { vendor, open, clock } = createActingWorld({ writeFault: 'queued' });
  const { engine } = open();
  const first = await actFor(engine, runPlan);
  clock.shiftWall(-hourMs);
  const second = await actFor(engine, runPlan);
  vendor.queued[1]?.();
  // A vendor that shows only jobs: a look for a new job finds that of the second request.
  const [made] = vendor.taken;
  if (made !== undefined) vendor.taken.unshift({ ...made, requestId: first.id });
  finishWork(vendor);
  expect(await untilOver(engine, first.id)).toMatchObject({ status: 'unknown', jobs: [] });
  expect(await untilOver(engine, second.id)).toMatchObject({ status: 'done' });
  await engine.close();
});
