import type { Request, Response } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';

/** A caller names its request in this header to ask later whether it is held. */
export const REQUEST_NAME_HEADER = 'x-simulate-request';

/** Requests that wait for nothing but the clock, or for nothing at all. */
export type HeldRequests = {
  readonly names: readonly string[];
  /** Waits on the simulated clock; false: the caller left meanwhile. */
  sleep(request: Request, response: Response, milliseconds: number): Promise<boolean>;
  /** Waits on the simulated clock, whether the caller leaves or not. */
  untilPerformed(milliseconds: number): Promise<void>;
  /** Waits until the caller leaves. */
  untilLeft(request: Request, response: Response): Promise<void>;
};

export const createHeldRequests = (clock: Pick<SimulatedClock, 'sleep'>): HeldRequests => {
  const held = new Set<{ readonly name: string }>();
  /** Runs a wait that ends when the caller leaves; returns whether it ran to the end. */
  const hold = async (
    request: Request,
    response: Response,
    wait: (signal: AbortSignal) => Promise<void>,
  ): Promise<boolean> => {
    if (response.destroyed) return false;
    const entry = { name: request.get(REQUEST_NAME_HEADER) ?? '' };
    const left = new AbortController();
    const leave = (): void => left.abort();
    response.once('close', leave);
    held.add(entry);
    try {
      await wait(left.signal);
      return true;
    } catch (error) {
      if (left.signal.aborted) return false;
      throw error;
    } finally {
      held.delete(entry);
      response.off('close', leave);
    }
  };
  return Object.freeze({
    get names() {
      return [...held].map(({ name }) => name);
    },
    sleep: (request: Request, response: Response, milliseconds: number) =>
      hold(request, response, (signal) => clock.sleep(milliseconds, { signal })),
    untilPerformed: (milliseconds: number) => clock.sleep(milliseconds),
    untilLeft: async (request: Request, response: Response) => {
      await hold(
        request,
        response,
        (signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      );
    },
  });
};
