import type { Clock } from '@crossvault/core';
import type { Wait } from './fault.ts';

/** A vendor that wants no requests for a while. */
export interface Throttle {
  /** The refusal that reports a wait, which lasts from now on. */
  begin(wait: Wait): Response;
  /** The refusal of a request that comes while a wait lasts; null: none lasts. */
  refuse(): Response | null;
  /** Requests that came before a wait was over, after its caller had read of it. */
  readonly askedTooEarly: number;
}

export function createThrottle(clock: Clock): Throttle {
  let waiting: { readonly endMs: number; isRead: boolean } | null = null;
  let askedTooEarly = 0;
  const answer = (headers: Readonly<Record<string, string>>): Response =>
    Response.json({ message: 'Too many requests.' }, { status: 429, headers });
  return {
    begin({ form, seconds }) {
      if (form === 'none' || form === 'body') return answer({});
      const current = { endMs: clock.monotonicMs() + seconds * 1000, isRead: false };
      waiting = current;
      // Requests that were sent together with the refused one are excused.
      setImmediate(() => {
        current.isRead = true;
      });
      if (form === 'seconds') return answer({ 'retry-after': String(seconds) });
      return answer({ 'retry-after': new Date(clock.now() + seconds * 1000 + 999).toUTCString() });
    },
    refuse() {
      if (waiting === null || clock.monotonicMs() >= waiting.endMs) return null;
      if (waiting.isRead) askedTooEarly += 1;
      return answer({ 'retry-after': String(Math.ceil((waiting.endMs - clock.monotonicMs()) / 1000)) });
    },
    get askedTooEarly() {
      return askedTooEarly;
    },
  };
}
