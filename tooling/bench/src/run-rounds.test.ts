import { expect, test } from 'vitest';
import { runRounds } from './run-rounds.ts';

const took = (warmMs: number) => ({ firstMs: 0, warmMs, cpuMs: 0, peakBytes: 0 });

test('the candidates take turns, and each comes first in its turn', async () => {
  const order: string[] = [];
  await runRounds(['a', 'b', 'c'], 4, async (name, round) => {
    order.push(`${round}${name}`);
    return took(0);
  });
  expect(order.join(' ')).toBe('0a 0b 0c 1b 1c 1a 2c 2a 2b 3a 3b 3c');
});

test('a candidate’s measurements are in the order of the rounds', async () => {
  const rounds = await runRounds(['a', 'b'], 2, async (name, round) => took(name === 'a' ? round : 10 + round));
  expect(Object.fromEntries(rounds)).toEqual({ a: [took(0), took(1)], b: [took(10), took(11)] });
});

test('what cannot be measured ends the run', async () => {
  await expect(runRounds(['a'], 1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});
