import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobStore } from '@crossvault/core/store';
import { createEngine, type Engine } from '@crossvault/engine';
import { connectSimulator, trackStore, worldOf } from '@crossvault/harness';
import { loadVendorDefinitions } from '@crossvault/runtime';
import { type PlantedEvent, type Simulators, startSimulators, type VendorId } from '@crossvault/simulators';
import { openSqliteStore } from '@crossvault/store';
import { silentLogger } from '@crossvault/testkit';
import type { MonthSpan } from './month-events.ts';
import type { MonthPlan } from './month-plan.ts';

/** A month of simulated vendors, synced into a file. */
export interface MonthOptions {
  readonly span: MonthSpan;
  readonly plans: readonly MonthPlan[];
  readonly events: readonly PlantedEvent[];
  /** Days of runs before the month begins. */
  readonly historyDays: number;
  /** Every so many minutes all connections are synced, whole hours; a console every hour. */
  readonly everyMinutes: number;
  /** Called after every sync, with what was synced. */
  readonly afterSync?: (month: SyncedMonth) => Promise<void>;
}

export interface SyncedMonth {
  readonly simulators: Simulators;
  readonly store: JobStore;
  readonly engine: Engine;
  readonly nowMs: number;
}

const vendors: readonly VendorId[] = ['azure-backup', 'veeam-azure', 'veeam-spc', 'avepoint'];

const vendorsOf = (plans: readonly MonthPlan[]): readonly VendorId[] =>
  vendors.filter((id) => plans.some(({ vendor }) => vendor === id));
/** Where the system has it: nothing here is about the disk. */
const inMemory = '/dev/shm';

const startOf = ({ plans, events, span, historyDays }: MonthOptions) =>
  startSimulators({
    start: new Date(span.fromMs).toISOString(),
    days: historyDays,
    jobs: 0,
    vendors: vendorsOf(plans),
    veeamSpc: { apiVersion: 'v3' },
    schedules: {
      plans: Object.fromEntries(
        vendors.map((id) => [id, plans.filter(({ vendor }) => vendor === id).map(({ wish }) => wish)]),
      ),
      events,
    },
  });

/** A process over these simulators and this store. It syncs when it is asked. */
export async function openMonthEngine(simulators: Simulators, store: JobStore): Promise<Engine> {
  const { clock } = worldOf(simulators);
  const definitions = await loadVendorDefinitions();
  const connections = definitions.flatMap((definition) => {
    const id = vendors.find((each) => each === definition.id);
    if (id === undefined || simulators.vendors[id] === undefined) return [];
    const connector = connectSimulator(definition, simulators, simulators.vendor(id));
    const name = simulators.vendor(id).connection.name;
    return [
      {
        name,
        vendor: id,
        title: id,
        connector,
        deadlineMs: 30_000,
        concurrency: 4,
        checkEndpoint: null,
        fault: null,
        tags: [],
      },
    ];
  });
  return createEngine({ connections, clock, logger: silentLogger, store, random: () => 0.5 });
}

/** So many turns read a history of 90 days. */
const firstTurns = 16;
/** A console tells the last run and the next one alone: what it is not asked in time is never known. */
const consoleEveryMs = 3_600_000;
const turnTimeoutMs = 60_000;
const consoleName = ({ vendors }: Simulators): string | null => vendors['veeam-spc']?.connection.name ?? null;

/** A source that cannot be read is part of the month. */
async function syncAll(engine: Engine, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await engine.synchronizer?.syncNow(name, { signal: AbortSignal.timeout(turnTimeoutMs) }).catch(() => null);
  }
}

/** Runs the month, and gives what `judge` makes of its end. */
export async function runMonth<Verdict>(
  options: MonthOptions,
  judge: (month: SyncedMonth) => Promise<Verdict>,
): Promise<Verdict> {
  const { span, everyMinutes, afterSync } = options;
  const folder = await mkdtemp(join(existsSync(inMemory) ? inMemory : tmpdir(), 'crossvault-month-'));
  const simulators = await startOf(options);
  const world = worldOf(simulators);
  const file = await openSqliteStore({ path: join(folder, 'crossvault.db'), clock: world.clock });
  const store = trackStore(file, world.clock);
  const engine = await openMonthEngine(simulators, store);
  const now = (): SyncedMonth => ({ simulators, store, engine, nowMs: simulators.clock.now() });
  try {
    // A history is read week by week, a turn each: expected runs are evaluated once all of it was.
    for (let turn = 0; turn < firstTurns; turn += 1) await syncAll(engine, engine.connectionNames);
    const slow = engine.connectionNames.filter((name) => name !== consoleName(simulators));
    for (let dueMs = span.fromMs; dueMs <= span.untilMs; dueMs += consoleEveryMs) {
      simulators.clock.move(Math.max(0, dueMs - simulators.clock.now()));
      const isTurnOfAll = (dueMs - span.fromMs) % (everyMinutes * 60_000) === 0;
      await syncAll(
        engine,
        isTurnOfAll ? engine.connectionNames : engine.connectionNames.filter((name) => !slow.includes(name)),
      );
      if (isTurnOfAll) await afterSync?.(now());
    }
    return await judge(now());
  } finally {
    await engine.close();
    await store.close();
    await world.close();
    await simulators.close();
    await rm(folder, { recursive: true, force: true });
  }
}
