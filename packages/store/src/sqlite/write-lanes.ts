import type { WriteRequest } from './sqlite-writes.ts';

/** What waits for the writing thread. Renewals of leases overtake everything else: one that comes late costs the lease. */
export interface WriteLanes<Request> {
  add(request: Request): void;
  /** The one whose turn it is; undefined when nothing waits. */
  next(): Request | undefined;
}

export function createWriteLanes<Request extends Pick<WriteRequest, 'name'>>(): WriteLanes<Request> {
  const urgent: Request[] = [];
  const usual: Request[] = [];
  return {
    add: (request) => void (request.name === 'renewLease' ? urgent : usual).push(request),
    next: () => urgent.shift() ?? usual.shift(),
  };
}
