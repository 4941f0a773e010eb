import { type CallOptions, CrossvaultError, type SourceReport, toProblem } from '@crossvault/core';
import type { InsightQuery } from '@crossvault/core/insight';
import type { SubjectFilter } from '@crossvault/core/store';
import { coveredSources, type Source } from '../../connections/source.ts';
import { connectionsOfTenants } from '../../connections/tenants.ts';
import { isLate } from '../../listing/stored-sources.ts';
import type { ReadStatus } from '../../sync/sync-status.ts';
import { shownPast } from '../../sync/sync-timing.ts';
import type { AnswerParts } from './answer-parts.ts';
import { evaluateUpToNow } from './evaluate-up-to-now.ts';

/** What an answer covers, and how fresh that is. */
export interface CoveredAnswer {
  readonly sources: readonly Source[];
  readonly filter: SubjectFilter;
  readonly reports: readonly SourceReport[];
  readonly complete: boolean;
  /** Up to when all of it is evaluated; null: a part never was. */
  readonly evaluatedMs: number | null;
}

/** Finds what a query covers, and evaluates it up to now. */
export async function cover(parts: AnswerParts, query: InsightQuery, call: CallOptions): Promise<CoveredAnswer> {
  const named = coveredSources(parts.sources, query);
  const { tag } = query;
  const sources =
    tag === undefined ? named : named.filter(({ connection }) => tag.some((each) => connection.tags.includes(each)));
  if (tag !== undefined && sources.length === 0 && named.length > 0) throw unknownTag(tag, named);
  const evaluated = await evaluateUpToNow(parts, sources, call);
  const states = await parts.history.synchronizer.states();
  const nowMs = parts.clock.now();
  const reports = sources.map((source) => reportSource(source, states.get(source.connection.name), nowMs));
  const times = [...evaluated.values()];
  return {
    sources,
    filter: {
      connections: sources.map(({ connection }) => connection.name),
      ...(query.item === undefined ? {} : { items: query.item }),
      ...(query.plan === undefined ? {} : { plans: query.plan }),
      ...(query.tenant === undefined
        ? {}
        : { tenants: query.tenant, tenantConnections: connectionsOfTenants(sources, query.tenant) }),
    },
    reports,
    complete: reports.every(({ status }) => status === 'ok') && times.every((each) => each !== null),
    evaluatedMs: times.some((each) => each === null) ? null : Math.min(...times.flatMap((each) => each ?? []), nowMs),
  };
}

function unknownTag(tags: readonly string[], sources: readonly Source[]): CrossvaultError {
  const known = [...new Set(sources.flatMap(({ connection }) => connection.tags))].toSorted();
  return new CrossvaultError({
    code: 'invalid-parameter',
    message: `tag: no configured connection has "${tags.join(', ')}". Configured: ${known.length === 0 ? 'none' : known.join(', ')}.`,
    parameter: 'tag',
  });
}

function reportSource(source: Source, status: ReadStatus | undefined, nowMs: number): SourceReport {
  const { name, vendor, fault } = source.connection;
  const problem = fault === null ? (status?.problem ?? null) : toProblem(fault.at(name));
  const asOf = shownPast(status?.lastAt ?? null, nowMs);
  const rejected = status?.beside?.rejected ?? { count: 0, items: [] };
  const isStale = problem !== null || isLate(asOf, nowMs);
  const isNever = asOf === null;
  return {
    connection: name,
    vendor,
    status: isNever ? 'failed' : isStale ? 'stale' : rejected.count > 0 ? 'partial' : 'ok',
    count: 0,
    asOf,
    window: { startedAfter: null, startedBefore: null },
    rejected: { count: rejected.count, items: [] },
    withoutRun: status?.beside?.withoutRun ?? 0,
    warnings: status?.beside?.warnings ?? [],
    problem,
    retryAfterSeconds: problem?.retryAfterSeconds ?? null,
    caughtUp: false,
  };
}
