import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { mapInPieces, runInLoopTurn } from './loop-turns.ts';

/** What a request under way sees of the work: how much of it was done at each turn of the event loop. */
async function watch<Result>(begin: () => Promise<Result>, count: () => number) {
  const seen: number[] = [];
  const all = begin();
  let ended = false;
  void all.finally(() => {
    ended = true;
  });
  while (!ended) {
    seen.push(count());
    await turnOfTheLoop();
  }
  return { result: await all, mostAtOnce: Math.max(...seen.map((each, index) => each - (seen[index - 1] ?? 0))) };
}

it('does one piece of background work in a turn of the event loop, however many connections have some', async () => {
  let done = 0;
  const work = () =>
    runInLoopTurn('background', async () => {
      done += 1;
    });
  const { result, mostAtOnce } = await watch(
    () => Promise.all(Array.from({ length: 50 }, work)),
    () => done,
  );
  expect(result).toHaveLength(50);
  expect(mostAtOnce).toBe(1);
});

it('does the next piece of work after one that failed', async () => {
  const failing = runInLoopTurn('background', () => Promise.reject(new Error('lost')));
  const next = runInLoopTurn('background', async () => 'done');
  await expect(failing).rejects.toThrow('lost');
  await expect(next).resolves.toBe('done');
});

it('maps many values in order, and never more than a piece of them in a turn of the event loop', async () => {
  let done = 0;
  const { result, mostAtOnce } = await watch(
    () =>
      mapInPieces([...Array(95).keys()], 10, (value) => {
        done += 1;
        return value;
      }),
    () => done,
  );
  expect(result).toEqual([...Array(95).keys()]);
  expect(mostAtOnce).toBe(10);
});

it('does the work of a request before background work that waits, and lets background work go on under every load', async () => {
  const order: string[] = [];
  const queue = (urgency: 'request' | 'background') => runInLoopTurn(urgency, () => void order.push(urgency));
  await Promise.all([
    ...Array.from({ length: 3 }, () => queue('background')),
    ...Array.from({ length: 16 }, () => queue('request')),
  ]);
  expect(order.slice(0, 7)).toEqual(Array(7).fill('request'));
  expect(order.indexOf('background')).toBe(7);
  expect(order.filter((each) => each === 'background')).toHaveLength(3);
});

it('begins nothing for a caller who has gone', async () => {
  const caller = new AbortController();
  let isBegun = false;
  const work = runInLoopTurn(
    'request',
    () => {
      isBegun = true;
    },
    caller.signal,
  );
  caller.abort(new Error('The caller went away.'));
  await expect(work).rejects.toThrow('The caller went away.');
  expect(isBegun).toBe(false);
});
