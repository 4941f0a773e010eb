import type { CallOptions, Clock, Connector } from '@crossvault/core';
import type { ConnectionOptions } from '@crossvault/engine';
import { createMovingConnector, createMovingVendor, type MovingJob, type MovingVendor } from '@crossvault/testkit';

export interface StubPlan {
  readonly connections: number;
  /** Of so many connections one hangs. */
  readonly hangingOneIn: number;
}

export interface StubVendors {
  readonly connections: readonly ConnectionOptions[];
  /** Whether the requests of this connection are never answered. */
  isHanging(connection: string): boolean;
  /** Requests that were never more at once. */
  readonly mostUnderWay: number;
}

/** A vendor answers after this time. */
const answerMs = 200;
/** A job runs a twelfth of the time: for two hours a day. */
const jobMs = 3_600_000;
const betweenJobsMs = 12 * jobMs;
/** Ended before the first reading. */
const earlierJobs = 3;

const instant = (ms: number): string => new Date(ms).toISOString();

/** The jobs of a connection as they are now: one begins in every period, at the connection's own time. */
function advance({ jobs }: MovingVendor, firstMs: number, nowMs: number): void {
  const current = Math.floor((nowMs - firstMs) / betweenJobsMs);
  for (let number = current; number > current - earlierJobs; number -= 1) {
    const id = `job-${number + earlierJobs}`;
    const startedMs = firstMs + number * betweenJobsMs;
    const endedMs = startedMs + jobMs;
    const known = jobs.get(id);
    if (known !== undefined && known.endedAt !== null) break;
    const hasEnded = endedMs <= nowMs;
    const job: MovingJob = {
      id,
      startedAt: instant(startedMs),
      endedAt: hasEnded ? instant(endedMs) : null,
      status: hasEnded ? 'succeeded' : 'running',
    };
    jobs.set(id, job);
  }
}

/** Small vendors in memory, one for each connection. Of those that hang no request ends before its caller gives it up. */
export function createStubVendors(clock: Clock, { connections, hangingOneIn }: StubPlan): StubVendors {
  const startMs = clock.now();
  const hanging = new Set<string>();
  let underWay = 0;
  let mostUnderWay = 0;

  async function answered<Answer>(isHanging: boolean, { signal }: CallOptions, make: () => Promise<Answer>) {
    underWay += 1;
    mostUnderWay = Math.max(mostUnderWay, underWay);
    try {
      await clock.sleep(isHanging ? Number.MAX_SAFE_INTEGER : answerMs, { signal });
      return await make();
    } finally {
      underWay -= 1;
    }
  }

  function connect(index: number): ConnectionOptions {
    const name = `connection-${index}`;
    const isHanging = index % hangingOneIn === hangingOneIn - 1;
    if (isHanging) hanging.add(name);
    const vendor = createMovingVendor();
    const firstMs = startMs + Math.floor((index / connections) * betweenJobsMs);
    const plain = createMovingConnector(name, vendor, clock);
    const prepare = (): void => {
      advance(vendor, firstMs, clock.now());
      vendor.requests.length = 0;
    };
    const connector: Connector = {
      ...plain,
      listJobs: (list, query, page, call) =>
        answered(isHanging, call, () => {
          prepare();
          return plain.listJobs(list, query, page, call);
        }),
      getJob: (key, call) =>
        answered(isHanging, call, () => {
          prepare();
          return plain.getJob(key, call);
        }),
    };
    return { name, connector };
  }

  return {
    connections: Array.from({ length: connections }, (_, index) => connect(index)),
    isHanging: (connection) => hanging.has(connection),
    get mostUnderWay() {
      return mostUnderWay;
    },
  };
}
