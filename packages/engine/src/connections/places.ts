import type { Clock } from '@crossvault/core';

/** Runs work when its turn comes. */
export interface TurnQueue {
  add<T>(run: () => Promise<T>): Promise<T>;
}

/** A request that is not answered within this time leaves its place to others. */
const silenceMs = 10_000;

/**
 * Runs a request in a place of the queue until it ends, at most for `silenceMs`: then it continues without a place. So vendors
 * that do not answer cannot take all places for as long as a sync waits for them. Each connection bounds its own requests.
 *
 * @param onSilence called when the request leaves its place without having ended
 */
export async function runInPlace<Result>(
  queue: TurnQueue,
  clock: Pick<Clock, 'sleep'>,
  run: () => Promise<Result>,
  onSilence: () => void,
): Promise<Result> {
  const { work } = await queue.add(async () => {
    const ended = new AbortController();
    // A promise that settles later must not hold the place: it is returned inside of an object.
    const begun = { work: run() };
    const end = () => ended.abort();
    begun.work.then(end, end);
    await clock.sleep(silenceMs, { signal: ended.signal }).then(onSilence, () => undefined);
    return begun;
  });
  return work;
}
