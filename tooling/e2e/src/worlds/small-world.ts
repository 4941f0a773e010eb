import type { JobStore } from '@crossvault/core/store';
import { createEngine, type Engine, type LeaseOwner } from '@crossvault/engine';
import { createPause, type Pause, trackStore } from '@crossvault/harness';
import {
  createMovingConnector,
  createMovingVendor,
  createTestClock,
  type MovingVendor,
  silentLogger,
  type TestClock,
} from '@crossvault/testkit';

/** A process of its own clock, which can be held as SIGSTOP does. */
export interface WorldProcess {
  readonly engine: Engine;
  /** Under this name it holds leases. */
  readonly owner: string;
  readonly pause: Pause;
  /** Sets its wall clock: from now on it is ahead by this much. */
  setAhead(aheadMs: number): void;
}

/** One made-up vendor, one store, and processes on several hosts. */
export interface SmallWorld {
  readonly name: string;
  readonly clock: TestClock;
  readonly vendor: MovingVendor;
  readonly store: JobStore;
  /** What was wrong for a moment only. */
  readonly wrongs: readonly string[];
  /** A process whose wall clock is ahead by so much. */
  open(aheadMs: number): WorldProcess;
  /** Who holds the lease of the connection; null if it is free. */
  holder(): Promise<string | null>;
  /** The lease of the connection lapses, as it does when its holder is held for longer than it lasts. */
  lapse(): Promise<void>;
}

export interface SmallWorldOptions {
  readonly name: string;
  readonly store: JobStore;
  readonly list: MovingVendor['list'];
  readonly pageSize: number;
  readonly historyDays: number;
}

export function createSmallWorld({ name, store: bare, list, pageSize, historyDays }: SmallWorldOptions): SmallWorld {
  const clock = createTestClock();
  const vendor = createMovingVendor({ list, pageSize });
  const wrongs: string[] = [];
  /** What a pass calls gone is checked before anything can bring it back. */
  const markMissed: JobStore['markMissed'] = async (ids, missed, lease) => {
    const result = await bare.markMissed(ids, missed, lease);
    for (const id of result.gone > 0 ? ids : []) {
      const job = (await bare.getJob(id))?.record.job;
      if (job !== undefined && job.goneAt !== null && vendor.jobs.has(job.nativeId)) {
        wrongs.push(`a pass called ${job.nativeId} gone, which is there`);
      }
    }
    return result;
  };
  const store = trackStore({ ...bare, markMissed }, clock);
  const lease = `sync:${name}`;
  let opened = 0;
  return {
    name,
    clock,
    vendor,
    store,
    wrongs,
    open(aheadMs) {
      opened += 1;
      const owner: LeaseOwner = { name: `${name} process ${opened}`, hasDied: () => false };
      const pause = createPause();
      let ahead = aheadMs;
      const own = { ...clock, now: () => clock.now() + ahead };
      const connector = createMovingConnector(name, vendor, own);
      const settings = {
        deadlineMs: 30_000,
        concurrency: 2,
        checkEndpoint: null,
        fault: null,
        tags: [],
        retentionDays: 3,
        historyDays,
      };
      const connection = {
        ...settings,
        name,
        vendor: 'moving',
        title: 'Moving',
        connector: pause.guard(connector, ['condition', 'mapJob', 'explainJob']),
      };
      const engine = createEngine({
        connections: [connection],
        clock: pause.guard(own, ['now', 'monotonicMs']),
        logger: silentLogger,
        store: pause.guard(store, ['exportJobs']),
        random: () => 0.5,
        owner,
      });
      return {
        engine,
        pause,
        owner: owner.name,
        setAhead(nextMs) {
          ahead = nextMs;
        },
      };
    },
    holder: () => store.leaseOwner(lease),
    async lapse() {
      const holder = await store.leaseOwner(lease);
      if (holder !== null) await store.renewLease({ name: lease, owner: holder }, 0);
    },
  };
}
