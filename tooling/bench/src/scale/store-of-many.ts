import { parseJobId } from '@crossvault/core';
import type { JobStore } from '@crossvault/core/store';
import { createMemoryStore, type MemoryStore } from '@crossvault/testkit';
import type { HeapClock } from './heap-clock.ts';

/** What a turn leaves: of which connection, and the instant before which its next one is not due. */
export type OnTurnEnd = (connection: string, nextAt: string) => void;

const leasePrefix = 'sync:';

const nextAtOf = (state: unknown): string | null =>
  typeof state === 'object' && state !== null && 'nextAt' in state && typeof state.nextAt === 'string'
    ? state.nextAt
    : null;

/**
 * A store in memory for a sync of very many connections: each has a part of its own, since a part looks through all its jobs.
 * What a sync does not use is the given store's.
 */
export function createStoreOfMany(rest: JobStore, clock: HeapClock, onTurnEnd: OnTurnEnd): JobStore {
  const parts = new Map<string, MemoryStore>();
  const of = (connection: string): MemoryStore => {
    const known = parts.get(connection) ?? createMemoryStore(clock);
    parts.set(connection, known);
    return known;
  };
  /** Of what belongs to no connection. */
  const shared = of('');
  const ofId = (id: string | undefined): MemoryStore => of(parseJobId(id ?? '')?.connection ?? '');
  const ofLease = (name: string): MemoryStore =>
    name.startsWith(leasePrefix) ? of(name.slice(leasePrefix.length)) : shared;
  const store: JobStore = {
    ...rest,
    during: () => store,
    takeReadingNumber: shared.takeReadingNumber,
    putJobs: (batch, options) =>
      of(batch[0]?.record.job.connection ?? options?.syncStates?.[0]?.connection ?? '').putJobs(batch, options),
    remapJobs: (batch, lease) => ofId(batch[0]?.id).remapJobs(batch, lease),
    markGone: (ids, absence, lease) => ofId(ids[0]).markGone(ids, absence, lease),
    markMissed: (ids, missed, lease) => ofId(ids[0]).markMissed(ids, missed, lease),
    deleteOlderThan: (request, lease) => of(request.connection ?? '').deleteOlderThan(request, lease),
    getJob: (id) => ofId(id).getJob(id),
    findByNativeId: async (connections, nativeId) => {
      const found = (connections ?? []).map((connection) => of(connection).findByNativeId([connection], nativeId));
      return (await Promise.all(found)).flat();
    },
    openJobs: (connection, list) => of(connection).openJobs(connection, list),
    unreadJobs: (connection, limit) => of(connection).unreadJobs(connection, limit),
    listedJobs: (request) => of(request.connection).listedJobs(request),
    outdatedJobs(connection, version, limit) {
      clock.note();
      return of(connection).outdatedJobs(connection, version, limit);
    },
    storedTexts(request) {
      clock.note();
      return of(request.connection).storedTexts(request);
    },
    rewriteTexts: (rewrite, lease) => of(rewrite.connection).rewriteTexts(rewrite, lease),
    syncStates: (connection) => of(connection).syncStates(connection),
    async putSyncStates(states, lease) {
      for (const each of states) {
        await of(each.connection).putSyncStates([each], lease);
        const nextAt = nextAtOf(each.state);
        if (nextAt !== null) onTurnEnd(each.connection, nextAt);
      }
    },
    acquireLease: (claim, ttlMs) => ofLease(claim.name).acquireLease(claim, ttlMs),
    renewLease: (claim, ttlMs) => ofLease(claim.name).renewLease(claim, ttlMs),
    releaseLease: (claim) => ofLease(claim.name).releaseLease(claim),
    leaseOwner: (name) => ofLease(name).leaseOwner(name),
  };
  return store;
}
