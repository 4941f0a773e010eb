import { type CallOptions, type Clock, CrossvaultError } from '@crossvault/core';
import { z } from 'zod';
import type { SyncStore } from './sync-parts.ts';
import { readSyncStatus, type SyncStatus } from './sync-status.ts';

/** Stands for no connection: under it processes ask each other, by the connections' names. */
const asked = '\nasked';
/** Numbered by the store, as readings are: what earlier versions wrote has an instant instead, and asks for nothing. */
const requestSchema = z.object({ number: z.number() });

const lookEveryMs = 5_000;
const lookForAnswerEveryMs = 1_000;

/** How a process that does not hold a connection has it synced by the one that does. */
export interface SyncRequests {
  /** Tells of every new request, until the signal. */
  watch(onRequest: (connection: string) => void, signal: AbortSignal): Promise<void>;
  /** Number of the newest request for a connection; null when there was none. A turn with a higher one began after it. */
  newest(connection: string): Promise<number | null>;
  /** Asks, and waits for a turn that began after this call. Throws the signal's reason. */
  askOther(connection: string, call: CallOptions): Promise<SyncStatus>;
}

export function createSyncRequests({
  store,
  clock,
}: {
  readonly store: SyncStore;
  readonly clock: Clock;
}): SyncRequests {
  const handled = new Map<string, number>();

  async function look(onRequest: (connection: string) => void): Promise<void> {
    for (const [connection, stored] of await store.syncStates(asked)) {
      const request = requestSchema.safeParse(stored).data;
      if (request === undefined || handled.get(connection) === request.number) continue;
      handled.set(connection, request.number);
      onRequest(connection);
    }
  }

  const newest = async (connection: string): Promise<number | null> =>
    requestSchema.safeParse((await store.syncStates(asked)).get(connection)).data?.number ?? null;

  /** Of two processes that ask at once, one may write over the request of the other, which then writes its own again. */
  async function tell(connection: string, number: number): Promise<void> {
    if (((await newest(connection)) ?? 0) >= number) return;
    await store.putSyncStates([{ connection: asked, list: connection, state: { number } }]);
  }

  return {
    async watch(onRequest, signal) {
      while (!signal.aborted) {
        // A store that can't be read is told of by whoever syncs.
        await look(onRequest).catch(() => undefined);
        await clock.sleep(lookEveryMs, { signal }).catch(() => undefined);
      }
    },
    newest,
    async askOther(connection, { signal }) {
      const number = await store.takeReadingNumber();
      for (;;) {
        const status = await readSyncStatus(store, connection);
        if ((status.answered ?? 0) > number) return status;
        await tell(connection, number);
        signal.throwIfAborted();
        await clock.sleep(lookForAnswerEveryMs, { signal }).catch(() => {
          throw CrossvaultError.from(signal.reason);
        });
      }
    },
  };
}
