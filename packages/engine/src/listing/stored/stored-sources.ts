import type { History } from '../../changes/history.ts';
import type { Source } from '../../connections/source.ts';
import { connectionState, type SyncStatus } from '../../sync/sync-status.ts';

/** A source that is answered from the store. */
export interface StoredSource {
  readonly source: Source;
  readonly status: SyncStatus;
  /** Keys of its lists; [] where nobody asked for them. */
  readonly lists: readonly string[];
}

/**
 * The sources whose history is there, also those that fail or cannot be set up any more. As long as a backfill is under way
 * a source is read live: what the store has of it is a part, and nobody could say which.
 *
 * @param withLists whether the keys of the lists are needed
 */
export async function findStored(
  { store, synchronizer }: History,
  sources: readonly Source[],
  withLists: boolean,
): Promise<readonly StoredSource[]> {
  const states = await synchronizer.states();
  const found = await Promise.all(
    sources.map(async (source): Promise<StoredSource | null> => {
      const { name } = source.connection;
      const status = states.get(name);
      if (status === undefined || status.state === 'waiting' || status.progress !== 1) return null;
      if (status.state === 'current' && !withLists) return { source, status, lists: [] };
      const lists = [...(await store.syncStates(name)).keys()].filter((key) => key !== connectionState);
      // What failed before its first list was read has no history yet.
      return status.state === 'failing' && lists.length === 0 ? null : { source, status, lists };
    }),
  );
  return found.filter((each) => each !== null);
}
