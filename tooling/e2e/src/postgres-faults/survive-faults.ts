import { setTimeout } from 'node:timers/promises';
import { createEngine, type Engine } from '@crossvault/engine';
import { startPostgres } from '@crossvault/harness';
import { openPostgresStore } from '@crossvault/store';
import { silentLogger } from '@crossvault/testkit';
import { compareHistory, type HistoryFaults } from '../sync/compare-history.ts';
import { createChangingVendors } from './changing-vendors.ts';
import { type DatabaseFault, databaseFaults } from './faults.ts';
import { createTurnWatch } from './turn-watch.ts';

export interface SurvivalPlan {
  readonly workers: number;
  readonly connections: number;
  /** Lists that have to be under way when a fault happens. */
  readonly underWay: number;
  readonly downMs: number;
  readonly heldMs: number;
  /** How often each fault happens, but for the one that is to be borne, which happens once. */
  readonly rounds: number;
  write(line: string): void;
}

export interface Survival {
  readonly fault: string;
  /** Lists that were being read when it began. */
  readonly underWay: number;
  /** How long after its end the last connection had a whole turn. */
  readonly goneOnMs: number;
  /** The longest that a connection went without a whole turn while it lasted, but for the one whose row was held; null: it need not continue. */
  readonly longestGapMs: number | null;
}

export interface SurvivalReport {
  readonly survivals: readonly Survival[];
  readonly turns: number;
  readonly jobs: number;
  readonly history: HistoryFaults;
}

const lookEveryMs = 100;
const changeEveryMs = 500;
/** Between two faults: every connection has turns. */
const restMs = 15_000;
/** After which a check gives up. */
const longestMs = 300_000;

/** Workers share vendors that change all the time over a PostgreSQL to which faults happen. */
export async function surviveFaults(plan: SurvivalPlan): Promise<SurvivalReport> {
  const postgres = await startPostgres();
  const vendors = createChangingVendors(plan.connections);
  const watch = createTurnWatch();
  const ending = new AbortController();
  const survivals: Survival[] = [];
  const workers: { readonly engine: Engine; close(): Promise<void> }[] = [];

  async function open(): Promise<void> {
    const store = await openPostgresStore({ url: postgres.url });
    const engine = createEngine({
      connections: vendors.connections(),
      store: watch.watch(store),
      logger: silentLogger,
    });
    await engine.synchronizer?.share(await store.openQueue(), 8);
    workers.push({
      engine,
      async close() {
        await engine.close();
        await store.close();
      },
    });
  }

  /** Resolves when every one of these has had a whole turn since then; gives how long after it that was. */
  async function untilServed(names: readonly string[], sinceMs: number): Promise<number> {
    while (names.some((name) => watch.lastMs(name) <= sinceMs) && performance.now() - sinceMs < longestMs) {
      await setTimeout(lookEveryMs);
    }
    const lastMs = Math.max(...names.map((name) => watch.lastMs(name)));
    const missing = names.filter((name) => watch.lastMs(name) <= sinceMs);
    if (missing.length > 0) plan.write(`  never continued: ${missing.join(', ')}`);
    return missing.length > 0 ? longestMs : lastMs - sinceMs;
  }

  async function keepChanging(): Promise<void> {
    while (!ending.signal.aborted) {
      await setTimeout(changeEveryMs);
      vendors.change();
    }
  }

  try {
    for (let worker = 0; worker < plan.workers; worker += 1) await open();
    await untilServed(vendors.names, performance.now());
    const changing = keepChanging();
    for (const { name, isBearable, happen } of toSchedule(plan.rounds)) {
      await setTimeout(restMs);
      const others = vendors.names.slice(1);
      let longestGapMs: number | null = null;
      const beganMs = performance.now();
      const during = async (): Promise<void> => {
        while (performance.now() - beganMs < plan.heldMs) {
          const gaps = others.map((each) => performance.now() - Math.max(watch.lastMs(each), beganMs));
          longestGapMs = Math.max(longestGapMs ?? 0, ...gaps);
          await setTimeout(lookEveryMs);
        }
      };
      // A fault is to find turns under way.
      while (vendors.underWay < plan.underWay) await setTimeout(lookEveryMs);
      const { underWay } = vendors;
      await happen({ ...plan, postgres, changingJob: vendors.runningJob }, during);
      const goneOnMs = await untilServed(vendors.names, performance.now());
      survivals.push({ fault: name, underWay, goneOnMs, longestGapMs: isBearable ? longestGapMs : null });
      const meanwhile = longestGapMs === null ? '' : `, at most ${toSeconds(longestGapMs)} without a turn meanwhile`;
      plan.write(`  ${name} (${underWay} lists under way): all continued after ${toSeconds(goneOnMs)}${meanwhile}`);
    }
    ending.abort();
    await changing;
    // The first of these two turns may have read its list before the last change.
    for (let turn = 0; turn < 2; turn += 1) await untilServed(vendors.names, performance.now());
    const store = await openPostgresStore({ url: postgres.url });
    const history = await compareHistory(store, vendors.truth());
    const { jobs } = await store.info();
    await store.close();
    return { survivals, turns: watch.turns, jobs, history };
  } finally {
    ending.abort();
    await Promise.all(workers.map((worker) => worker.close()));
    await postgres.stop();
  }
}

/** Faults that end by themselves, again and again, and the others once. */
function toSchedule(rounds: number): readonly DatabaseFault[] {
  const short = databaseFaults.filter(({ isBearable }) => !isBearable);
  return [
    ...Array.from({ length: rounds }, () => short).flat(),
    ...databaseFaults.filter(({ isBearable }) => isBearable),
  ];
}

const toSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
