import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type FSWatcher, watch } from 'node:fs';

/** Something that is seen from outside of a process that syncs: it asks a vendor, or it writes to its file. */
export type Moment = 'request' | 'write';

/** Waits by what happens and never by a clock: a busy machine only makes it later. */
export interface Moments {
  /** Calls back at the so manieth moment of that sort from now on, while it happens. */
  at(moment: Moment, count: number, act: () => void): void;
  /** Resolves when something is so: looked at again whenever something happens. Rejects with what the look throws. */
  until(isSo: () => Promise<boolean>): Promise<void>;
  close(): void;
}

/** Node's diagnostics channel of requests to servers of this process. */
const requestChannel = 'http.server.request.start';

interface Waiting {
  readonly moment: Moment;
  left: number;
  readonly act: () => void;
}

/** Watches the simulators of this process, and the files of a folder, where one is named. */
export function createMoments(folder: string | null): Moments {
  let waiting: Waiting[] = [];
  const readAccess = new Set<() => void>();
  const happen = (moment: Moment): void => {
    const due: Waiting[] = [];
    for (const each of waiting) {
      if (each.moment !== moment) continue;
      each.left -= 1;
      if (each.left <= 0) due.push(each);
    }
    waiting = waiting.filter((each) => !due.includes(each));
    for (const { act } of due) act();
    for (const look of readAccess) look();
  };
  const onRequest = (): void => happen('request');
  subscribe(requestChannel, onRequest);
  const watcher: FSWatcher | null = folder === null ? null : watch(folder, () => happen('write'));
  return {
    at: (moment, left, act) => void waiting.push({ moment, left, act }),
    async until(isSo) {
      for (;;) {
        const next = Promise.withResolvers<void>();
        readAccess.add(next.resolve);
        try {
          if (await isSo()) return;
          await next.promise;
        } finally {
          readAccess.delete(next.resolve);
        }
      }
    },
    close() {
      unsubscribe(requestChannel, onRequest);
      watcher?.close();
    },
  };
}
