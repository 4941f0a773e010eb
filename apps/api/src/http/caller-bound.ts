import { CrossvaultError } from '@crossvault/core';

/** The most expensive requests of one caller that are under way at once, streams of events among them. */
export const requestsOfCaller = 16;

const retryAfterSeconds = 1;

/** Limits the share of the server that one caller can use. */
export interface CallerBound {
  /** Counts a request until the returned function is called. Throws `too-many-requests`. */
  enter(caller: string): () => void;
}

export function createCallerBound(): CallerBound {
  const underWay = new Map<string, number>();
  return {
    enter(caller) {
      const own = underWay.get(caller) ?? 0;
      if (own >= requestsOfCaller) {
        throw new CrossvaultError({
          code: 'too-many-requests',
          message: `This caller has ${own} lists, summaries or streams under way, the maximum. Wait until one of them has ended.`,
          retryAfterSeconds,
        });
      }
      underWay.set(caller, own + 1);
      return () => {
        const left = (underWay.get(caller) ?? 1) - 1;
        if (left === 0) underWay.delete(caller);
        else underWay.set(caller, left);
      };
    },
  };
}
