import { CrossvaultError } from '@crossvault/core';

/** A request has a caller who waits; background work has none. */
export type Urgency = 'request' | 'background';

/** The event loop belongs to the whole process: all requests and connections queue here together. */
const waiting: Readonly<Record<Urgency, (() => void)[]>> = { request: [], background: [] };
let isScheduled = false;
/** Pieces of requests that went before background work that waits. */
let passed = 0;

/** Of so many pieces one is background work, however many requests wait: it continues under every load. */
const backgroundEvery = 8;

function takeNext(): (() => void) | undefined {
  const { request, background } = waiting;
  const isForBackground = request.length === 0 || (background.length > 0 && passed >= backgroundEvery - 1);
  passed = isForBackground || background.length === 0 ? 0 : passed + 1;
  return (isForBackground ? background : request).shift();
}

function runNext(): void {
  isScheduled = false;
  takeNext()?.();
  schedule();
}

function schedule(): void {
  if (isScheduled || waiting.request.length + waiting.background.length === 0) return;
  isScheduled = true;
  setImmediate(runNext);
}

/**
 * Runs work that takes milliseconds of the processor, one piece in a turn of the event loop. However many requests and connections
 * have such work, others are answered between two pieces.
 *
 * @param signal work that has not begun when it ends never begins
 */
export function runInLoopTurn<Result>(
  urgency: Urgency,
  run: () => Result | Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    waiting[urgency].push(() => {
      if (signal?.aborted === true) return reject(CrossvaultError.from(signal.reason));
      try {
        resolve(run());
      } catch (error) {
        reject(error);
      }
    });
    schedule();
  });
}

/** Maps many values for a request, in order, one piece of them in a turn of the event loop. */
export async function mapInPieces<Value, Result>(
  values: readonly Value[],
  size: number,
  map: (value: Value) => Result,
): Promise<Result[]> {
  if (values.length <= size) return values.map(map);
  const mapped: Result[] = [];
  for (let start = 0; start < values.length; start += size) {
    await runInLoopTurn('request', () => {
      for (const value of values.slice(start, start + size)) mapped.push(map(value));
    });
  }
  return mapped;
}
