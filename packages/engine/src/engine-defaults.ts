import { type CallOptions, CrossvaultError, type PageQuery } from '@crossvault/core';
import { jobPageLimits } from '@crossvault/core/internal';
import type { SummaryRequest } from '@crossvault/core/store';
import type { EngineConnection } from './connections/source.ts';

/** A connection as a caller states it: a name, a connector, and what differs from the defaults. */
export type ConnectionOptions = Pick<EngineConnection, 'name' | 'connector'> & Partial<EngineConnection>;

const defaultDeadlineMs = 30_000;
const defaultConcurrency = 4;

/** Completes all connections. Throws `configuration-invalid` for a name that is missing or used twice: ids and cursors contain it. */
export function completeConnections(given: readonly ConnectionOptions[]): readonly EngineConnection[] {
  const names = given.map(({ name }) => name);
  const fault = names.find((name, index) => !name || names.indexOf(name) !== index);
  if (fault === undefined) return given.map(completeConnection);
  throw new CrossvaultError({
    code: 'configuration-invalid',
    message: fault ? `Two connections have the name "${fault}".` : 'A connection has no name.',
    parameter: 'connections',
  });
}

/** Completes a connection. Its vendor is that of an open connector, and its title the vendor. */
export function completeConnection({ name, connector, ...given }: ConnectionOptions): EngineConnection {
  const open = typeof connector === 'function' ? null : connector;
  const vendor = given.vendor ?? open?.vendor ?? 'unknown';
  return {
    ...given,
    name,
    vendor,
    connector,
    title: given.title ?? vendor,
    tags: given.tags ?? [],
    deadlineMs: given.deadlineMs ?? defaultDeadlineMs,
    concurrency: given.concurrency ?? defaultConcurrency,
    checkEndpoint: given.checkEndpoint ?? null,
    fault: given.fault ?? null,
  };
}

/** Completes a page. Throws `invalid-parameter`: a page of no jobs would look like an answer without jobs. */
export function completePage(page: Partial<PageQuery> = {}): PageQuery {
  const { sort = '-startedAt', limit = jobPageLimits.usual, cursor = null, strict = false, fresh = false } = page;
  if (!Number.isInteger(limit) || limit < 1) throw badPage('limit', `"${limit}" is not a whole number from 1 on.`);
  if (sort !== '-startedAt' && sort !== 'startedAt')
    throw badPage('sort', `"${sort}" is not allowed; allowed are -startedAt and startedAt.`);
  return { sort, limit, cursor, strict, fresh, ...(page.include && { include: page.include }) };
}

const badPage = (parameter: string, fault: string): CrossvaultError =>
  new CrossvaultError({ code: 'invalid-parameter', message: `${parameter}: ${fault}`, parameter });

/** A call that is not cancelled. It ends in any case: every connection has a deadline. */
export const completeCall = (call?: CallOptions): CallOptions => call ?? { signal: new AbortController().signal };

export const completeSummary = (request: Partial<SummaryRequest> = {}): SummaryRequest => ({
  since: request.since ?? null,
  startedBefore: request.startedBefore ?? null,
  connections: request.connections ?? null,
});
