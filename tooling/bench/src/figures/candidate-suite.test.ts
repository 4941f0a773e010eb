import { expect, test } from 'vitest';
import { toCandidateFigures } from './candidate-suite.ts';

const took = (cpuMs: number) => ({ firstMs: 1, warmMs: 1, cpuMs, peakBytes: 1 });
const candidate = (name: string) => ({ name, load: async () => async () => 1 });
const benchmark = {
  candidates: [candidate('bare'), candidate('ours'), candidate('theirs')] as const,
  aims: [
    { candidate: 'ours', against: 'bare', most: 3 },
    { candidate: 'ours', against: 'theirs', most: 0.67 },
  ],
};
const rounds = new Map([
  ['bare', [took(10), took(20)]],
  ['ours', [took(20), took(60)]],
  ['theirs', [took(40), took(40)]],
]);

test('pairs with an aim come first, then what else is compared with the baseline', () => {
  expect(toCandidateFigures(benchmark, rounds)).toEqual([
    {
      name: 'ours / bare, processor time',
      measured: '40.0 to 15.0 ms',
      ratio: { min: 2, median: 2.5, max: 3 },
      aim: { most: 3 },
    },
    {
      name: 'ours / theirs, processor time',
      measured: '40.0 to 40.0 ms',
      ratio: { min: 0.5, median: 1, max: 1.5 },
      aim: { most: 0.67 },
    },
    {
      name: 'theirs / bare, processor time',
      measured: '40.0 to 15.0 ms',
      ratio: { min: 2, median: 3, max: 4 },
      aim: null,
    },
  ]);
});

test('an aim for a candidate that there is not is a mistake', () => {
  const aims = [{ candidate: 'nothing', against: 'bare', most: 1 }];
  expect(() => toCandidateFigures({ ...benchmark, aims }, rounds)).toThrow('There is no candidate nothing.');
});
