import { type CallOptions, type Clock, CrossvaultError } from '@crossvault/contract';
import { z } from 'zod';
import { shift } from './pace.ts';
import type { SyncStore } from './sync-parts.ts';
import { readSyncStatus, type SyncStatus } from './sync-status.ts';

/** Stands for no connection: under it processes ask each other, by the connections' names. */
const asked = '\nasked';
const requestSchema = z.object({ at: z.string() });

const lookEveryMs = 5_000;
const lookForAnswerEveryMs = 1_000;

/** How a process that does not hold a connection has it synced by the one that does. */
export interface SyncRequests {
  /** Tells of every new request, until the signal. */
  watch(onRequest: (connection: string, at: string) => void, signal: AbortSignal): Promise<void>;
  /** When a connection was asked for last; null when it never was. */
  newest(connection: string): Promise<string | null>;
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
  const handled = new Map<string, string>();

  async function look(onRequest: (connection: string, at: string) => void): Promise<void> {
    for (const [connection, stored] of await store.syncStates(asked)) {
      const request = requestSchema.safeParse(stored).data;
      if (request === undefined || handled.get(connection) === request.at) continue;
      handled.set(connection, request.at);
      onRequest(connection, request.at);
    }
  }

  const newest = async (connection: string): Promise<string | null> =>
    requestSchema.safeParse((await store.syncStates(asked)).get(connection)).data?.at ?? null;

  /** Later than every request before it, whatever the clocks said that those were made by. */
  async function nextRequest(connection: string): Promise<string> {
    const { answered } = await readSyncStatus(store, connection);
    const former = [await newest(connection), answered].flatMap((at) => (at === null ? [] : shift(at, 1)));
    const now = new Date(clock.now()).toISOString();
    return [now, ...former].toSorted().at(-1) ?? now;
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
      const at = await nextRequest(connection);
      await store.putSyncStates([{ connection: asked, list: connection, state: { at } }]);
      for (;;) {
        const status = await readSyncStatus(store, connection);
        if ((status.answered ?? '') >= at) return status;
        signal.throwIfAborted();
        await clock.sleep(lookForAnswerEveryMs, { signal }).catch(() => {
          throw CrossvaultError.from(signal.reason);
        });
      }
    },
  };
}
