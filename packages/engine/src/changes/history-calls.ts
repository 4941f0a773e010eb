import {
  type CallOptions,
  type Clock,
  type Connection,
  orAbort,
  type Summary,
  type SyncAnswer,
} from '@crossvault/core';
import type { ChangePage, ChangesRequest, JobStore, SummaryRequest } from '@crossvault/core/store';
import type { Source } from '../connections/source.ts';
import type { Engine } from '../engine-calls.ts';
import { findStored } from '../listing/stored-sources.ts';
import { viewSyncs } from '../sync/sync-status.ts';
import type { Synchronizer } from '../sync/synchronizer.ts';
import { type History, toStoreMissing } from './history.ts';
import { summarize } from './summarize.ts';

interface HistoryCalls extends Pick<Engine, 'changes' | 'followChanges'> {
  summary(request: SummaryRequest, call: CallOptions): Promise<Summary>;
  refresh(covered: readonly Source[], waitMs: number, call: CallOptions): Promise<boolean>;
  sync(source: Source, waitMs: number | null, call: CallOptions): Promise<SyncAnswer>;
  /** The sync status of each connection as it is shown; empty without a store. */
  shown(): Promise<ReadonlyMap<string, Connection['sync']>>;
  close(): void;
}

/** The calls about stored history. Without a store they throw `store-missing`, and a refresh does nothing. */
export function createHistoryCalls(
  history: History | null,
  sources: readonly Source[],
  clock: Clock,
  absentStore: string | null,
): HistoryCalls {
  if (history === null) {
    return withoutStore(() => {
      throw toStoreMissing(absentStore);
    });
  }
  const { store, synchronizer } = history;
  const refresher = createRefresher(synchronizer, clock);
  const shown: HistoryCalls['shown'] = () => viewSyncs(synchronizer, store, clock.now());
  return {
    shown,
    async refresh(covered, waitMs, call) {
      const able = covered.filter(({ connection }) => connection.connector !== null);
      const stored = await findStored(history, able, false);
      return refresher.refresh(
        stored.map(({ source }) => nameOf(source)),
        waitMs,
        call,
      );
    },
    async sync(source, waitMs, call) {
      await source.connector();
      const name = nameOf(source);
      const finished = await refresher.refresh([name], waitMs, call);
      return { connection: name, finished, sync: (await shown()).get(name) ?? null };
    },
    changes: (request, call) => store.changes(request, call),
    followChanges: (request, quietMs, call) => followChanges({ store, clock }, request, quietMs, call),
    summary: (request, call) =>
      summarize(
        store,
        sources.map(({ connection }) => connection),
        request,
        call,
      ),
    close: refresher.close,
  };
}

const nameOf = ({ connection }: Source): string => connection.name;

const withoutStore = (missing: () => never): HistoryCalls => ({
  refresh: async () => true,
  sync: async () => missing(),
  shown: async () => new Map(),
  changes: async () => missing(),
  followChanges: () => missing(),
  summary: async () => missing(),
  close: () => undefined,
});

/** Syncs on request. Concurrent requests for one connection share one sync. */
interface Refresher {
  /** True when all are done in time, successful or not; the others continue. Null waits without a bound. */
  refresh(names: readonly string[], waitMs: number | null, call: CallOptions): Promise<boolean>;
  /** Aborts the syncs under way. */
  close(): void;
}

function createRefresher(synchronizer: Pick<Synchronizer, 'syncNow'>, clock: Clock): Refresher {
  const underWay = new Map<string, Promise<void>>();
  const life = new AbortController();

  function sync(name: string): Promise<void> {
    const known = underWay.get(name);
    if (known !== undefined) return known;
    const begun = synchronizer
      .syncNow(name, { signal: life.signal })
      .then(() => undefined)
      // The reason of the failure is stored with the sync status of the connection.
      .catch(() => undefined)
      .finally(() => underWay.delete(name));
    underWay.set(name, begun);
    return begun;
  }

  return {
    async refresh(names, waitMs, call) {
      const done = Promise.all(names.map(sync)).then(() => true);
      const waiting = new AbortController();
      const signal = AbortSignal.any([call.signal, waiting.signal]);
      try {
        return await orAbort(call.signal, () =>
          waitMs === null ? done : Promise.race([done, clock.sleep(waitMs, { signal }).then(() => false)]),
        );
      } finally {
        waiting.abort();
      }
    },
    close: () => life.abort(),
  };
}

/** How often the feed is read: other processes write it too, and a read takes less than a millisecond. */
const lookEveryMs = 1000;

/**
 * The feed from a position on, without an end: pages with changes, and an empty page when there was none
 * for `quietMs`. The next page is read when the caller has taken the one before, so nothing is buffered for a slow reader.
 */
async function* followChanges(
  { store, clock }: { readonly store: JobStore; readonly clock: Clock },
  request: ChangesRequest,
  quietMs: number,
  call: CallOptions,
): AsyncGenerator<ChangePage> {
  const { signal } = call;
  let { after } = request;
  let returnedAtMs = clock.monotonicMs();
  for (;;) {
    signal.throwIfAborted();
    const page = await store.changes({ ...request, after }, call);
    const isQuiet = clock.monotonicMs() - returnedAtMs >= quietMs;
    if (page.next !== after || isQuiet) {
      returnedAtMs = clock.monotonicMs();
      after = page.next;
      yield page;
    }
    if (!page.more) await clock.sleep(lookEveryMs, { signal });
  }
}
