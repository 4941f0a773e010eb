import {
  type Abandon,
  createAbandon,
  createMemoryStore,
  createMovingConnector,
  createTestClock,
  type MemoryStore,
  type MovingJob,
  type MovingVendor,
  silentLogger,
  type TestClock,
} from '@crossvault/testkit';
import PQueue from 'p-queue';
import { createSource } from '../../connections/source.ts';
import { createSynchronizer, type Synchronizer } from '../synchronizer.ts';

/** A process that syncs a moving vendor; others may follow it over the same store. */
export interface SyncProcess {
  readonly synchronizer: Synchronizer;
  readonly life: Abandon;
}

export interface SyncWorld {
  readonly clock: TestClock;
  readonly store: MemoryStore;
  readonly vendor: MovingVendor;
  /** A new process, not yet started, whose wall clock is ahead by so much. */
  open(aheadMs?: number): SyncProcess;
  /** Lets so much time go by. */
  pass(milliseconds: number): Promise<void>;
  /** So long before (or with a negative value after) the world began. */
  ago(milliseconds: number): string;
}

export interface WorldOptions {
  readonly historyDays?: number;
  readonly retentionDays?: number;
}

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export function createSyncWorld(vendor: MovingVendor, options: WorldOptions = {}): SyncWorld {
  const clock = createTestClock();
  const startMs = clock.now();
  const store = createMemoryStore(clock);
  return {
    clock,
    store,
    vendor,
    open(aheadMs = 0) {
      const life = createAbandon();
      const own = { ...clock, now: () => clock.now() + aheadMs };
      const source = createSource(
        {
          name: 'moving',
          vendor: 'moving',
          title: 'Moving',
          tags: [],
          deadlineMs: 30_000,
          concurrency: 2,
          connector: life.guard(createMovingConnector('moving', vendor, own), ['condition', 'mapJob']),
          checkEndpoint: null,
          fault: null,
          historyDays: 90,
          ...options,
        },
        own,
        new PQueue({ concurrency: 8 }),
      );
      const synchronizer = createSynchronizer({
        sources: [source],
        store: life.guard(store),
        clock: life.guard(own, ['now', 'monotonicMs']),
        logger: silentLogger,
        random: () => 0.5,
      });
      return { synchronizer, life };
    },
    pass: (milliseconds) => clock.sleep(milliseconds),
    ago: (milliseconds) => new Date(startMs - milliseconds).toISOString(),
  };
}

/** A job that began so long after an instant and, unless it runs still, took so long. */
export function movingJob(id: string, startedAt: string, change: Partial<MovingJob> = {}): MovingJob {
  const endedAt = new Date(Date.parse(startedAt) + 10 * minuteMs).toISOString();
  return { id, startedAt, endedAt, status: 'succeeded', ...change };
}

/** So many jobs, evenly over so many days. */
export function fill(vendor: MovingVendor, ago: SyncWorld['ago'], count: number, days: number): void {
  for (let index = 0; index < count; index += 1) {
    const job = movingJob(`job-${index}`, ago(hourMs + (index * days * dayMs) / count));
    vendor.jobs.set(job.id, job);
  }
}

/** What the store says of each job that the vendor has not forgotten. */
export const storedStatuses = ({ store }: SyncWorld): ReadonlyMap<string, string> =>
  new Map(
    store
      .jobs()
      .filter(({ record }) => record.job.goneAt === null)
      .map(({ record }) => [record.job.nativeId, record.job.status]),
  );

export const trueStatuses = ({ vendor }: SyncWorld): ReadonlyMap<string, string> =>
  new Map([...vendor.jobs.values()].map(({ id, status }) => [id, status]));
