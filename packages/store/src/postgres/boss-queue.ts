import { randomUUID } from 'node:crypto';
import { createSystemClock, type Logger } from '@crossvault/core';
import {
  giveBackLease,
  type LeaseClaim,
  type SyncMemory,
  type Worker,
  type WorkInHand,
  type WorkKind,
  type WorkQueue,
} from '@crossvault/core/store';
import { type Job, PgBoss } from 'pg-boss';
import { createTroubleLog } from '../trouble-log.ts';
import type { ConnectionPool } from './connection-pool.ts';
import { wasAway } from './postgres-faults.ts';

/** Where pg-boss has its tables. */
export const queueSchema = 'crossvault_queue';

export interface BossQueueParts {
  /** Of the queue's own. They are closed with it. */
  readonly pool: ConnectionPool;
  readonly leases: Pick<SyncMemory, 'acquireLease' | 'renewLease' | 'releaseLease'>;
  readonly logger: Logger;
  /** How long work in hand may take to end when the queue is closed. */
  readonly closeMs: number;
}

/** It hears of a dead worker by its heart, and beats no faster. */
const leastHeartbeatSeconds = 10;

/** Longer than any work: who still beats is not dead. */
const longestWorkSeconds = 86_400 / 2;

/** The delay of work whose key another worker holds, or that could not be done because the database was away. */
const retakeSeconds = 1;

const clock = createSystemClock({ keepsProcessAlive: true });

interface Parcel {
  readonly key: string;
  readonly payload: unknown;
}

/** pg-boss in the same database: its jobs survive every worker, and a dead one's are given to another. */
export async function openBossQueue({ pool, leases, logger, closeMs }: BossQueueParts): Promise<WorkQueue> {
  const trouble = createTroubleLog(logger, {
    failing: 'The queue of work in the database fails; it is tried again.',
    well: 'The queue of work in the database works again.',
  });
  const db = {
    async executeSql(text: string, values?: unknown[]) {
      const answer = await pool.query(text, values);
      trouble.end();
      return answer;
    },
  };
  const boss = new PgBoss({ db, schema: queueSchema, superviseIntervalSeconds: 10, schedule: false });
  boss.on('error', (error) => trouble.note(error));
  try {
    await boss.start();
  } catch (error) {
    await pool.end();
    throw error;
  }
  const known = new Map<string, Promise<void>>();
  const workers = new Set<Worker>();

  /** One waits for a key; that only one is in hand is seen to by a lease. */
  const prepare = ({ name, attempts, backoffMs, leaseMs }: WorkKind): Promise<void> => {
    const rules = {
      retryLimit: attempts - 1,
      retryDelay: Math.max(1, Math.round(backoffMs / 1000)),
      retryBackoff: true,
      heartbeatSeconds: Math.max(leastHeartbeatSeconds, Math.round(leaseMs / 1000)),
      expireInSeconds: longestWorkSeconds - 1,
      deleteAfterSeconds: 3600,
    };
    const made = known.get(name) ?? boss.createQueue(name, { policy: 'short', ...rules });
    known.set(name, made);
    return made;
  };

  /**
   * Work ends only after its lease was given back: else pg-boss could not write how it has ended, and no one would take
   * it before its heartbeat was missed.
   */
  const giveBack = (claim: LeaseClaim, longestMs: number, signal: AbortSignal): Promise<void> =>
    giveBackLease(() => leases.releaseLease(claim), { clock, longestMs, signal });

  return {
    async enqueue(kind, { key, payload, waitMs }) {
      await prepare(kind);
      const startAfter = waitMs > 0 ? { startAfter: waitMs / 1000 } : {};
      return (await boss.send(kind.name, { key, payload }, { singletonKey: key, ...startAfter })) !== null;
    },

    async work(kind, concurrency, handle) {
      await prepare(kind);
      const stopping = new AbortController();
      const running = new Set<Promise<void>>();
      const take = async (jobs: readonly Job<Parcel>[]): Promise<void> => {
        for (const job of jobs) {
          const done = handOutAgain(job);
          running.add(done);
          await done.finally(() => running.delete(done));
        }
      };

      async function handOut({ data: { key, payload }, retryCount }: Job<Parcel>): Promise<void> {
        const claim = { name: `work:${kind.name}:${key}`, owner: randomUUID() };
        const isOurs = await leases.acquireLease(claim, kind.leaseMs).catch(async (error: unknown) => {
          await giveBack(claim, kind.leaseMs, stopping.signal);
          throw error;
        });
        if (!isOurs) {
          await boss.send(kind.name, { key, payload }, { singletonKey: key, startAfter: retakeSeconds });
          return;
        }
        const renewal = setInterval(() => {
          leases.renewLease(claim, kind.leaseMs).catch(() => undefined);
        }, kind.leaseMs / 3);
        try {
          const work: WorkInHand = { key, payload, attempt: retryCount + 1, signal: stopping.signal };
          await handle(work);
        } catch (error) {
          if (!stopping.signal.aborted) throw error;
          await boss.send(kind.name, { key, payload }, { singletonKey: key });
        } finally {
          clearInterval(renewal);
          await giveBack(claim, kind.leaseMs, stopping.signal);
        }
      }

      /** The work is not at fault where the database was away: this is no attempt of it, and no pause has to follow. */
      const handOutAgain = (job: Job<Parcel>): Promise<void> =>
        handOut(job).catch(async (error: unknown) => {
          if (!wasAway(error) || stopping.signal.aborted) throw error;
          const { key, payload } = job.data;
          await boss.send(kind.name, { key, payload }, { singletonKey: key, startAfter: retakeSeconds });
        });

      const options = { localConcurrency: concurrency, pollingIntervalSeconds: 0.5 };
      const id = await boss.work<Parcel>(kind.name, options, take);
      const worker: Worker = {
        async stop() {
          stopping.abort();
          await boss.offWork(kind.name, { id, wait: true });
          await Promise.allSettled(running);
          workers.delete(worker);
        },
      };
      workers.add(worker);
      return worker;
    },

    async size(kind) {
      await prepare(kind);
      // Its own statistics may be a minute old.
      const counted = `select count(*) filter (where state in ('created', 'retry'))::int as waiting,
        count(*) filter (where state = 'active')::int as in_hand from ${queueSchema}.job where name = $1`;
      const { rows } = await boss.getDb().executeSql(counted, [kind.name]);
      return { waiting: rows[0]?.waiting ?? 0, inHand: rows[0]?.in_hand ?? 0 };
    },

    async close() {
      const stopped = Promise.all([...workers].map((worker) => worker.stop())).then(() =>
        boss.stop({ graceful: false }),
      );
      await withinMs(closeMs, stopped);
      await pool.end();
    },
  };
}

/** Waits for no longer; what is late may end, or fail, behind. */
async function withinMs(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, milliseconds);
  await Promise.race([work.catch(() => undefined), late.promise]);
  clearTimeout(timer);
}
