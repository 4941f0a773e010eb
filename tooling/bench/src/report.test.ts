import { expect, test } from 'vitest';
import { toReport, toTable } from './report.ts';

const mebibytes = 2 ** 20;
const rounds = new Map([
  [
    'bare',
    [
      { firstMs: 20, warmMs: 10, cpuMs: 20, peakBytes: 10 * mebibytes },
      { firstMs: 200, warmMs: 100, cpuMs: 200, peakBytes: 10 * mebibytes },
      { firstMs: 20, warmMs: 10, cpuMs: 20, peakBytes: 20 * mebibytes },
    ],
  ],
  [
    'ours',
    [
      { firstMs: 80, warmMs: 30, cpuMs: 90, peakBytes: 15 * mebibytes },
      { firstMs: 800, warmMs: 250, cpuMs: 750, peakBytes: 15 * mebibytes },
      { firstMs: 100, warmMs: 30, cpuMs: 90, peakBytes: 20 * mebibytes },
    ],
  ],
]);

test('every figure is summarized, and compared with the first candidate round by round', () => {
  const [bare, ours] = toReport(rounds);
  expect(bare?.warmMs).toEqual({ min: 10, median: 10, max: 100, ratio: { min: 1, median: 1, max: 1 } });
  expect(ours?.warmMs).toEqual({ min: 30, median: 30, max: 250, ratio: { min: 2.5, median: 3, max: 3 } });
  expect(ours?.firstMs.ratio).toEqual({ min: 4, median: 4, max: 5 });
  expect(ours?.peakBytes.ratio).toEqual({ min: 1, median: 1.5, max: 1.5 });
});

test('the table lines its columns up', () => {
  expect(toTable(toReport(rounds)).split('\n')).toEqual([
    'candidate  min ms  median    max  ratio  of ratios  cpu ms  ratio  first ms  ratio  peak MiB  ratio',
    'bare         10.0    10.0  100.0   1.00  1.00-1.00    20.0   1.00      20.0   1.00      10.0   1.00',
    'ours         30.0    30.0  250.0   3.00  2.50-3.00    90.0   4.50     100.0   4.00      15.0   1.50',
  ]);
});
