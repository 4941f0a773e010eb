import type { Clock } from '@crossvault/contract';

/** Sleeps this long or longer are deadlines. */
const deadlineMs = 20_000;

/**
 * A clock for code that works in real time where no clock can see it: files, signatures. Pauses are over at once, and
 * deadlines never pass.
 */
export function createPatientClock(now: () => number): Clock {
  return {
    now,
    sleep(milliseconds, options) {
      if (milliseconds < deadlineMs) return Promise.resolve();
      return new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => reject(options.signal?.reason), { once: true });
      });
    },
  };
}
