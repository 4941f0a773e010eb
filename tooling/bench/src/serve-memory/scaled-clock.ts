import { setTimeout } from 'node:timers/promises';
import type { Clock } from '@crossvault/core';

/** A clock that runs so many times faster than the machine's, from an instant on. */
export function createScaledClock(startMs: number, scale: number): Clock {
  const beganMs = performance.now();
  const passedMs = (): number => (performance.now() - beganMs) * scale;
  return {
    now: () => Math.floor(startMs + passedMs()),
    monotonicMs: passedMs,
    sleep: (ms, options) => setTimeout(ms / scale, undefined, options),
  };
}
