import type { JobStore } from '@crossvault/contract';
import { createEngine, type Engine, type LeaseOwner } from '@crossvault/engine';
import {
  createMovingConnector,
  createMovingVendor,
  createPause,
  createTestClock,
  type MovingVendor,
  type Pause,
  silentLogger,
  type TestClock,
} from '@crossvault/testkit';
import { trackStore } from '../track-store.ts';

/** A process of its own clock, which can be held as SIGSTOP does. */
export interface WorldProcess {
  readonly engine: Engine;
  readonly pause: Pause;
}

/** One made-up vendor, one store, and processes on several hosts. */
export interface SmallWorld {
  readonly name: string;
  readonly clock: TestClock;
  readonly vendor: MovingVendor;
  readonly store: JobStore;
  /** A process whose wall clock is ahead by so much. */
  open(aheadMs: number): WorldProcess;
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
  const store = trackStore(bare, clock);
  let opened = 0;
  return {
    name,
    clock,
    vendor,
    store,
    open(aheadMs) {
      opened += 1;
      const owner: LeaseOwner = { name: `${name} process ${opened}`, hasDied: () => false };
      const pause = createPause();
      const own = { ...clock, now: () => clock.now() + aheadMs };
      const connector = createMovingConnector(name, vendor, own);
      const settings = {
        deadlineMs: 30_000,
        concurrency: 2,
        reach: null,
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
      return { engine, pause };
    },
    async lapse() {
      const lease = `sync:${name}`;
      const holder = await store.leaseOwner(lease);
      if (holder !== null) await store.renewLease({ name: lease, owner: holder }, 0);
    },
  };
}
