import {
  CrossvaultError,
  errorTable,
  type JobPage,
  type JobView,
  joinSentences,
  type ListedJob,
  redactAnswer,
  type SourceReport,
  type SourceStatus,
  type SourceWarning,
  toProblem,
  type Window,
} from '@crossvault/core';
import { linkJob } from '@crossvault/core/store';
import { joinFailures } from '../connections/part-failures.ts';
import { hideInJob, redactTexts } from '../connections/redact-records.ts';
import type { Source } from '../connections/source.ts';
import { mapInPieces } from '../loop-turns.ts';
import type { SyncStatus } from '../sync/sync-status.ts';
import type { Criteria } from './list-plan.ts';
import type { ListedRecord, ListStream } from './list-stream.ts';

/** One page over all sources; a view shows what was asked for. */
export interface Listing {
  readonly records: readonly ListedRecord[];
  readonly next: string | null;
  readonly window: Window;
  readonly complete: boolean;
  readonly sources: readonly SourceReport[];
}

/** No source answered, or, with `strict`, not all did. It holds the report of each source. */
export class SourcesError extends CrossvaultError {
  readonly sources: readonly SourceReport[];
  constructor(
    code: 'sources-not-set-up' | 'sources-timed-out' | 'sources-failed' | 'sources-incomplete',
    sources: readonly SourceReport[],
  ) {
    const said = sources.flatMap(({ problem }) =>
      problem === null ? [] : [`${problem.source ?? 'a source'}: ${problem.detail}`],
    );
    super({ code, message: said.length === 0 ? 'Not every source is complete.' : joinSentences(...said) });
    this.name = 'SourcesError';
    this.sources = sources;
  }
}

/** The error for several failed sources: a set-up fault or a timeout only when all of them have it. */
export function jointFault(
  sources: readonly SourceReport[],
): 'sources-not-set-up' | 'sources-timed-out' | 'sources-failed' {
  const faults = sources.flatMap(({ problem }) => (problem === null ? [] : [errorTable[problem.code].fault]));
  if (faults.every((fault) => fault === 'setup')) return 'sources-not-set-up';
  return faults.every((fault) => fault === 'timeout') ? 'sources-timed-out' : 'sources-failed';
}

/** Throws for an answer that the sources' reports do not allow. */
export function refuseIncomplete(sources: readonly SourceReport[], strict: boolean): void {
  const complete = sources.every(({ status }) => status === 'ok');
  const failed = sources.length > 0 && sources.every(({ status }) => status === 'failed');
  if (failed || (strict && !complete)) {
    throw new SourcesError(failed ? jointFault(sources) : 'sources-incomplete', sources);
  }
}

const shownRejections = 20;
/** Warnings after which jobs may be missing. */
const incompleteWarnings: ReadonlySet<SourceWarning> = new Set(['list-ended-early', 'link-refused']);

/** A source that is answered from the store. */
export interface StoredSource {
  readonly source: Source;
  readonly status: SyncStatus;
  /** Keys of its lists; [] where they were not requested. */
  readonly lists: readonly string[];
}

/** The contribution of one source to a page. */
export interface SourceReading {
  readonly source: Source;
  readonly streams: readonly ListStream[];
  /** Why its lists could not be named, or null. */
  readonly failure: CrossvaultError | null;
  /** Where it was answered from the store; else null. */
  readonly stored: StoredSource | null;
}

/** Reports a source: how much of it arrived, which records were rejected, and the first failure. */
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

/** What a caller wants to see besides the job. */
export interface Include {
  readonly raw: boolean;
  readonly tasks: boolean;
}

/** One job whole. */
export function toJobView({ job, raw }: ListedRecord, include: Pick<Include, 'raw'>): JobView {
  const shown = linkJob(hideInJob(job));
  return include.raw ? { ...shown, raw: redactTexts(raw, job.connection) } : shown;
}

function toListedJob(record: ListedRecord, include: Include): ListedJob {
  const view = toJobView(record, include);
  if (include.tasks) return view;
  const { tasks: _tasks, ...rest } = view;
  return rest;
}

/** A source report without the values of rejected records: those are shown only where raw values were requested. */
export function withoutRejectedValues(source: SourceReport): SourceReport {
  if (source.rejected.items.length === 0) return source;
  const items = source.rejected.items.map(({ nativeId, reason }) => ({ nativeId, reason }));
  return { ...source, rejected: { ...source.rejected, items } };
}

/** A source report with those values, redacted. */
function withRejectedValues(source: SourceReport): SourceReport {
  const items = source.rejected.items.map((item) => ({ ...item, value: redactAnswer(item.value, source.connection) }));
  return { ...source, rejected: { ...source.rejected, items } };
}

/** Jobs redacted in one piece. With their raw values they take a few milliseconds. */
const jobsAtOnce = 25;

/** A page as the facade and the command return it. */
export async function toJobPage(listing: Listing, include: Include): Promise<JobPage> {
  return {
    data: await mapInPieces(listing.records, jobsAtOnce, (record) => toListedJob(record, include)),
    page: { next: listing.next },
    window: listing.window,
    complete: listing.complete,
    sources: listing.sources.map(include.raw ? withRejectedValues : withoutRejectedValues),
  };
}
