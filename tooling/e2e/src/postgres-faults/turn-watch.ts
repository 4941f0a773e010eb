import type { JobStore } from '@crossvault/core/store';

/** When the last whole turn of each connection was stored, over all processes, by `performance.now`. */
export interface TurnWatch {
  readonly turns: number;
  watch<Store extends JobStore>(store: Store): Store;
  lastMs(connection: string): number;
}

const isWholeTurn = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'nextAt' in state && 'problem' in state && state.problem === null;

export function createTurnWatch(): TurnWatch {
  const last = new Map<string, number>();
  let turns = 0;
  return {
    get turns() {
      return turns;
    },
    watch: (store) => ({
      ...store,
      async putSyncStates(states, lease) {
        await store.putSyncStates(states, lease);
        for (const { connection, state } of states) {
          if (!isWholeTurn(state)) continue;
          turns += 1;
          last.set(connection, performance.now());
        }
      },
    }),
    lastMs: (connection) => last.get(connection) ?? Number.NEGATIVE_INFINITY,
  };
}
