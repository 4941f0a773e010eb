import type { Connector } from '@crossvault/contract';
import { type Simulators, VENDOR_IDS, type VendorId } from '@crossvault/simulators';
import { openSyncedSimulators } from './synced-simulator.ts';

/** What keeping one vendor's history up to date costs while nothing new happens there. */
export interface SyncCost {
  readonly vendor: VendorId;
  readonly lists: number;
  /** Jobs that are stored. */
  readonly jobs: number;
  /** Turns of the sync in the time that was measured. */
  readonly turns: number;
  /** Pages of one list in one turn: the most there were. */
  readonly mostPages: number;
  /** Beginnings of one list in one turn: the most there were. */
  readonly mostReadings: number;
  /** HTTP requests, tokens and whatever else it takes included. */
  readonly requests: number;
}

export interface SyncCostOptions {
  readonly jobsPerDay: number;
  readonly hours: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A fleet is grown for this long beyond its start. */
const comingMs = 2 * dayMs;

interface Tally {
  readonly pages: Map<string, number>;
  readonly readings: Map<string, number>;
}

/** Counts what a sync asks, turn by turn: a turn begins with the names of the lists. */
function createCounter(connector: Connector) {
  let turns: Tally[] = [];
  const count = (counts: Map<string, number> | undefined, key: string): void => {
    counts?.set(key, (counts.get(key) ?? 0) + 1);
  };
  const watched: Connector = {
    ...connector,
    jobLists(call) {
      turns.push({ pages: new Map(), readings: new Map() });
      return connector.jobLists(call);
    },
    listJobs(list, query, page, call) {
      count(turns.at(-1)?.pages, list.key);
      if (page.token === null) count(turns.at(-1)?.readings, list.key);
      return connector.listJobs(list, query, page, call);
    },
    // Jobs are read whole once, while budget is left for it: here that is over, or the way to it would be long.
    condition: () => ({ ...connector.condition(), budget: { remaining: 0, limit: null, asOf: null, scope: null } }),
  };
  const most = (of: (turn: Tally) => Map<string, number>): number =>
    Math.max(0, ...turns.flatMap((turn) => [...of(turn).values()]));
  return {
    watched,
    begin: () => void (turns = []),
    told: () => ({
      turns: turns.length,
      lists: new Set(turns.flatMap(({ pages }) => [...pages.keys()])).size,
      mostPages: most(({ pages }) => pages),
      mostReadings: most(({ readings }) => readings),
    }),
  };
}

/** Everything that was to come has come, and has ended. */
function bringToRest({ clock, vendors }: Simulators): void {
  clock.move(comingMs + 8 * hourMs);
  for (const vendor of Object.values(vendors)) {
    for (const { nativeId, endedAt } of vendor.truth()) {
      if (endedAt === null) vendor.changeJob(nativeId, { status: 'succeeded' });
    }
  }
}

/** Syncs all vendors until everything is stored, and counts what it takes to see that nothing new is there. */
export async function measureSyncRequests({ jobsPerDay, hours }: SyncCostOptions): Promise<readonly SyncCost[]> {
  const counters = new Map<VendorId, ReturnType<typeof createCounter>>();
  const watch = (id: VendorId, connector: Connector): Connector => {
    const counter = createCounter(connector);
    counters.set(id, counter);
    return counter.watched;
  };
  const open = await openSyncedSimulators(VENDOR_IDS, { jobs: jobsPerDay, days: 1, seed: 5, watch });
  const { simulators, world, store } = open;
  try {
    bringToRest(simulators);
    const engine = open.open();
    await world.clock.sleep(hourMs);
    const before = new Map(VENDOR_IDS.map((id) => [id, simulators.vendor(id).requestCount]));
    for (const counter of counters.values()) counter.begin();
    await world.clock.sleep(hours * hourMs);
    const stored = await store.summary({ startedAfter: null, startedBefore: null });
    const costs = [...counters].map(([vendor, counter]) => {
      const counts = stored.find((each) => each.vendor === vendor)?.counts ?? {};
      return {
        vendor,
        ...counter.told(),
        jobs: Object.values(counts).reduce((sum, each) => sum + each, 0),
        requests: simulators.vendor(vendor).requestCount - (before.get(vendor) ?? 0),
      };
    });
    await engine.close();
    return costs;
  } finally {
    await open.close();
  }
}
