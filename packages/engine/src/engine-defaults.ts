import type { CallOptions, PageQuery } from '@crossvault/core';
import type { SummaryRequest } from '@crossvault/core/store';
import type { EngineConnection } from './connections/source.ts';

/** A connection as a caller states it: a name, a connector, and what differs from the defaults. */
export type ConnectionOptions = Pick<EngineConnection, 'name' | 'connector'> & Partial<EngineConnection>;

const defaultDeadlineMs = 30_000;
const defaultConcurrency = 4;

/** Completes a connection. Its vendor is that of an open connector, and its title the vendor. */
export function completeConnection({ name, connector, ...given }: ConnectionOptions): EngineConnection {
  const open = typeof connector === 'function' ? null : connector;
  const vendor = given.vendor ?? open?.vendor ?? 'unknown';
  return {
    title: vendor,
    tags: [],
    deadlineMs: defaultDeadlineMs,
    concurrency: defaultConcurrency,
    checkEndpoint: null,
    fault: null,
    ...given,
    name,
    vendor,
    connector,
  };
}

const defaultPage: PageQuery = { sort: '-startedAt', limit: 50, cursor: null, strict: false, fresh: false };

export const completePage = (page: Partial<PageQuery> = {}): PageQuery => ({ ...defaultPage, ...page });

/** A call that is not cancelled. It ends in any case: every connection has a deadline. */
export const completeCall = (call?: CallOptions): CallOptions => call ?? { signal: new AbortController().signal };

export const completeSummary = (request: Partial<SummaryRequest> = {}): SummaryRequest => ({
  since: null,
  startedBefore: null,
  connections: null,
  ...request,
});
