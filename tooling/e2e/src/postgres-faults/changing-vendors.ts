import { setTimeout } from 'node:timers/promises';
import type { ConnectionOptions } from '@crossvault/engine';
import { createMovingConnector, createMovingVendor, type MovingVendor } from '@crossvault/testkit';
import type { TrueJob } from '../sync/compare-history.ts';

/** Vendors each of which always has one running job, so that a turn of each is due every ten seconds. */
export interface ChangingVendors {
  readonly names: readonly string[];
  /** For one process; the vendors are the same for all. */
  connections(): readonly ConnectionOptions[];
  /** The running job of the vendor whose turn it is ends, and another one begins. */
  change(): void;
  /** The native id of the running job of the first vendor. */
  runningJob(): string;
  /** Lists that are being read just now. */
  readonly underWay: number;
  truth(): readonly TrueJob[];
}

const earlierJobs = 40;
/** A list takes so long: a fault finds several turns under way. */
const answerMs = 2_000;
const betweenMs = 3_600_000;
const tookMs = 600_000;

const instant = (ms: number): string => new Date(ms).toISOString();

export function createChangingVendors(count: number): ChangingVendors {
  const vendors = new Map<string, MovingVendor>();
  let made = 0;
  let next = 0;
  let underWay = 0;

  function add({ jobs }: MovingVendor, name: string, startedMs: number, isRunning: boolean): void {
    made += 1;
    const id = `${name}-job-${made}`;
    const endedAt = isRunning ? null : instant(startedMs + tookMs);
    jobs.set(id, { id, startedAt: instant(startedMs), endedAt, status: isRunning ? 'running' : 'succeeded' });
  }

  function endRunning({ jobs }: MovingVendor): void {
    for (const job of jobs.values()) {
      if (job.endedAt !== null) continue;
      jobs.set(job.id, { ...job, endedAt: instant(Date.now()), status: made % 3 === 0 ? 'failed' : 'succeeded' });
    }
  }

  for (let index = 0; index < count; index += 1) {
    const name = `vendor-${index}`;
    const vendor = createMovingVendor({ pageSize: 10 });
    vendors.set(name, vendor);
    const nowMs = Date.now();
    for (let earlier = earlierJobs; earlier > 0; earlier -= 1) add(vendor, name, nowMs - earlier * betweenMs, false);
    add(vendor, name, nowMs, true);
  }
  const names = [...vendors.keys()];

  return {
    names,
    connections: () =>
      [...vendors].map(([name, vendor]) => {
        const connector = createMovingConnector(name, vendor, { now: () => Date.now() });
        const listJobs: typeof connector.listJobs = async (list, query, page, call) => {
          underWay += 1;
          await setTimeout(answerMs, undefined, { signal: call.signal }).finally(() => {
            underWay -= 1;
          });
          return connector.listJobs(list, query, page, call);
        };
        return { name, connector: { ...connector, listJobs } };
      }),
    change() {
      const name = names[next % names.length] ?? '';
      const vendor = vendors.get(name);
      next += 1;
      if (vendor === undefined) return;
      endRunning(vendor);
      add(vendor, name, Date.now(), true);
      vendor.requests.length = 0;
    },
    runningJob() {
      const running = [...(vendors.get(names[0] ?? '')?.jobs.values() ?? [])].find(({ endedAt }) => endedAt === null);
      if (running === undefined) throw new Error('The first vendor has no running job.');
      return running.id;
    },
    get underWay() {
      return underWay;
    },
    truth: () =>
      [...vendors.values()].flatMap(({ jobs }) =>
        [...jobs.values()].map(({ id, status, startedAt, endedAt }) => ({
          vendor: 'fake',
          nativeId: id,
          startedAt,
          endedAt,
          status,
          fullStatus: status,
        })),
      ),
  };
}
