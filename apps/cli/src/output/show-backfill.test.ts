import { expect, test } from 'vitest';
import { showBackfill } from './show-backfill.ts';

const clock = { now: () => 0, monotonicMs: () => 0, sleep: async () => undefined };

/** What is written on a terminal, or a pipe, while the history comes to be there. */
async function watchShares(shares: number[], isTTY: boolean): Promise<string> {
  let written = '';
  const stderr = {
    isTTY,
    write(text: string) {
      written += text;
    },
  };
  const states = async () => {
    const progress = shares.shift() ?? 1;
    return new Map([
      ['whole', { progress: 1, problem: null }],
      ['growing', { progress, problem: null }],
      ['faulty', { progress: null, problem: null }],
    ]);
  };
  await showBackfill({ states }, ['whole', 'growing'], {
    stderr,
    stdout: stderr,
    cwd: '/',
    signal: new AbortController().signal,
    clock,
  });
  return written;
}

test('on a terminal a bar says how far the history is, and goes when it is there', async () => {
  const written = await watchShares([0, 0.5, 1], true);
  expect(written).toContain(' 50 %  growing');
  expect(written).toContain(' 75 %  growing');
  expect(written.endsWith('\r\u001b[2K')).toBe(true);
});

test('a pipe gets nothing of it', async () => {
  expect(await watchShares([0, 1], false)).toBe('');
});
