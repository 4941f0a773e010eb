import { setTimeout } from 'node:timers/promises';
import type { Clock } from '@crossvault/core';

/** The machine's. */
export const realClock: Clock = {
  now: Date.now,
  monotonicMs: () => performance.now(),
  sleep: (milliseconds, options) => setTimeout(milliseconds, undefined, { ...options, ref: false }),
};
