import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@crossvault/core';

/** Node fires a longer timer at once. */
const longestTimerMs = 2_147_483_647;

/** The time of the machine. A sleep alone does not keep the process running. */
export function createSystemClock(): Clock {
  return Object.freeze({
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
    async sleep(milliseconds: number, options: { readonly signal?: AbortSignal } = {}) {
      options.signal?.throwIfAborted();
      try {
        for (let leftMs = milliseconds; leftMs > 0; leftMs -= longestTimerMs) {
          await wait(Math.min(leftMs, longestTimerMs), undefined, { ...options, ref: false });
        }
      } catch (error) {
        options.signal?.throwIfAborted();
        throw error;
      }
    },
  });
}
