import { expect, test } from 'vitest';
import { createSimulatedClock } from '../clock/clock.ts';
import { createRandom } from '../fleet/random.ts';
import type { TruthOccurrence } from '../truth.ts';
import type { EventInput } from './event.ts';
import { type PlanWish, type SimulatedPlan, toPlan } from './plan.ts';
import type { PlannedRun } from './planned-run.ts';
import { createPlanner } from './planner.ts';

const start = '2026-11-20T06:00:00Z';
const nightly: PlanWish = {
  name: 'nightly',
  rules: [{ kind: 'calendar', track: 'backup', times: ['22:00'] }],
  items: ['vm-1', 'vm-2'],
};
const hourly: PlanWish = {
  name: 'hourly',
  rules: [{ kind: 'interval', track: 'backup', everyMinutes: 60, anchor: '2026-01-01T00:00:00Z' }],
};

const open = (
  wishes: readonly (PlanWish & Partial<SimulatedPlan>)[],
  { events = [], days = 3 }: { events?: readonly EventInput[]; days?: number } = {},
) => {
  const clock = createSimulatedClock({ start });
  const runs: PlannedRun[] = [];
  const plans = wishes.map((wish) => ({ ...toPlan(wish, { id: wish.name, list: '', sort: '' }), ...without(wish) }));
  const planner = createPlanner({
    vendor: 'veeam-azure',
    clock,
    random: createRandom(7),
    plans,
    events: events.map((event) => ({ ...event, vendor: 'veeam-azure' as const })),
    fromMs: clock.now() - days * 86_400_000,
    start: (run) => [`job ${runs.push(run)}`],
  });
  const told = (plan: string) => planner.truth().occurrences.filter((one) => one.plan === plan);
  return { clock, planner, runs, told };
};
const without = ({ hasRunPerItem, retries, skipsWhileRunning, silentTracks }: Partial<SimulatedPlan>) =>
  Object.fromEntries(
    Object.entries({ hasRunPerItem, retries, skipsWhileRunning, silentTracks }).filter(
      ([, value]) => value !== undefined,
    ),
  );
const outcomes = (told: readonly TruthOccurrence[]): string[] =>
  told.map(({ dueAt, item, outcome }) => `${dueAt.slice(8, 13)} ${item ?? '-'} ${outcome}`);

test('a history of so many days is there already, and each run starts seconds to minutes after its due time', () => {
  const { told } = open([nightly]);
  expect(outcomes(told('nightly'))).toEqual(['17T22 - succeeded', '18T22 - succeeded', '19T22 - succeeded']);
  for (const { dueAt, startedAt } of told('nightly')) {
    const lateMs = Date.parse(startedAt ?? '') - Date.parse(dueAt);
    expect(lateMs).toBeGreaterThanOrEqual(5000);
    expect(lateMs).toBeLessThanOrEqual(240_000);
  }
});

test('the clock that runs on brings the next runs, the same ones in one step or in many', () => {
  const [one, many] = [open([nightly, hourly]), open([nightly, hourly])];
  one.clock.move(72 * 3_600_000);
  for (let step = 0; step < 288; step += 1) {
    many.clock.move(900_000);
    many.planner.advance();
  }
  expect(many.planner.truth().occurrences.toSorted(byDue)).toMatchObject(
    one.planner
      .truth()
      .occurrences.toSorted(byDue)
      .map(({ nativeIds: _, ...occurrence }) => occurrence),
  );
  expect(many.told('hourly')).toHaveLength(6 * 24 + 1);
});
const byDue = (one: TruthOccurrence, other: TruthOccurrence): number =>
  `${one.plan} ${one.dueAt}` < `${other.plan} ${other.dueAt}` ? -1 : 1;

test('each item has a run of its own where the vendor works so', () => {
  const { told } = open([{ ...nightly, hasRunPerItem: true }], { days: 1 });
  expect(outcomes(told('nightly'))).toEqual(['19T22 vm-1 succeeded', '19T22 vm-2 succeeded']);
});

test('planted into the history, a run is missed, another late, and three in a row fail for one item', () => {
  const { told, planner } = open([{ ...nightly, hasRunPerItem: true }], {
    events: [
      { kind: 'miss', plan: 'nightly', item: 'vm-2', at: '2026-11-18T00:00:00Z' },
      { kind: 'late', plan: 'Nightly', item: 'vm-2', at: '2026-11-19T00:00:00Z', seconds: 7200 },
      { kind: 'fail', plan: 'nightly', item: 'vm-1', at: '2026-11-17T00:00:00Z', times: 3 },
    ],
  });
  expect(outcomes(told('nightly'))).toEqual([
    '17T22 vm-1 failed',
    '17T22 vm-2 succeeded',
    '18T22 vm-1 failed',
    '18T22 vm-2 missed',
    '19T22 vm-1 failed',
    '19T22 vm-2 succeeded',
  ]);
  expect(told('nightly').at(-1)).toMatchObject({ startedAt: '2026-11-20T00:00:00.000Z', planted: ['late'] });
  expect(planner.truth().events).toContainEqual({
    vendor: 'veeam-azure',
    kind: 'fail',
    plan: 'nightly',
    item: 'vm-1',
    at: '2026-11-17T00:00:00.000Z',
    times: 3,
    seconds: null,
  });
});

test('what is planted for one run changes no other run', () => {
  const [plain, changed] = [
    open([nightly]),
    open([nightly], { events: [{ kind: 'miss', plan: 'nightly', at: '2026-11-18T00:00:00Z' }] }),
  ];
  const [first, , third] = plain.told('nightly');
  expect(changed.told('nightly').filter(({ outcome }) => outcome !== 'missed')).toMatchObject(
    [first, third].map((one) => ({ startedAt: one?.startedAt, endedAt: one?.endedAt })),
  );
});

test('planted for the future it takes the next due time, and what has fallen due already is refused', () => {
  const { planner, clock, told } = open([nightly]);
  planner.plant({ kind: 'cancel', plan: 'nightly' });
  clock.move(48 * 3_600_000);
  expect(outcomes(told('nightly')).slice(3)).toEqual(['20T22 - cancelled', '21T22 - succeeded']);
  expect(() => planner.plant({ kind: 'miss', plan: 'nightly', at: '2026-11-21T00:00:00Z' })).toThrow(
    'what has fallen due already cannot be changed',
  );
  expect(() => planner.plant({ kind: 'miss', plan: 'weekly' })).toThrow('no plan weekly; there are nightly');
  expect(() => planner.plant({ kind: 'fail', plan: 'nightly', item: 'vm-9' })).toThrow('no item vm-9 in nightly');
  expect(() => planner.plant({ kind: 'miss', plan: 'nightly', item: 'vm-1' })).toThrow('is about all its items');
  const unknown = { kind: 'edit-schedule', plan: 'nightly', rules: [], timeZone: 'Mars/Olympus' } as const;
  expect(() => planner.plant(unknown)).toThrow(RangeError);
});

test('a failed run is tried again for what failed, as often as the vendor does so', () => {
  const events = [
    { kind: 'fail', plan: 'nightly', item: 'vm-2', at: '2026-11-18T00:00:00Z', recovers: true },
    { kind: 'fail', plan: 'nightly', item: 'vm-2', at: '2026-11-19T00:00:00Z' },
  ] as const;
  const { runs, told } = open([{ ...nightly, retries: { times: 2, afterSeconds: 600 } }], { events });
  expect(told('nightly')).toHaveLength(3);
  expect(runs.map(({ attempt, outcome, items }) => `${attempt} ${outcome} ${items.join()}`)).toEqual([
    '1 succeeded vm-1,vm-2',
    '1 failed vm-1,vm-2',
    '2 succeeded vm-2',
    '1 failed vm-1,vm-2',
    '2 failed vm-2',
    '3 failed vm-2',
  ]);
  const [, first, second] = runs;
  expect(second?.startMs).toBe((first?.startMs ?? 0) + (first?.durationMs ?? 0) + 600_000);
  expect(told('nightly').map(({ outcome, attempts, failedItems }) => [outcome, attempts, failedItems])).toEqual([
    ['succeeded', 1, []],
    ['succeeded', 2, []],
    ['failed', 3, ['vm-2']],
  ]);
});

test('a run that takes too long makes the vendor leave out the next, or start it afterwards', () => {
  const events = [{ kind: 'overrun', plan: 'hourly', at: '2026-11-20T01:30:00Z', seconds: 5400 }] as const;
  const skipping = open([{ ...hourly, skipsWhileRunning: true }], { events, days: 0.2 });
  expect(outcomes(skipping.told('hourly'))).toContain('20T03 - skipped');
  const queueing = open([hourly], { events, days: 0.2 });
  const [before, after] = ['T02', 'T03'].map((hour) =>
    queueing.told('hourly').find(({ dueAt }) => dueAt.includes(hour)),
  );
  expect(after?.startedAt).toBe(before?.endedAt);
});

test('a disabled plan has no due times, an edited one has others, and what is retired has none from then on', () => {
  const { planner, clock, told } = open([{ ...nightly, hasRunPerItem: true }], { days: 0 });
  const at = (day: number) => `2026-11-${day}T12:00:00Z`;
  const rules = [{ kind: 'calendar', track: 'backup', times: ['03:00'] }] as const;
  planner.plant({ kind: 'disable', plan: 'nightly', at: at(20) });
  planner.plant({ kind: 'enable', plan: 'nightly', at: at(21) });
  planner.plant({ kind: 'edit-schedule', plan: 'nightly', at: at(22), rules });
  planner.plant({ kind: 'retire', plan: 'nightly', item: 'vm-1', at: at(23) });
  planner.plant({ kind: 'retire', plan: 'nightly', at: at(24) });
  clock.move(7 * 86_400_000);
  expect(outcomes(told('nightly'))).toEqual([
    '21T22 vm-1 succeeded',
    '21T22 vm-2 succeeded',
    '23T03 vm-1 succeeded',
    '23T03 vm-2 succeeded',
    '24T03 vm-2 succeeded',
  ]);
});

test('an edit that was planned ahead counts from its time on, however often the plan was looked at before', () => {
  const { planner, clock, told } = open([nightly], { days: 0 });
  const rules = [{ kind: 'calendar', track: 'backup', times: ['15:00'] }] as const;
  planner.plant({ kind: 'edit-schedule', plan: 'nightly', at: '2026-11-22T12:00:00Z', rules });
  const next = (): string => new Date(planner.find('nightly')?.nextDueMs(clock.now()) ?? 0).toISOString().slice(8, 13);
  const announced: string[] = [];
  for (let hour = 0; hour < 60; hour += 1) {
    clock.move(3_600_000);
    planner.advance();
    announced.push(next());
  }
  expect([...new Set(announced)]).toEqual(['20T22', '21T22', '22T22', '22T15', '23T15']);
  expect(outcomes(told('nightly'))).toEqual(['20T22 - succeeded', '21T22 - succeeded', '22T15 - succeeded']);
});

test('a plan that follows another is due when that one has ended, and not due where that one was missed', () => {
  const copy: PlanWish = { name: 'copy', rules: [{ kind: 'after', track: 'copy', plan: 'nightly' }] };
  const { told } = open([nightly, copy], { events: [{ kind: 'miss', plan: 'nightly', at: '2026-11-18T00:00:00Z' }] });
  const [first, , third] = told('nightly');
  expect(told('copy').map(({ dueAt }) => dueAt)).toEqual([first?.endedAt, third?.endedAt]);
});

test('a run is first waiting, then running, then over', () => {
  const { clock, told } = open([{ ...nightly, lateSeconds: [60, 60], minutes: [10, 10] }], { days: 0 });
  clock.set('2026-11-20T22:00:30Z');
  expect(told('nightly')).toMatchObject([{ outcome: 'waiting', startedAt: null, nativeIds: [] }]);
  clock.move(60_000);
  expect(told('nightly')).toMatchObject([{ outcome: 'running', startedAt: '2026-11-20T22:01:00.000Z', endedAt: null }]);
  clock.move(3_600_000);
  expect(told('nightly')).toMatchObject([{ outcome: 'succeeded', endedAt: '2026-11-20T22:11:00.000Z' }]);
});

test('a part of a vendor is blind for a span', () => {
  const { planner, clock } = open([]);
  planner.plant({ kind: 'blind', at: '2026-11-20T07:00:00Z', seconds: 3600, path: '/Vaults/one' });
  clock.set('2026-11-20T07:30:00Z');
  expect([planner.isBlind('/x/vaults/ONE/backupJobs'), planner.isBlind('/x/vaults/two')]).toEqual([true, false]);
  clock.set('2026-11-20T08:00:00Z');
  expect(planner.isBlind('/x/vaults/one')).toBe(false);
});
