import { type CallOptions, type Clock, CrossvaultError } from '@crossvault/contract';

/** A signal that ends with the caller's or when the time is over, and how to let go of it. */
export interface Deadline extends CallOptions {
  release(): void;
}

/** Starts a deadline for one source. When it passes, the reason is `source-timeout` and names the source. */
export function startDeadline(clock: Clock, source: string, milliseconds: number, caller: AbortSignal): Deadline {
  const own = new AbortController();
  const timer = new AbortController();
  clock.sleep(milliseconds, { signal: timer.signal }).then(
    () => {
      const message = `${source} did not answer within ${milliseconds / 1000} seconds (deadlineSeconds of the connection).`;
      own.abort(new CrossvaultError({ code: 'source-timeout', message, source }));
    },
    () => undefined,
  );
  return { signal: AbortSignal.any([own.signal, caller]), release: () => timer.abort() };
}

/** The promise's outcome, or the signal's reason as soon as that is there: also for a source that ignores the signal. */
export async function orAbort<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let giveUp: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([run(), aborted]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
