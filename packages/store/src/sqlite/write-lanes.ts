import type { WriteRequest } from './sqlite-writes.ts';

/**
 * What waits for the writing thread. Renewals of leases overtake everything else, also the rest of a call that has several
 * transactions: one that comes late costs the lease.
 */
export interface WriteLanes<Request> {
  add(request: Request): void;
  /** Makes one call after the other until nothing waits. What comes meanwhile has its turn as well. */
  work(): Promise<void>;
  /** To be awaited between two transactions of one call. */
  betweenSteps(): Promise<void>;
}

export interface WriteLanesOptions<Request> {
  /** Never rejects. */
  readonly make: (request: Request) => Promise<void>;
  /** Adds what has come since: while one call follows another, the event loop delivers nothing. */
  readonly takeIn: () => void;
}

export function createWriteLanes<Request extends Pick<WriteRequest, 'name'>>({
  make,
  takeIn,
}: WriteLanesOptions<Request>): WriteLanes<Request> {
  const urgent: Request[] = [];
  const usual: Request[] = [];
  let isWorking = false;

  async function makeUrgent(): Promise<void> {
    takeIn();
    for (let request = urgent.shift(); request !== undefined; request = urgent.shift()) await make(request);
  }

  return {
    add: (request) => void (request.name === 'renewLease' ? urgent : usual).push(request),
    async work() {
      if (isWorking) return;
      isWorking = true;
      await makeUrgent();
      for (let request = usual.shift(); request !== undefined; request = usual.shift()) {
        await make(request);
        await makeUrgent();
      }
      isWorking = false;
    },
    betweenSteps: makeUrgent,
  };
}
