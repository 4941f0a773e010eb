import type { Job, Plan, ProtectedItem } from '@crossvault/core';
import {
  createManualClock,
  createMemoryStore,
  type ManualClock,
  type MemoryStore,
  makeItem,
  makeJob,
  makePlan,
} from '@crossvault/testkit';
import { readListState } from '../../../sync/lists/list-state.ts';
import { connectionState } from '../../../sync/sync-status.ts';
import { daily, scheduleOf, skipping } from '../../testing/make-schedule.ts';
import { type ConnectionInsight, createConnectionInsight } from '../connection-insight.ts';
import { type InsightSettings, usualInsightSettings } from '../insight-settings.ts';

const dayMs = 86_400_000;
const list = 'jobs';

/** One connection whose plan is due at 22:00 UTC, in March 2026: what was read of it, and its evaluation. */
export interface InsightWorld {
  readonly clock: ManualClock;
  readonly store: MemoryStore;
  /** Puts plan and items as the vendor lists them now. @default as before */
  read(more?: { readonly plan?: Partial<Plan>; readonly items?: readonly Partial<ProtectedItem>[] }): Promise<void>;
  /** Stores a job of an item. */
  run(item: string, startedAt: string, status?: Job['status'], more?: Partial<Job>): Promise<void>;
  /** Lets time pass up to an instant; the list of jobs is read then, unless the vendor is down. */
  until(instant: string, isDown?: boolean): Promise<void>;
  evaluate(): Promise<unknown>;
  /** A new process. */
  restart(): void;
  /** State and reason of what was due from an instant on, by item, oldest first. */
  verdicts(item: string, from?: string): Promise<readonly string[]>;
  /** Kinds and states of findings, in the order of their ids. */
  findings(): Promise<readonly string[]>;
}

export const itemId = (name: string): string => makeItem('c', name).id;
/** An instant of March 2026 in UTC. */
export const at = (day: number, time: string): string =>
  new Date(Date.parse(`2026-03-01T${time}:00.000Z`) + (day - 1) * dayMs).toISOString();

export function createInsightWorld(
  settings: Partial<InsightSettings> = {},
  items: readonly string[] = ['web', 'mail'],
  store?: MemoryStore,
): InsightWorld {
  const clock = createManualClock(at(1, '12:00'));
  const memory = store ?? createMemoryStore(clock);
  const schedule = scheduleOf('UTC', skipping, daily('22:00'));
  const planOfItems = { id: 'p', name: 'Nightly', nextRunAt: null };
  let plan: Plan = makePlan('c', 'p', { name: 'Nightly', schedule, enabled: true, targets: items.length });
  let things: readonly ProtectedItem[] = items.map((name) =>
    makeItem('c', name, { name, plan: planOfItems, protection: 'protected' }),
  );
  const connection = { name: 'c', tags: ['prod'] };
  const open = (): ConnectionInsight =>
    createConnectionInsight({ connection, store: memory, clock, settings: { ...usualInsightSettings, ...settings } });
  let insight = open();
  const instant = () => new Date(clock.now()).toISOString();

  async function noteRead(): Promise<void> {
    const state = { ...readListState(null, instant()), watermark: instant() };
    const status = { state: 'current', lastAt: instant(), nextAt: null, progress: 1, missedRuns: 0, answered: null };
    await memory.putSyncStates([
      { connection: 'c', list, state },
      { connection: 'c', list: connectionState, state: { ...status, whole: { [list]: instant() }, problem: null } },
    ]);
  }

  return {
    clock,
    store: memory,
    async read(more = {}) {
      plan = { ...plan, ...more.plan };
      things =
        more.items === undefined
          ? things
          : more.items.map((item) => ({ ...makeItem('c', item.nativeId ?? ''), ...item }));
      const observed = async () => ({
        raw: null,
        tie: {},
        observedAt: instant(),
        number: await memory.takeReadingNumber(),
      });
      const beganAt = await memory.takeReadingNumber();
      await memory.putThings('plan', [{ key: ['p'], thing: plan, ...(await observed()) }]);
      for (const thing of things)
        await memory.putThings('item', [{ key: [thing.nativeId], thing, ...(await observed()) }]);
      for (let pass = 0; pass < 2; pass += 1)
        await memory.markThingsMissed('item', 'c', { at: instant(), number: beganAt + pass / 10 });
      const state = { at: instant(), problem: null };
      await memory.putSyncStates([
        { connection: '\ninventory', list: 'plan/c', state },
        { connection: '\ninventory', list: 'item/c', state },
      ]);
      await noteRead();
    },
    async run(item, startedAt, status = 'succeeded', more = {}) {
      const isOpen = status === 'running';
      const job = makeJob('c', `${item} ${startedAt}`, {
        startedAt,
        endedAt: isOpen ? null : new Date(Date.parse(startedAt) + 600_000).toISOString(),
        status,
        ended: !isOpen,
        target: { type: 'vm', id: item, name: item },
        plan: { id: 'p', name: 'Nightly', nextRunAt: null },
        ...more,
      });
      const record = { key: [job.nativeId], job, raw: {}, context: { connection: 'c', list, observedAt: instant() } };
      await memory.putJobs([{ record, mapperVersion: 1, number: await memory.takeReadingNumber() }]);
    },
    async until(to, isDown = false) {
      await clock.move(Date.parse(to) - clock.now());
      if (!isDown) await noteRead();
    },
    evaluate: () => insight.evaluate({ signal: new AbortController().signal, timing: null }),
    restart() {
      insight = open();
    },
    async verdicts(item, from = at(1, '12:00')) {
      const found = await memory.occurrencesOf([itemId(item)], Date.parse(from), 100);
      return (found.get(itemId(item)) ?? []).map(({ state, reason }) =>
        reason === null ? state : `${state}: ${reason}`,
      );
    },
    async findings() {
      const found = await memory.listFindings({ connections: null, sinceMs: null, after: null, limit: 100 });
      return found
        .map(({ kind, state, subject }) => `${nameOf(subject)} ${kind} ${state}`)
        .toSorted((one, other) => (one < other ? -1 : 1));
    },
  };

  function nameOf(subject: string): string {
    if (subject === plan.id) return 'plan';
    return [...items, 'new'].find((name) => itemId(name) === subject) ?? 'source';
  }
}
