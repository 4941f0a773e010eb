import { makeItem } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { at, createInsightWorld, type InsightWorld, itemId } from './testing/insight-world.ts';

/** Both items ran on five nights, and were evaluated at noon after them. */
async function afterFiveNights(...[settings]: Parameters<typeof createInsightWorld>) {
  const world = createInsightWorld(settings);
  await world.read();
  for (let night = -3; night <= 1; night += 1) {
    for (const item of ['web', 'mail']) await world.run(item, at(night, '22:05'));
  }
  await world.until(at(2, '12:00'));
  await world.evaluate();
  return world;
}

test('nothing is judged before jobs and plans were read: everything would look missed', async () => {
  const world = createInsightWorld();
  expect(await world.evaluate()).toBe('unread');
  expect(await world.store.subjects({ connections: null })).toEqual([]);
});

test('at first sight runs of the past are met, silences are unknown, and nothing is missed', async () => {
  const world = createInsightWorld();
  await world.read();
  await world.run('web', at(-1, '22:05'));
  await world.run('web', at(-2, '22:05'), 'failed');
  await world.evaluate();
  expect(await world.verdicts('web', at(-3, '12:00'))).toEqual([
    'unknown: schedule-not-known',
    'failed',
    'met',
    'unknown: schedule-not-known',
    'upcoming',
  ]);
  expect(await world.findings()).toEqual([]);
});

test('a run that does not start is missed once its grace is over, and is found once; a late one ends the finding', async () => {
  const world = await afterFiveNights();
  await world.run('mail', at(2, '22:01'));
  await world.until(at(2, '23:30'));
  await world.evaluate();
  expect(await world.verdicts('web', at(2, '12:00'))).toEqual(['missed', 'upcoming']);
  expect(await world.verdicts('mail', at(2, '12:00'))).toEqual(['met', 'upcoming']);
  expect(await world.findings()).toEqual(['web missed open']);
  await world.run('web', at(3, '03:00'));
  await world.until(at(3, '04:00'));
  await world.evaluate();
  expect(await world.verdicts('web', at(2, '12:00'))).toEqual(['met-late', 'upcoming']);
  expect(await world.findings()).toEqual(['web missed resolved']);
});

test('what was not seen is unknown and one finding of the source; when sight returns it is judged as it was', async () => {
  const world = await afterFiveNights();
  await world.until(at(3, '12:00'), true);
  await world.evaluate();
  expect(await world.verdicts('web', at(2, '12:00'))).toEqual(['unknown: blind', 'upcoming']);
  expect(await world.findings()).toEqual(['source source-blind open']);
  await world.run('web', at(2, '22:03'));
  await world.until(at(3, '13:00'));
  await world.evaluate();
  expect(await world.verdicts('web', at(2, '12:00'))).toEqual(['met', 'upcoming']);
  expect(await world.verdicts('mail', at(2, '12:00'))).toEqual(['missed', 'upcoming']);
  expect(await world.findings()).toEqual(['mail missed open', 'source source-blind resolved']);
});

test('an evaluation of what has not changed writes nothing', async () => {
  const world = await afterFiveNights();
  let writes = 0;
  const { putEvaluation } = world.store;
  world.store.putEvaluation = (...args) => {
    writes += 1;
    return putEvaluation(...args);
  };
  await world.evaluate();
  world.restart();
  await world.until(at(2, '12:05'));
  expect(await world.evaluate()).toBe('evaluated');
  expect(writes).toBe(0);
});

test('a schedule that is edited between a due time and its grace excuses the run, and leaves the past as it was', async () => {
  const world = await afterFiveNights();
  const before = await world.verdicts('web', at(-4, '12:00'));
  await world.until(at(2, '22:10'));
  const [plan] = await world.store.listThings('plan', { query: {}, words: [], after: null, limit: 1 });
  const schedule = plan?.thing.schedule;
  if (schedule === null || schedule === undefined) throw new Error('The plan has a schedule.');
  await world.read({
    plan: { schedule: { ...schedule, rules: schedule.rules.map((rule) => ({ ...rule, times: ['23:00'] })) } },
  });
  await world.run('web', at(2, '23:02'));
  await world.run('mail', at(2, '23:02'));
  await world.until(at(3, '12:00'));
  await world.evaluate();
  const after = await world.verdicts('web', at(-4, '12:00'));
  expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
  expect(after.slice(before.length - 1)).toEqual(['excused: schedule-changed', 'met', 'upcoming']);
  expect(await world.findings()).toEqual([]);
});

test('a plan that is switched off expects nothing, is one finding after a week, and what was due meanwhile is not missed once it is on again', async () => {
  const world = await afterFiveNights();
  await world.read({ plan: { enabled: false } });
  await world.until(at(8, '12:00'));
  await world.evaluate();
  expect(await world.verdicts('web', at(2, '12:00'))).toEqual([]);
  await world.until(at(9, '13:00'));
  await world.evaluate();
  expect(await world.findings()).toEqual(['plan disabled-too-long open']);
  await world.read({ plan: { enabled: true } });
  await world.run('web', at(9, '22:01'));
  await world.run('mail', at(9, '22:01'));
  await world.until(at(10, '12:00'));
  await world.evaluate();
  expect(await world.verdicts('web', at(2, '12:00'))).toEqual(['met', 'upcoming']);
  expect(await world.findings()).toEqual(['plan disabled-too-long resolved']);
});

test('an item that is gone is expected no longer, and its findings are retired, which says nothing good', async () => {
  const world = await afterFiveNights();
  await world.run('mail', at(2, '22:01'));
  await world.until(at(3, '12:00'));
  await world.evaluate();
  expect(await world.findings()).toEqual(['web missed open']);
  await world.read({
    items: [makeItem('c', 'mail', { name: 'mail', plan: { id: 'p', name: 'Nightly', nextRunAt: null } })],
  });
  await world.run('mail', at(3, '22:01'));
  await world.until(at(4, '12:00'));
  await world.evaluate();
  expect(await world.findings()).toEqual(['web missed retired']);
  expect((await world.store.subjects({ connections: null, areExpected: true })).map(({ name }) => name)).toEqual([
    'mail',
  ]);
});

test('a new item is in no denominator before its first due time, and then is found if it was never backed up', async () => {
  const world = await afterFiveNights();
  const plan = { id: 'p', name: 'Nightly', nextRunAt: null };
  await world.until(at(2, '15:00'));
  const items = ['web', 'mail', 'new'].map((name) => makeItem('c', name, { name, plan, protection: 'protected' }));
  await world.read({ items });
  await world.evaluate();
  expect(await world.verdicts('new', at(-20, '12:00'))).toEqual(['upcoming']);
  for (const item of ['web', 'mail']) await world.run(item, at(2, '22:01'));
  await world.until(at(3, '12:00'));
  await world.evaluate();
  expect(await world.findings()).toEqual(['new never-backed-up open']);
});

test('what an operator excuses does not count, and what they mute is found and not announced', async () => {
  const world = await afterFiveNights();
  await world.until(at(3, '12:00'));
  await world.evaluate();
  const said = { connection: 'c', finding: null, by: 'ann', why: 'planned', createdMs: world.clock.now() };
  const night = { fromMs: Date.parse(at(2, '12:00')), untilMs: Date.parse(at(3, '12:00')) };
  await world.store.putOverride({ ...said, ...night, id: 'o', kind: 'excuse', subject: itemId('web') });
  await world.evaluate();
  expect(await world.verdicts('web', at(2, '12:00'))).toEqual(['excused: override', 'upcoming']);
  expect(await world.verdicts('mail', at(2, '12:00'))).toEqual(['missed', 'upcoming']);
  expect(await world.findings()).toEqual(['mail missed open', 'web missed resolved']);
});

test('the narrowest objective says how old a backup may be', async () => {
  const hourMs = 3_600_000;
  const world = await afterFiveNights({
    objectives: [{ maxAgeMs: 8 * hourMs }, { maxAgeMs: 100 * hourMs, items: ['WEB'] }],
  });
  expect(await world.findings()).toEqual(['mail objective-breached open']);
});

test('a verdict stands when the job on which it rests is deleted for its age', async () => {
  const world = await afterFiveNights();
  const before = await world.verdicts('web', at(-4, '12:00'));
  await world.store.deleteOlderThan({ connection: 'c', before: at(2, '11:00'), onlyGone: false, limit: 100 });
  world.restart();
  await world.until(at(2, '20:00'));
  await world.evaluate();
  expect(await world.verdicts('web', at(-4, '12:00'))).toEqual(before);
});

/** Lets a process die in calls of a store. Half of the time what it wrote was committed before. */
function killIn(world: InsightWorld, deaths: readonly number[]): void {
  const { putEvaluation } = world.store;
  let calls = 0;
  world.store.putEvaluation = async (...args) => {
    calls += 1;
    const dies = deaths.includes(calls);
    if (!dies || calls % 2 === 0) await putEvaluation(...args);
    if (dies) throw new Error('The process was killed.');
  };
}

async function turn(world: InsightWorld): Promise<void> {
  const end = await world.evaluate().catch(() => 'killed');
  if (end !== 'killed') return;
  world.restart();
  await turn(world);
}

/** Five nights: the one item fails every other night, the other one runs on one of them. */
async function fiveNights(deaths: readonly number[]) {
  const world = createInsightWorld();
  killIn(world, deaths);
  await world.read();
  for (const item of ['web', 'mail']) await world.run(item, at(1, '22:05'));
  await world.until(at(2, '12:00'));
  await turn(world);
  for (let night = 2; night <= 6; night += 1) {
    await world.run('mail', at(night, '22:05'), night % 2 === 0 ? 'failed' : 'succeeded');
    if (night === 5) await world.run('web', at(night, '22:05'));
    for (const time of [at(night, '23:30'), at(night + 1, '12:00')]) {
      await world.until(time);
      await turn(world);
    }
  }
  const found = await world.store.listFindings({ connections: null, sinceMs: null, after: null, limit: 100 });
  const changes = await Promise.all(found.map(({ id }) => world.store.findingChanges(id)));
  return { found, changes, web: await world.verdicts('web', at(-4, '12:00')) };
}

test('a process that dies in an evaluation loses and repeats nothing: the next one finds the same, each change once', async () => {
  const calm = await fiveNights([]);
  expect(calm.found.length).toBeGreaterThan(1);
  expect(await fiveNights([1, 2, 5, 6, 9, 12, 14])).toEqual(calm);
});

test('two evaluations at once do not judge twice: the second one is busy', async () => {
  const world = createInsightWorld();
  await world.read();
  expect((await Promise.all([world.evaluate(), world.evaluate()])).toSorted()).toEqual(['busy', 'evaluated']);
});
