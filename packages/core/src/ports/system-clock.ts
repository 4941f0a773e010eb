import type { Clock } from './connector-context.ts';

/** How a system clock behaves. */
export interface SystemClockOptions {
  /** Whether a sleep keeps the process running. A server ends without it; a script must not end in the middle of a wait. @default false */
  readonly keepsProcessAlive?: boolean;
}

/** Node fires a longer timer at once. */
const longestTimerMs = 2_147_483_647;

/** Creates the clock of this machine: `Date.now`, `performance.now` and timers that a signal ends. */
export function createSystemClock({ keepsProcessAlive = false }: SystemClockOptions = {}): Clock {
  return Object.freeze({
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
    async sleep(milliseconds: number, { signal }: { readonly signal?: AbortSignal } = {}) {
      signal?.throwIfAborted();
      for (let leftMs = milliseconds; leftMs > 0; leftMs -= longestTimerMs) {
        await runTimer(Math.min(leftMs, longestTimerMs), signal, keepsProcessAlive);
      }
    },
  });
}

function runTimer(milliseconds: number, signal: AbortSignal | undefined, keepsProcessAlive: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (!keepsProcessAlive) timer.unref();
    signal?.addEventListener('abort', stop, { once: true });
  });
}
