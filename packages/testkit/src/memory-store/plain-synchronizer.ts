import {
  type CallOptions,
  type Clock,
  type Connector,
  CrossvaultError,
  type Problem,
  type SourceReport,
  toProblem,
} from '@crossvault/core';
import type { JobStore } from '@crossvault/core/store';
import { readLists, recordsOf } from '../read-lists.ts';

/** How a made-up sync stands; the same words as the engine's. */
export interface PlainSyncStatus {
  readonly state: 'waiting' | 'syncing' | 'current' | 'failing';
  readonly lastAt: string | null;
  readonly nextAt: string | null;
  readonly progress: number | null;
  readonly missedRuns: number;
  readonly answered: number | null;
  readonly beside?: Pick<SourceReport, 'rejected' | 'withoutRun' | 'warnings'> | undefined;
  readonly problem: Problem | null;
}

/** A plain sync: it reads every list whole, on request. */
export interface PlainSynchronizer {
  syncNow(connection: string, call: CallOptions): Promise<PlainSyncStatus>;
  states(): Promise<ReadonlyMap<string, PlainSyncStatus>>;
  /** Says something else of a connection than what was seen. */
  pretend(connection: string, status: Partial<PlainSyncStatus>): void;
  /** How often each connection was synced. */
  readonly turns: ReadonlyMap<string, number>;
}

const waiting: PlainSyncStatus = {
  state: 'waiting',
  lastAt: null,
  nextAt: null,
  progress: null,
  missedRuns: 0,
  answered: null,
  problem: null,
};

export function createPlainSynchronizer(
  connections: readonly { readonly name: string; readonly connector: Connector | (() => Promise<Connector>) | null }[],
  store: JobStore,
  clock: Clock,
): PlainSynchronizer {
  const states = new Map(connections.map(({ name }) => [name, waiting]));
  const turns = new Map<string, number>();
  const statusOf = (name: string): PlainSyncStatus => states.get(name) ?? waiting;
  return {
    turns,
    pretend: (name, status) => void states.set(name, { ...statusOf(name), ...status }),
    states: async () => states,
    async syncNow(name, call) {
      turns.set(name, (turns.get(name) ?? 0) + 1);
      const given = connections.find((connection) => connection.name === name)?.connector;
      if (given === null || given === undefined) throw new Error(`${name} cannot be synced.`);
      const connector = typeof given === 'function' ? await given() : given;
      const lastAt = new Date(clock.now()).toISOString();
      try {
        const number = await store.takeReadingNumber();
        const lists = await readLists(connector, call);
        const { mapperVersion } = connector;
        await store.putJobs(
          recordsOf(lists).map((record) => ({ record, mapperVersion, number })),
          { syncStates: lists.map(({ list }) => ({ connection: name, list: list.key, state: { lastAt } })) },
        );
        states.set(name, { ...waiting, state: 'current', progress: 1, lastAt });
      } catch (error) {
        const problem = toProblem(CrossvaultError.from(error).at(name));
        states.set(name, { ...statusOf(name), state: 'failing', problem });
      }
      return statusOf(name);
    },
  };
}
