import type { PlantedEvent } from '@crossvault/simulators';
import type { SyncedMonth } from './run-month.ts';

type Blindness = Extract<PlantedEvent, { kind: 'blind' }>;

/** Counts, while a source cannot be read, the runs that are called missed although they fell due behind the last sight of it. */
export function createBlindCheck(blindness: readonly Blindness[]) {
  let looks = 0;
  const missed = new Set<string>();
  return {
    async look({ simulators, store, nowMs }: SyncedMonth): Promise<void> {
      for (const { vendor, at = '', seconds, path } of blindness) {
        const fromMs = Date.parse(at);
        const source = simulators.vendors[vendor];
        // Of a vault alone the others go on.
        if (source === undefined || path !== undefined || nowMs < fromMs || nowMs >= fromMs + seconds * 1000) continue;
        looks += 1;
        const rows = await store.listOccurrences({
          filter: { connections: [source.connection.name] },
          fromMs,
          untilMs: nowMs,
          states: ['missed'],
          nowMs,
          order: 'oldest-first',
          after: null,
          limit: 1_000,
        });
        for (const { subject, dueMs } of rows) missed.add(`${subject} ${dueMs}`);
      }
    },
    result: () => ({ looks, missed: missed.size }),
  };
}
