import { CrossvaultError } from '@crossvault/core';
import { createTestClock } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { type Look, pollUntilDone } from '../index.ts';

const call = { signal: new AbortController().signal };
type Seen = Look<string, string> | CrossvaultError;

/** Looks that show these one after the other, and when they were made. */
function showing(seen: readonly Seen[]) {
  const clock = createTestClock();
  const startedMs = clock.now();
  const looked: [where: string, afterSeconds: number][] = [];
  const left = [...seen];
  const protocol = {
    usualWaitSeconds: 10,
    longestWaitSeconds: 60,
    async look(tracking: string) {
      looked.push([tracking, (clock.now() - startedMs) / 1000]);
      const next = left.shift();
      if (next === undefined) throw new Error('looked too often');
      if (next instanceof CrossvaultError) throw next;
      return next;
    },
  };
  const start = { tracking: 'first', waitSeconds: null };
  return { looked, poll: (options = call) => pollUntilDone(protocol, start, clock, options) };
}
const running = (waitSeconds: number | null = null, tracking?: string): Seen => ({
  state: 'running',
  waitSeconds,
  ...(tracking === undefined ? {} : { tracking }),
});
const failing = (code: 'source-error' | 'source-not-found') => new CrossvaultError({ code, message: 'No answer.' });

test('it looks until the request is done, as often as the vendor asks, but never waits too long', async () => {
  const { looked, poll } = showing([running(5), running(3600), running(), { state: 'done', result: 'job 7' }]);
  expect(await poll()).toEqual({ state: 'done', result: 'job 7' });
  expect(looked.map(([, after]) => after)).toEqual([10, 15, 75, 85]);
});

test('it goes where the vendor points to', async () => {
  const { looked, poll } = showing([running(1, 'second'), running(1), { state: 'done', result: '' }]);
  await poll();
  expect(looked.map(([where]) => where)).toEqual(['first', 'second', 'second']);
});

test.each(['failed', 'cancelled'] as const)('a request that %s is an outcome, not an error', async (state) => {
  const { poll } = showing([running(), { state, code: 'E1', message: 'Their words.' }]);
  expect(await poll()).toEqual({ state, code: 'E1', message: 'Their words.' });
});

test('a look that fails in passing says nothing about the request; it is tried again', async () => {
  const { poll } = showing([
    failing('source-error'),
    running(),
    failing('source-error'),
    { state: 'done', result: '' },
  ]);
  expect(await poll()).toMatchObject({ state: 'done' });
});

test('a look that cannot succeed any more is thrown, and so is one that failed five times in a row', async () => {
  await expect(showing([failing('source-not-found')]).poll()).rejects.toMatchObject({ code: 'source-not-found' });
  const { looked, poll } = showing(Array.from({ length: 9 }, () => failing('source-error')));
  await expect(poll()).rejects.toMatchObject({ code: 'source-error' });
  expect(looked).toHaveLength(5);
});

test('it ends with the signal', async () => {
  const controller = new AbortController();
  const polling = showing([]).poll({ signal: controller.signal });
  controller.abort(new Error('given up'));
  await expect(polling).rejects.toThrow('given up');
});
