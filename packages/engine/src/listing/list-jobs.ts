import {
  type CallOptions,
  type Clock,
  CrossvaultError,
  type JobList,
  type JobQuery,
  orAbort,
  type PageQuery,
  type SourceReport,
} from '@crossvault/core';
import type { CursorState } from '@crossvault/core/internal';
import type { History } from '../changes/history.ts';
import { coveredSources, type Source, startSourceDeadline } from '../connections/source.ts';
import { connectionsOfTenants, tenantsOf, withTenant } from '../connections/tenants.ts';
import { type Criteria, planList, resolveCriteria, wholeConnection } from './list-plan.ts';
import { type ListStream, type Merged, mergeStreams } from './list-stream.ts';
import {
  commonWindow,
  failureOf,
  type Listing,
  refuseIncomplete,
  reportSource,
  type SourceReading,
  type StoredSource,
} from './listing.ts';
import { createFoundStream, createKnownStream } from './live/found-stream.ts';
import type { HeldLists } from './live/held-lists.ts';
import { createOrderedStream } from './live/ordered-stream.ts';
import type { AskPage, Reading } from './live/vendor-pages.ts';
import { createWholeStream } from './live/whole-list.ts';
import { endPage } from './next-cursor.ts';
import { findStored, namesOf, openStored, planStored, reportStored } from './stored-sources.ts';

export interface ListingParts {
  readonly sources: readonly Source[];
  readonly clock: Clock;
  readonly held: HeldLists;
  /** Null: every source is read live. */
  readonly history: History | null;
}

/**
 * One page of jobs of all sources that the query covers: sources with stored history are read from the store, the others live.
 * Throws for invalid queries, when no source answered, and for faults of the store.
 */
export async function listJobs(
  parts: ListingParts,
  query: JobQuery,
  page: PageQuery,
  call: CallOptions,
): Promise<Listing> {
  const nowMs = parts.clock.now();
  const sources = coveredSources(parts.sources, query);
  const stored = parts.history === null ? [] : await findStored(parts.history, sources, page.cursor !== null);
  const live = sources.filter((source) => stored.every((each) => each.source !== source));
  const readsVendors = parts.history === null || live.some(({ connection }) => connection.connector !== null);
  const tenantConnections = connectionsOfTenants(sources, query.tenant);
  const { criteria, cursor } = resolveCriteria(query, page, { nowMs, readsVendors, tenantConnections });
  const asked = query.nativeId === undefined ? live : sources;
  // The time of a deadline is the vendor's: loading its code takes none of it. A connector that cannot be opened fails below.
  await orAbort(call.signal, () => Promise.allSettled(live.map((source) => source.connector())));
  const deadlines = asked.map(({ connection }) => startSourceDeadline(parts.clock, connection, call.signal));
  try {
    const readings = await Promise.all([
      ...asked.map((source, index) => {
        const deadline = deadlines[index] ?? { signal: call.signal, release: () => undefined };
        const askPage: AskPage = (plan, request) =>
          source.ask(deadline, (connector) => connector.listJobs(plan.list, plan.query, request, deadline));
        const reading = { source, criteria, deadline, askPage, nowMs, limit: page.limit, held: parts.held };
        const known = stored.find((each) => each.source === source) ?? null;
        return openSource({ ...reading, mayUseHeld: cursor !== null && !page.fresh }, cursor, parts.history, known);
      }),
      ...(parts.history === null || query.nativeId !== undefined
        ? []
        : await openStored({ store: parts.history.store, criteria, cursor, page, nowMs, call }, stored)),
    ]);
    const merged = await mergeStreams([...new Set(readings.flatMap(({ streams }) => streams))], page.sort, page.limit);
    call.signal.throwIfAborted();
    const inOrder = readings.toSorted((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source));
    const listing = toListing({ criteria, cursor, nowMs }, inOrder, merged, page.strict);
    const tenants = tenantsOf(sources.map(({ connection }) => connection));
    const records = listing.records.map((record) => ({ ...record, job: withTenant(record.job, tenants) }));
    return { ...listing, records };
  } finally {
    for (const deadline of deadlines) deadline.release();
  }
}

async function openSource(
  reading: Reading,
  cursor: CursorState | null,
  history: History | null,
  stored: StoredSource | null,
): Promise<SourceReading> {
  const { source, criteria, deadline } = reading;
  const { name } = source.connection;
  const { nativeId } = criteria.query;
  try {
    if (nativeId !== undefined) {
      if (stored === null) await source.connector();
      const plan =
        stored === null ? planList(name, wholeConnection, criteria, cursor) : planStored(stored, criteria, cursor);
      const stream =
        history === null
          ? createFoundStream(reading, plan, nativeId)
          : createKnownStream(reading, plan, history, nativeId, stored?.status.lastAt ?? null);
      return { source, streams: [stream], failure: null, stored };
    }
    await source.connector();
    const lists = await source.ask(deadline, (connector) => connector.jobLists(deadline));
    return { source, streams: lists.map((list) => openList(reading, list, cursor)), failure: null, stored };
  } catch (error) {
    return { source, streams: [], failure: CrossvaultError.from(error), stored };
  }
}

function openList(reading: Reading, list: JobList, cursor: CursorState | null): ListStream {
  const plan = planList(reading.source.connection.name, list, reading.criteria, cursor);
  return plan.whole ? createWholeStream(reading, plan) : createOrderedStream(reading, plan);
}

interface PageParts {
  readonly criteria: Criteria;
  readonly cursor: CursorState | null;
  readonly nowMs: number;
}

function toListing(
  { criteria, cursor, nowMs }: PageParts,
  readings: readonly SourceReading[],
  merged: Merged,
  strict: boolean,
): Listing {
  const { listed } = merged;
  const streams = [...new Set(readings.flatMap((reading) => reading.streams))];
  const asWhole = ({ source }: SourceReading) => {
    const { name, position } = planList(source.connection.name, wholeConnection, criteria, cursor);
    return { name, position };
  };
  const opened = readings
    .filter(({ failure }) => failure === null)
    .flatMap((reading) => (reading.stored === null ? [asWhole(reading).name] : namesOf(reading.stored)));
  const broken = readings
    .filter(({ failure, source }) => failure !== null && source.connection.connector !== null)
    .map(asWhole);
  const end = endPage(criteria, cursor, streams, merged, { opened, broken });
  const sources = readings.map((reading) => {
    const { source, stored } = reading;
    const behind = reading.streams.filter(({ plan }) => plan.lagging);
    const caughtUp = behind.length > 0 && reading.streams.every(({ plan }) => !end.lagging.has(plan.name));
    const count = listed.filter(({ record }) => record.job.connection === source.connection.name).length;
    return stored === null || criteria.query.nativeId !== undefined
      ? reportSource(reading, criteria, count, caughtUp)
      : reportStored(stored, criteria, { count, caughtUp, nowMs });
  });
  noteHealth(readings, sources);
  const complete = sources.every(({ status }) => status === 'ok');
  refuseIncomplete(sources, strict);
  return {
    records: listed.map(({ record }) => record),
    next: end.next,
    window: commonWindow(sources, criteria),
    complete,
    sources,
  };
}

/** Records the result of this reading at each source. */
function noteHealth(readings: readonly SourceReading[], reports: readonly SourceReport[]): void {
  for (const [index, reading] of readings.entries()) {
    const { source, stored } = reading;
    // A read from the store shows nothing about the vendor.
    if (stored !== null) continue;
    source.note(failureOf(reading), reports[index]?.status === 'failed');
  }
}
