import { expect, onTestFinished, test, vi } from 'vitest';
import { createLineBuffer } from './line-buffer.ts';

function open() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const written: string[] = [];
  return { written, buffer: createLineBuffer({ write: (text) => written.push(text) }) };
}

test('lines of 50 milliseconds are written together, in their order', () => {
  const { written, buffer } = open();
  buffer.write('a\n');
  vi.advanceTimersByTime(30);
  buffer.write('b\n');
  expect(written).toEqual([]);
  vi.advanceTimersByTime(20);
  expect(written).toEqual(['a\nb\n']);
  buffer.write('c\n');
  vi.advanceTimersByTime(50);
  expect(written).toEqual(['a\nb\n', 'c\n']);
});

test('many lines are written without waiting', () => {
  const { written, buffer } = open();
  buffer.write(`${'x'.repeat(20_000)}\n`);
  expect(written).toHaveLength(1);
});

test('what is there is written when it is asked for, and not again', () => {
  const { written, buffer } = open();
  buffer.write('a\n');
  buffer.flush();
  buffer.flush();
  vi.advanceTimersByTime(100);
  expect(written).toEqual(['a\n']);
});
