import { type Clock, CrossvaultError, type JobStatus } from '@crossvault/core';
import {
  comparePositions,
  type DataVersions,
  isAfter,
  type JobChange,
  type JobStore,
  type LeaseClaim,
  mergeObservation,
  type PutObservation,
  type PutOutcome,
  positionOf,
  recordOfKnown,
  remapObservation,
  type StoredJob,
  type StoreInsight,
  type StoreInventory,
  type SyncMemory,
} from '@crossvault/core/store';
import { isThere, type MemoryRow, markGone, markMissed, type Presence, presenceOnceRead } from './memory-presence.ts';
import { createMemoryTexts, type MemoryTexts } from './memory-texts.ts';
import { createMemoryThings } from './memory-things.ts';

/** What of a store a sync uses, and the feed that it leaves. */
export type MemoryStore = Pick<
  JobStore,
  | keyof SyncMemory
  | keyof StoreInsight
  | keyof StoreInventory
  | 'takeReadingNumber'
  | 'putJobs'
  | 'remapJobs'
  | 'markGone'
  | 'markMissed'
  | 'deleteOlderThan'
  | 'getJob'
  | 'findByNativeId'
  | 'openJobs'
  | 'unreadJobs'
  | 'listedJobs'
  | 'outdatedJobs'
> &
  MemoryTexts & {
    /** Every job, as it is stored. */
    jobs(): readonly StoredJob[];
    readonly feed: readonly JobChange[];
  };

const urgency: readonly JobStatus[] = ['failed', 'warning'];
const rank = ({ record: { job } }: StoredJob): number => urgency.indexOf(job.status) + 1 || urgency.length + 1;

/** A store without a disk, whose leases go by the test's own clock. It holds what was put as text, so nothing is shared. */
export function createMemoryStore(clock: Pick<Clock, 'monotonicMs'>): MemoryStore {
  const rows = new Map<string, MemoryRow>();
  const aliases = new Map<string, string>();
  const states = new Map<string, Map<string, string>>();
  const leases = new Map<string, { owner: string; untilMs: number }>();
  const feed: JobChange[] = [];
  const versions = new Map<string, DataVersions>();
  let [taken, version] = [0, 0];
  const noteChange = (connection: string, kind: keyof DataVersions): void => {
    version += 1;
    const before = versions.get(connection) ?? { jobs: null, states: null };
    versions.set(connection, { ...before, [kind]: String(version) });
  };

  const idOf = (id: string): string => aliases.get(id) ?? id;
  const made = new WeakMap<MemoryRow, StoredJob>();
  const toStored = (id: string, row: MemoryRow): StoredJob => {
    const stored = made.get(row) ?? makeStored(id, row);
    made.set(row, stored);
    return stored;
  };
  const makeStored = (id: string, { known, goneAt }: MemoryRow): StoredJob => {
    const record = recordOfKnown(known);
    if (record === null) throw new Error('A job of which nothing is known.');
    const versions = [known.list, known.full].flatMap((each) => each?.mapperVersion ?? []);
    return {
      id,
      known,
      mapperVersion: Math.min(...versions),
      record: { ...record, job: { ...record.job, id, goneAt } },
    };
  };
  const all = (): readonly StoredJob[] => [...rows].map(([id, row]) => toStored(id, row));
  const own = (connection: string, list: string | null = null): readonly StoredJob[] =>
    all().filter(
      ({ record: { job, context } }) =>
        job.connection === connection && job.goneAt === null && (list === null || context.list === list),
    );
  const isHeld = ({ name, owner }: LeaseClaim): boolean => {
    const lease = leases.get(name);
    return lease?.owner === owner && lease.untilMs > clock.monotonicMs();
  };
  const require = (lease: LeaseClaim | undefined): void => {
    if (lease === undefined || isHeld(lease)) return;
    throw new CrossvaultError({ code: 'lease-lost', message: `${lease.owner} does not hold ${lease.name}.` });
  };
  const write: SyncMemory['putSyncStates'] = async (writes, lease) => {
    require(lease);
    for (const { connection, list, state } of writes) {
      noteChange(connection, 'states');
      const lists = states.get(connection) ?? new Map<string, string>();
      lists.set(list, JSON.stringify(state));
      states.set(connection, lists);
    }
  };
  const emit = (id: string, before: StoredJob | null, after: StoredJob | null): void => {
    const job = after?.record.job ?? before?.record.job;
    if (job !== undefined) noteChange(job.connection, 'jobs');
    const [from, to] = [before?.record.job.status ?? null, after?.record.job.status ?? null];
    if (job === undefined || from === to) return;
    const { connection, vendor, observedAt: at } = job;
    const position = feed.length + 1;
    feed.push({ position, cursor: String(position), at, id, connection, vendor, from, to });
  };
  const replace = (id: string, row: MemoryRow): void => {
    const before = rows.get(id);
    rows.set(id, row);
    emit(id, before === undefined ? null : toStored(id, before), toStored(id, row));
  };
  function put({ record, mapperVersion, number, knownAs }: PutObservation): { id: string; outcome: PutOutcome } {
    if (knownAs !== undefined && rows.has(idOf(knownAs))) aliases.set(record.job.id, idOf(knownAs));
    const id = idOf(record.job.id);
    const before = rows.get(id);
    const settled = Math.max(number, taken);
    const known = mergeObservation(before?.known ?? null, { record, mapperVersion, number, settled });
    const was: Presence = before ?? isThere;
    const presence = presenceOnceRead(was, number);
    const isNews = known !== before?.known || presence.goneAt !== was.goneAt;
    if (isNews || presence === isThere) replace(id, { ...presence, known });
    return { id, outcome: before === undefined ? 'new' : isNews ? 'changed' : 'unchanged' };
  }

  const jobs = () => all().map(({ record }) => record.job);
  return {
    ...createMemoryThings({ jobs, feed, require, putSyncStates: write }),
    ...createMemoryTexts(require, write),
    feed,
    jobs: all,
    async takeReadingNumber() {
      taken += 1;
      return taken;
    },
    async putJobs(batch, options = {}) {
      require(options.lease);
      await write(options.syncStates ?? []);
      return { outcomes: structuredClone([...batch]).map(put) };
    },
    async remapJobs(batch, lease) {
      require(lease);
      for (const { id, list, full, mapperVersion, hasSecretId } of batch) {
        const row = rows.get(id);
        if (row === undefined) continue;
        if (hasSecretId === true) {
          rows.delete(id);
          continue;
        }
        const known = remapObservation(remapObservation(row.known, 'list', { record: list, mapperVersion }), 'full', {
          record: full,
          mapperVersion,
        });
        replace(id, { ...row, known });
      }
      return batch.length;
    },
    async markGone(ids, absence, lease) {
      require(lease);
      return markGone(rows, ids, absence);
    },
    async markMissed(ids, missed, lease) {
      require(lease);
      return markMissed(rows, ids, missed);
    },
    async deleteOlderThan({ connection, before, onlyGone, limit }, lease) {
      require(lease);
      const old = all().filter(
        ({ record: { job } }) =>
          (connection === null || job.connection === connection) &&
          (job.endedAt ?? job.startedAt ?? job.observedAt) < before &&
          (job.goneAt !== null || (!onlyGone && job.ended)),
      );
      for (const job of old.slice(0, limit)) {
        rows.delete(job.id);
        emit(job.id, job, null);
      }
      return Math.min(old.length, limit);
    },
    async getJob(id) {
      const row = rows.get(idOf(id));
      return row === undefined ? null : toStored(idOf(id), row);
    },
    async findByNativeId(connections, nativeId) {
      return all().filter(
        ({ record: { job } }) =>
          job.nativeId.toLowerCase() === nativeId.toLowerCase() && (connections?.includes(job.connection) ?? true),
      );
    },
    openJobs: async (connection, list) => own(connection, list).filter(({ record }) => !record.job.ended),
    async unreadJobs(connection, limit) {
      return own(connection)
        .filter(({ record, known }) => record.job.ended && known.full?.record.job.ended !== true)
        .toSorted(
          (a, b) =>
            rank(a) - rank(b) || comparePositions('-startedAt', positionOf(a.record.job), positionOf(b.record.job)),
        )
        .slice(0, limit);
    },
    async listedJobs({ connection, list, startedAfter, startedBefore, after, limit }) {
      return own(connection, list)
        .map(({ record }) => positionOf(record.job))
        .filter(({ startedAt }) => startedAt === null || startedAfter === null || startedAt >= startedAfter)
        .filter(({ startedAt }) => startedAt === null || startedBefore === null || startedAt < startedBefore)
        .filter((position) => isAfter('startedAt', position, after))
        .toSorted((a, b) => comparePositions('startedAt', a, b))
        .slice(0, limit);
    },
    async outdatedJobs(connection, version, limit) {
      return all()
        .filter(({ record, mapperVersion }) => record.job.connection === connection && mapperVersion < version)
        .slice(0, limit);
    },
    async syncStates(connection) {
      return new Map(
        [...(states.get(connection) ?? [])].map(([list, text]): [string, unknown] => [list, JSON.parse(text)]),
      );
    },
    dataVersions: async () => new Map(versions),
    putSyncStates: write,
    async acquireLease({ name, owner }, ttlMs) {
      const lease = leases.get(name);
      if (lease !== undefined && lease.owner !== owner && lease.untilMs > clock.monotonicMs()) return false;
      leases.set(name, { owner, untilMs: clock.monotonicMs() + ttlMs });
      return true;
    },
    async renewLease(claim, ttlMs) {
      if (leases.get(claim.name)?.owner !== claim.owner) return false;
      leases.set(claim.name, { owner: claim.owner, untilMs: clock.monotonicMs() + ttlMs });
      return true;
    },
    async releaseLease({ name, owner }) {
      if (leases.get(name)?.owner === owner) leases.delete(name);
    },
    async leaseOwner(name) {
      const lease = leases.get(name);
      return lease !== undefined && lease.untilMs > clock.monotonicMs() ? lease.owner : null;
    },
  };
}
