import { CrossvaultError } from '@crossvault/core';

/** The most expensive requests of one caller that are under way at once, streams of events among them. */
export const requestsOfCaller = 16;

const retryAfterSeconds = 1;

/** Keeps one caller from taking all that the server can do. */
export interface CallerBound {
  /** Counts a request until the function that it gives is called. Throws `too-many-requests`. */
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
          message: `This caller has ${own} lists, summaries or streams under way, which is the most. Wait for one of them to end.`,
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
