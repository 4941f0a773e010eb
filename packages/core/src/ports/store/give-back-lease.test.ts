import { expect, test, vi } from 'vitest';
import { CrossvaultError } from '../../errors/error.ts';
import { giveBackLease } from './give-back-lease.ts';

const unavailable = new CrossvaultError({ code: 'store-unavailable', message: 'The server restarts.' });

/** A clock whose sleeps end at once. */
function createClock() {
  let nowMs = 0;
  const sleep = async (milliseconds: number): Promise<void> => {
    nowMs += milliseconds;
  };
  return { monotonicMs: () => nowMs, sleep };
}

const give = (release: () => Promise<void>, signal = new AbortController().signal) =>
  giveBackLease(release, { clock: createClock(), longestMs: 5_000, signal });

test('a lease is given back once the store is available again', async () => {
  const release = vi.fn(async () => undefined);
  release.mockRejectedValueOnce(unavailable).mockRejectedValueOnce(unavailable);
  await give(release);
  expect(release).toHaveBeenCalledTimes(3);
});

test('the release is not repeated after another failure, after a stop, or once the lease has lapsed', async () => {
  const full = new CrossvaultError({ code: 'store-full', message: 'The disk is full.' });
  const counts: number[] = [];
  for (const [failure, signal] of [[full], [unavailable, AbortSignal.abort()], [unavailable]] as const) {
    const release = vi.fn(() => Promise.reject(failure));
    await expect(give(release, signal)).rejects.toBe(failure);
    counts.push(release.mock.calls.length);
  }
  expect(counts).toEqual([1, 1, 6]);
});
