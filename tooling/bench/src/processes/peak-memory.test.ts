import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { parsePeak, printPeak, readPeakBytes } from './peak-memory.ts';

function peakOf(code: string): number {
  const imported = `--import=data:text/javascript,${encodeURIComponent(printPeak)}`;
  return parsePeak(spawnSync(process.execPath, [imported, '-e', code], { encoding: 'utf8' }).stderr);
}

test('the peak of a process is not that of the one that started it', () => {
  const held = Buffer.alloc(512 * 2 ** 20, 1);
  expect(readPeakBytes()).toBeGreaterThan(held.length);
  expect(peakOf('0')).toBeLessThan(held.length / 2);
});

test('what a process has let go counts', () => {
  expect(peakOf('Buffer.alloc(2 ** 28, 1)')).toBeGreaterThan(2 ** 28);
});

test('a program that does not say how large it grew is not measured', () => {
  expect(() => parsePeak('it failed')).toThrow('it failed');
});
