import type { CrossvaultError } from '../errors/error.ts';
import type { CallOptions, Clock } from './connector-context.ts';

/** A signal that is aborted when the time is over or the caller's signal is. */
export interface Deadline extends CallOptions {
  /** Stops the timer. The caller must call it when its work is done. */
  release(): void;
}

/** Starts a deadline. When it passes, the signal is aborted with the reason that `toReason` returns. */
export function startDeadline(
  clock: Clock,
  milliseconds: number,
  toReason: () => CrossvaultError,
  caller?: AbortSignal,
): Deadline {
  const own = new AbortController();
  const timer = new AbortController();
  clock.sleep(milliseconds, { signal: timer.signal }).then(
    () => own.abort(toReason()),
    () => undefined,
  );
  return {
    signal: caller === undefined ? own.signal : AbortSignal.any([own.signal, caller]),
    endsAtMs: clock.monotonicMs() + milliseconds,
    release: () => timer.abort(),
  };
}

/** Resolves or rejects with `run`, or rejects with the signal's reason as soon as it is aborted, even if `run` ignores it. */
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
