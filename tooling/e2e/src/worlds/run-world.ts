import type { JobStore } from '@crossvault/core/store';
import { createRandom, type Random } from '@crossvault/simulators';
import { type MovingVendor, patientCall } from '@crossvault/testkit';
import { checkMoment, checkRest, exportWorld } from './check-world.ts';
import { createSmallWorld, type SmallWorld, type WorldProcess } from './small-world.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/**
 * Within so long everything that was stored has been compared, and looked at again: a pass that was in progress may have been
 * past a job before that was deleted, and the next one is a day later.
 */
const mostHoursOfRest = 42;

/** A clock is off by so much at the most, in either direction. */
const mostAheadMs = 4 * dayMs;

/** Each takes a job away. */
const betweenShiftsMs = 10 * minuteMs;

const lists: readonly MovingVendor['list'][] = [
  { key: 'jobs', order: 'none', nativeFilters: [] },
  { key: 'jobs', order: 'none', nativeFilters: ['startedAfter'] },
  { key: 'jobs', order: 'none', nativeFilters: ['startedAfter', 'startedBefore'] },
  { key: 'jobs', order: 'newest-first', nativeFilters: [] },
  { key: 'jobs', order: 'newest-first', nativeFilters: ['startedAfter', 'startedBefore'] },
];

/** History of the worlds that take few calls to the store, and of those with passes of many windows. */
export const shortDays = 7;
export const longDays = 60;

/** A world while things happen in it. */
interface Stage {
  readonly world: SmallWorld;
  readonly random: Random;
  readonly processes: WorldProcess[];
  /** No job is older when it is first seen. */
  readonly oldestHours: number;
  readonly found: string[];
}

const instant = (ms: number): string => new Date(ms).toISOString();

function addJob({ world, random }: Stage, agoMs: number, isRunning: boolean): void {
  const startedMs = world.clock.now() - agoMs;
  const id = `job-${random.hex(12)}`;
  const endedAt = isRunning ? null : instant(Math.min(startedMs + 10 * minuteMs, world.clock.now()));
  world.vendor.jobs.set(id, {
    id,
    startedAt: instant(startedMs),
    endedAt,
    status: isRunning ? 'running' : 'succeeded',
  });
}

function endJob({ world, random }: Stage): void {
  const open = [...world.vendor.jobs.values()].filter(({ endedAt }) => endedAt === null);
  if (open.length === 0) return;
  const job = random.pick(open);
  const status = random.pick(['succeeded', 'failed', 'warning'] as const);
  world.vendor.jobs.set(job.id, { ...job, endedAt: instant(world.clock.now()), status });
}

function deleteJob({ world, random }: Stage): void {
  const ended = [...world.vendor.jobs.values()].filter(({ endedAt }) => endedAt !== null);
  if (ended.length > 0) world.vendor.jobs.delete(random.pick(ended).id);
}

/** The process that syncs is held while a job runs, another one sees the end, and the first continues as if nothing had happened. */
async function holdOne(stage: Stage): Promise<void> {
  const { world, random, processes } = stage;
  addJob(stage, 0, true);
  await world.clock.sleep(6 * minuteMs);
  const holder = await world.holder();
  const held = processes.find(({ owner }) => owner === holder) ?? random.pick(processes);
  held.pause.hold();
  await world.lapse();
  for (let job = random.integer(1, 3); job > 0; job -= 1) endJob(stage);
  for (let part = random.integer(1, 8); part > 0; part -= 1) {
    await world.clock.sleep(random.integer(10, 60) * 1_000);
    stage.found.push(...(await checkMoment(world)));
  }
  held.pause.resume();
  await world.clock.sleep(minuteMs);
}

/** A single job is requested beside the sync, and its answer may be held while the job ends. */
async function getOne(stage: Stage): Promise<void> {
  const { world, random, processes } = stage;
  const stored = await exportWorld(world);
  if (stored.length === 0) return;
  const { engine, pause } = random.pick(processes);
  const asked = engine.getJob(random.pick(stored).id, patientCall, { fresh: true }).catch(() => undefined);
  if (random.chance(0.5)) {
    await new Promise((resolve) => setImmediate(resolve));
    pause.hold();
    endJob(stage);
    await world.clock.sleep(2 * minuteMs);
    pause.resume();
  }
  await asked;
}

/** Jobs that were there before and after have to be in an export that was made meanwhile, once each. */
async function exportBesidePrune({ world, random, found }: Stage): Promise<void> {
  const { store, name, clock } = world;
  const before = await exportWorld(world);
  const request = { connection: name, before: instant(clock.now() - dayMs), onlyGone: random.chance(0.5), limit: 5 };
  const [listed] = await Promise.all([
    exportWorld(world),
    store.deleteOlderThan(request),
    store.deleteOlderThan(request),
  ]);
  const after = new Set((await exportWorld(world)).map(({ id }) => id));
  const ids = listed.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) found.push('an export listed a job twice');
  const lost = before.filter(({ id }) => after.has(id) && !ids.includes(id));
  if (lost.length > 0) found.push(`an export beside a prune left out ${lost.length} jobs`);
}

/** Sets the clock of one host: mostly off by minutes, like an unmaintained clock, otherwise by days. */
const drawAhead = (random: Random): number =>
  random.pick([-1, 1]) * random.integer(1, random.chance(0.5) ? 20 * minuteMs : mostAheadMs);

function setClock({ random, processes }: Stage): void {
  random.pick(processes).setAhead(random.chance(0.3) ? 0 : drawAhead(random));
}

type Happening = readonly [weight: number, happen: (stage: Stage) => Promise<void> | void];

const happenings: readonly Happening[] = [
  [5, (stage) => addJob(stage, 0, true)],
  [5, endJob],
  [2, (stage) => addJob(stage, stage.random.integer(1, stage.oldestHours) * hourMs, false)],
  [2, deleteJob],
  [5, ({ world, random }) => world.clock.sleep(random.integer(10, 40 * 60) * 1_000)],
  [3, holdOne],
  [4, getOne],
  [2, exportBesidePrune],
  [2, setClock],
];

async function happenOnce(stage: Stage): Promise<void> {
  let left = stage.random.integer(
    1,
    happenings.reduce((sum, [weight]) => sum + weight, 0),
  );
  for (const [weight, happen] of happenings) {
    left -= weight;
    if (left <= 0) return happen(stage);
  }
}

/** Rows move between two pages of one reading, now and then: the first one is taken away. No job is skipped twice. */
function shiftRows({ vendor, clock }: SmallWorld, random: Random): void {
  const skipped = new Set<string>();
  let nextMs = clock.monotonicMs();
  vendor.betweenPages = (rows, offset) => {
    const [first, next] = [rows[0], rows[offset]];
    if (first === undefined || next === undefined || first.endedAt === null || skipped.has(next.id)) return;
    if (clock.monotonicMs() < nextMs || !random.chance(0.3)) return;
    nextMs = clock.monotonicMs() + betweenShiftsMs;
    skipped.add(next.id);
    vendor.jobs.delete(first.id);
  };
}

/**
 * Lets two hosts whose clocks differ sync one vendor into one store, while its jobs start, end, vanish and move, processes
 * are held past their lease, single jobs are requested, and old ones are deleted. `days`: so far back history goes; a pass
 * over a few of them is over sooner. Gives what was wrong; [] is as it should be.
 */
export async function runWorld(store: JobStore, seed: string, days: number): Promise<readonly string[]> {
  const random = createRandom(seed);
  const world = createSmallWorld({
    name: `world-${random.hex(10)}`,
    store,
    list: random.pick(lists),
    pageSize: random.integer(2, 9),
    historyDays: days,
  });
  const aheads = [0, drawAhead(random)];
  const processes = aheads.map((ahead) => world.open(ahead));
  const oldestHours = (days - 4) * 24;
  const stage: Stage = { world, random, processes, oldestHours, found: [] };
  for (let index = random.integer(0, 60); index > 0; index -= 1)
    addJob(stage, random.integer(1, oldestHours) * hourMs, false);
  for (const { engine } of processes) engine.synchronizer?.start();
  shiftRows(world, random);
  for (let steps = random.integer(5, 20); steps > 0 && stage.found.length === 0; steps -= 1) {
    await happenOnce(stage);
    stage.found.push(...(await checkMoment(world)));
  }
  world.vendor.betweenPages = () => undefined;
  while ([...world.vendor.jobs.values()].some(({ endedAt }) => endedAt === null)) endJob(stage);
  const [left, ...others] = random.chance(0.5) ? processes : processes.toReversed();
  await closeAll(world, others);
  // What a clock has spoilt has to be mended once it is right.
  left?.setAhead(0);
  await world.lapse();
  // The rarest pass is due then; it goes a page a turn, and what it has missed is checked again.
  world.clock.move(25 * hourMs);
  let wrong: readonly string[] = [];
  for (let hours = 0; hours < mostHoursOfRest; hours += 1) {
    await world.clock.sleep(hourMs);
    wrong = await checkRest(world);
    if (wrong.length === 0) break;
  }
  stage.found.push(...wrong);
  if (left !== undefined) await closeAll(world, [left]);
  return stage.found;
}

async function closeAll({ clock }: SmallWorld, processes: readonly WorldProcess[]): Promise<void> {
  const closed = Promise.all(processes.map(({ engine }) => engine.close()));
  await clock.sleep(minuteMs);
  await closed;
}
