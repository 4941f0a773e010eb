import {
  type CallOptions,
  type Clock,
  CrossvaultError,
  type CursorState,
  type JobList,
  type JobQuery,
  type PageQuery,
  type SourceReport,
} from '@crossvault/contract';
import { type Criteria, resolveCriteria } from './criteria.ts';
import { createFoundStream } from './found-stream.ts';
import type { HeldLists } from './held-lists.ts';
import { planList, wholeConnection } from './list-plan.ts';
import type { ListStream } from './list-stream.ts';
import { jointFault, type Listing, SourcesError } from './listing.ts';
import { type Merged, mergeStreams } from './merge.ts';
import { endPage } from './next-cursor.ts';
import { createOrderedStream } from './ordered-stream.ts';
import type { AskPage, Reading } from './reading.ts';
import { type Source, startSourceDeadline } from './source.ts';
import { commonWindow, reportSource, type SourceReading } from './source-report.ts';
import { createWholeStream } from './whole-stream.ts';

export interface ListingParts {
  readonly sources: readonly Source[];
  readonly clock: Clock;
  readonly held: HeldLists;
}

/** One page of jobs over all sources that the query covers. Throws only for bad queries, and when no source answered. */
export async function listJobs(
  parts: ListingParts,
  query: JobQuery,
  page: PageQuery,
  call: CallOptions,
): Promise<Listing> {
  const nowMs = parts.clock.now();
  const { criteria, cursor } = resolveCriteria(query, page, nowMs);
  const sources = coveredSources(parts.sources, query);
  const deadlines = sources.map(({ connection }) => startSourceDeadline(parts.clock, connection, call.signal));
  try {
    const readings = await Promise.all(
      sources.map((source, index) => {
        const deadline = deadlines[index] ?? { signal: call.signal, release: () => undefined };
        const askPage: AskPage = (plan, request) =>
          source.ask(deadline, (connector) => connector.listJobs(plan.list, plan.query, request, deadline));
        const reading = { source, criteria, deadline, askPage, nowMs, limit: page.limit, held: parts.held };
        return openSource({ ...reading, mayUseHeld: cursor !== null && !page.fresh }, cursor);
      }),
    );
    const merged = await mergeStreams(
      readings.flatMap(({ streams }) => streams),
      page.sort,
      page.limit,
    );
    call.signal.throwIfAborted();
    return toListing(criteria, cursor, readings, merged, page.strict);
  } finally {
    for (const deadline of deadlines) deadline.release();
  }
}

/** The sources that a query is about. Naming one that is not there is a mistake, not an empty answer. */
function coveredSources(sources: readonly Source[], query: JobQuery): readonly Source[] {
  const known = {
    connection: sources.map(({ connection }) => connection.name),
    vendor: sources.map(({ connection }) => connection.vendor),
  };
  for (const parameter of ['connection', 'vendor'] as const) {
    const stranger = query[parameter]?.find((name) => !known[parameter].includes(name));
    if (stranger === undefined) continue;
    const names = [...new Set(known[parameter])].join(', ');
    throw new CrossvaultError({
      code: 'invalid-parameter',
      message: `${parameter}: no configured connection has "${stranger}". Configured: ${names === '' ? 'none' : names}.`,
      parameter,
    });
  }
  return sources.filter(
    ({ connection }) =>
      (query.connection?.includes(connection.name) ?? true) && (query.vendor?.includes(connection.vendor) ?? true),
  );
}

async function openSource(reading: Reading, cursor: CursorState | null): Promise<SourceReading> {
  const { source, criteria, deadline } = reading;
  const { name } = source.connection;
  try {
    source.connector();
    const { nativeId } = criteria.query;
    if (nativeId !== undefined) {
      return {
        source,
        streams: [createFoundStream(reading, planList(name, wholeConnection, criteria, cursor), nativeId)],
        failure: null,
      };
    }
    const lists = await source.ask(deadline, (connector) => connector.jobLists(deadline));
    return { source, streams: lists.map((list) => openList(reading, list, cursor)), failure: null };
  } catch (error) {
    return { source, streams: [], failure: CrossvaultError.from(error) };
  }
}

function openList(reading: Reading, list: JobList, cursor: CursorState | null): ListStream {
  const plan = planList(reading.source.connection.name, list, reading.criteria, cursor);
  return plan.whole ? createWholeStream(reading, plan) : createOrderedStream(reading, plan);
}

function toListing(
  criteria: Criteria,
  cursor: CursorState | null,
  readings: readonly SourceReading[],
  merged: Merged,
  strict: boolean,
): Listing {
  const { told } = merged;
  const streams = readings.flatMap((reading) => reading.streams);
  const asWhole = ({ source }: SourceReading) => {
    const { name, position } = planList(source.connection.name, wholeConnection, criteria, cursor);
    return { name, position };
  };
  const opened = readings.filter(({ failure }) => failure === null).map((reading) => asWhole(reading).name);
  const broken = readings
    .filter(({ failure, source }) => failure !== null && source.connection.connector !== null)
    .map(asWhole);
  const end = endPage(criteria, cursor, streams, merged, { opened, broken });
  const sources = readings.map((reading) => {
    const own = new Set(reading.streams);
    const behind = reading.streams.filter(({ plan }) => plan.lagging);
    const caughtUp = behind.length > 0 && reading.streams.every(({ plan }) => !end.lagging.has(plan.name));
    return reportSource(reading, criteria, told.filter(({ stream }) => own.has(stream)).length, caughtUp);
  });
  noteHealth(readings, sources);
  const complete = sources.every(({ status }) => status === 'ok');
  const failed = sources.length > 0 && sources.every(({ status }) => status === 'failed');
  if (failed || (strict && !complete))
    throw new SourcesError(failed ? jointFault(sources) : 'sources-incomplete', sources);
  return {
    records: told.map(({ record }) => record),
    next: end.next,
    window: commonWindow(sources, criteria),
    complete,
    sources,
  };
}

/** Every source remembers how this reading went. */
function noteHealth(readings: readonly SourceReading[], reports: readonly SourceReport[]): void {
  for (const [index, { source, streams, failure }] of readings.entries()) {
    const problem = failure ?? streams.find((stream) => stream.failure !== null)?.failure ?? null;
    source.note(problem, reports[index]?.status === 'failed');
  }
}
