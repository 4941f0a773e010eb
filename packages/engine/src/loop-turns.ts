import { setImmediate as turnOfTheLoop } from 'node:timers/promises';

/** The event loop belongs to the whole process: connections queue here for it together. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs background work that takes milliseconds of the processor, one piece in a turn of the event loop. However many connections
 * have such work, a request is answered between two pieces.
 */
export function runInLoopTurn<Result>(run: () => Promise<Result>): Promise<Result> {
  const piece = last.then(() => turnOfTheLoop()).then(run);
  last = piece.catch(() => undefined);
  return piece;
}

/** Maps many values, with a turn of the event loop after each piece, so that other requests are answered meanwhile. */
export async function mapInPieces<Value, Result>(
  values: readonly Value[],
  size: number,
  map: (value: Value) => Result,
): Promise<Result[]> {
  const mapped: Result[] = [];
  for (let start = 0; start < values.length; start += size) {
    if (start > 0) await turnOfTheLoop();
    for (const value of values.slice(start, start + size)) mapped.push(map(value));
  }
  return mapped;
}
