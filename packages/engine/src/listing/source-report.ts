import {
  type CrossvaultError,
  type SourceReport,
  type SourceStatus,
  type SourceWarning,
  toProblem,
  type Window,
} from '@crossvault/core';
import { joinFailures } from '../connections/part-failures.ts';
import type { Source } from '../connections/source.ts';
import type { Criteria } from './criteria.ts';
import type { ListStream } from './list-stream.ts';
import type { StoredSource } from './stored/stored-sources.ts';

const shownRejections = 20;
/** Warnings after which jobs may be missing. */
const incompleteWarnings: ReadonlySet<SourceWarning> = new Set(['list-ended-early', 'link-refused']);

/** What one source did for a page. */
export interface SourceReading {
  readonly source: Source;
  readonly streams: readonly ListStream[];
  /** Why its lists could not be named, or null. */
  readonly failure: CrossvaultError | null;
  /** Where it was answered from the store; else null. */
  readonly stored: StoredSource | null;
}

/** Reports a source: how much of it arrived, what was set aside, and what went wrong first. */
export function reportSource(
  reading: SourceReading,
  criteria: Criteria,
  count: number,
  caughtUp: boolean,
): SourceReport {
  const { source, streams } = reading;
  const { name, vendor } = source.connection;
  const failure = failureOf(reading);
  const rejected = streams.flatMap(({ notes }) => notes.rejected);
  const warnings = [...new Set(streams.flatMap(({ notes }) => [...notes.warnings]))];
  const answered = reading.failure === null && streams.some(({ failure, notes }) => failure === null || notes.answered);
  const readAt = streams.filter(({ failure }) => failure === null).map(({ notes }) => notes.readAtMs);
  const problem = failure?.at(name) ?? null;
  return {
    connection: name,
    vendor,
    status: statusOf(
      failure !== null,
      answered || (streams.length === 0 && reading.failure === null),
      rejected.length,
      warnings,
    ),
    count,
    asOf: readAt.length === 0 ? null : new Date(Math.min(...readAt)).toISOString(),
    window: windowOf(streams, criteria),
    rejected: { count: rejected.length, items: rejected.slice(0, shownRejections) },
    withoutRun: streams.reduce((sum, { notes }) => sum + notes.withoutRun, 0),
    warnings,
    problem: problem === null ? null : toProblem(problem),
    retryAfterSeconds: problem?.retryAfterSeconds ?? null,
    caughtUp,
  };
}

/** Why the connection, or which of its lists, could not be read; null where all could. */
export function failureOf({ failure, streams }: Pick<SourceReading, 'failure' | 'streams'>): CrossvaultError | null {
  if (failure !== null) return failure;
  const failed = streams.flatMap(({ plan, failure: own }) =>
    own === null ? [] : [{ list: plan.list.key, failure: own }],
  );
  return joinFailures(failed, streams.length);
}

function statusOf(
  failed: boolean,
  answered: boolean,
  rejects: number,
  warnings: readonly SourceWarning[],
): SourceStatus {
  if (failed) return answered ? 'partial' : 'failed';
  return rejects > 0 || warnings.some((warning) => incompleteWarnings.has(warning)) ? 'partial' : 'ok';
}

const latest = (bounds: readonly (string | null)[]): string | null =>
  bounds
    .filter((bound) => bound !== null)
    .sort()
    .at(-1) ?? null;

function windowOf(streams: readonly ListStream[], criteria: Criteria): Window {
  const bounds = streams.length === 0 ? [criteria.startedAfter] : streams.map(({ plan }) => plan.startedAfter);
  return { startedAfter: latest(bounds), startedBefore: criteria.startedBefore };
}

/** The span that every source covers. */
export function commonWindow(sources: readonly SourceReport[], criteria: Criteria): Window {
  return {
    startedAfter: latest([criteria.startedAfter, ...sources.map(({ window }) => window.startedAfter)]),
    startedBefore: criteria.startedBefore,
  };
}
