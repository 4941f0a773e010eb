import type { LeaseClaim, StoreUpkeep, SyncMemory, TextRecords } from '@crossvault/core/store';

/** The texts that a memory store keeps beside its jobs. */
export interface MemoryTexts extends Pick<StoreUpkeep, 'storedTexts' | 'rewriteTexts'> {
  /** What is kept beside jobs, by its place: a test puts it here. */
  readonly texts: ReadonlyMap<TextRecords, Map<string, string>>;
}

const kinds: readonly TextRecords[] = ['operations', 'audit', 'plan', 'item', 'successes', 'changes'];

/** Texts without a disk, all of them of the one connection that is asked for. */
export function createMemoryTexts(
  require: (lease: LeaseClaim) => void,
  putSyncStates: SyncMemory['putSyncStates'],
): MemoryTexts {
  const texts = new Map(kinds.map((kind) => [kind, new Map<string, string>()]));
  const of = (kind: TextRecords): Map<string, string> => texts.get(kind) ?? new Map();
  return {
    texts,
    async storedTexts({ records, after, limit }) {
      const found = [...of(records)]
        .map(([place, text]) => ({ place, text }))
        .filter(({ place }) => after === null || place > after)
        .toSorted((one, other) => (one.place < other.place ? -1 : 1))
        .slice(0, limit);
      return { texts: found, next: found.length < limit ? null : (found.at(-1)?.place ?? null) };
    },
    async rewriteTexts({ records, texts: rewritten, syncStates }, lease) {
      require(lease);
      for (const { place, text, after } of rewritten) {
        if (of(records).get(place) !== text) continue;
        if (after === null) of(records).delete(place);
        else of(records).set(place, after);
      }
      await putSyncStates(syncStates, lease);
      return rewritten.length;
    },
  };
}
