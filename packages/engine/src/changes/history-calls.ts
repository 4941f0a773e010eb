import type { CallOptions, Clock, Connection, SyncAnswer } from '@crossvault/core';
import { toStoreMissing } from '../actions/require-store.ts';
import type { Source } from '../connections/source.ts';
import type { Engine } from '../engine-calls.ts';
import { createRefresher } from '../jobs/refresh-stored.ts';
import { findStored } from '../listing/stored/stored-sources.ts';
import { viewSyncs } from '../sync/connection-view.ts';
import { followChanges } from './follow-changes.ts';
import type { History } from './history.ts';
import { summarize } from './summarize.ts';

export interface HistoryCalls extends Pick<Engine, 'changes' | 'followChanges' | 'summary'> {
  refresh(covered: readonly Source[], waitMs: number, call: CallOptions): Promise<boolean>;
  sync(source: Source, waitMs: number | null, call: CallOptions): Promise<SyncAnswer>;
  /** How the sync of each connection is shown; none of them without a store. */
  shown(): Promise<ReadonlyMap<string, Connection['sync']>>;
  close(): void;
}

/** The calls about what is remembered. Without a store there is nothing to refresh, and nothing to tell. */
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
      source.connector();
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
