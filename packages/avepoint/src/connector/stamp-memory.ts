/** The stamps of jobs that are known without a request, by location and native id. */
export interface StampMemory {
  find(location: string, id: string): string | null;
  remember(location: string, id: string, stamp: string): void;
}

/** Number of cached stamps of one location. Evicted stamps are requested again. */
const capacity = 20_000;

export function createStampMemory(): StampMemory {
  const remembered = new Map<string, Map<string, string>>();
  return {
    find: (location, id) => remembered.get(location)?.get(id) ?? null,
    remember(location, id, stamp) {
      const stamps = remembered.get(location) ?? new Map<string, string>();
      remembered.set(location, stamps.set(id, stamp));
      const [oldest] = stamps.keys();
      if (stamps.size > capacity && oldest !== undefined) stamps.delete(oldest);
    },
  };
}
