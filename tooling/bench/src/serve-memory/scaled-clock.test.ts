import { expect, test } from 'vitest';
import { createScaledClock } from './scaled-clock.ts';

test('a day of its time passes while a program waits for a moment', async () => {
  const startMs = Date.parse('2026-03-02T12:00:00Z');
  const clock = createScaledClock(startMs, 1e9);
  await clock.sleep(86_400_000);
  expect(clock.now()).toBeGreaterThanOrEqual(startMs + 80_000_000);
});

test('a wait ends with its signal', async () => {
  const signal = AbortSignal.abort(new Error('stopped'));
  await expect(createScaledClock(0, 1).sleep(86_400_000, { signal })).rejects.toThrow();
});
