import { type CallOptions, isJsonObject, type Job, type SourceWarning } from '@crossvault/contract';
import type { Span } from './list-filter.ts';
import { type JobType, jobTypes, untyped } from './map-kind.ts';
import { firstPosition, type Position } from './position.ts';
import { largestPage, type RowsSource, readRows } from './read-rows.ts';

/** Which typed list holds which job: a row does not tell its type, only the list's filter does. */
export interface JobTypeStamps {
  /** Stamps by native id, for the jobs with a readable start; the others cannot be looked up and have none. */
  stamp(
    location: string,
    jobs: readonly Job[],
    call: CallOptions,
  ): Promise<{ readonly stamps: ReadonlyMap<string, string>; readonly warnings: readonly SourceWarning[] }>;
}

/** How many stamps are remembered. Forgotten ones are asked for again. */
const capacity = 20_000;

export function createJobTypeStamps(source: RowsSource, concurrency: number): JobTypeStamps {
  const remembered = new Map<string, string>();
  const placeOf = (location: string, id: string): string => JSON.stringify([location, id]);

  function remember(location: string, id: string, stamp: string): void {
    remembered.set(placeOf(location, id), stamp);
    const [oldest] = remembered.keys();
    if (remembered.size > capacity && oldest !== undefined) remembered.delete(oldest);
  }

  /** A stamp that was stored with its job is as good as one of this process; `untyped` may have come of a list cut short. */
  async function recallStamps(location: string, jobs: readonly Job[], { recall }: CallOptions): Promise<void> {
    const ids = jobs.map(({ nativeId }) => nativeId).filter((id) => !remembered.has(placeOf(location, id)));
    if (recall === undefined || ids.length === 0) return;
    for (const [id, { jobType }] of await recall(location, ids)) {
      if (jobTypes.some(({ stamp }) => stamp === jobType)) remember(location, id, jobType ?? untyped);
    }
  }

  return Object.freeze({
    async stamp(location: string, jobs: readonly Job[], call: CallOptions) {
      const stamps = new Map<string, string>();
      const unstamped: Job[] = [];
      const dated = jobs.filter(({ startedAt }) => startedAt !== null);
      await recallStamps(location, dated, call);
      for (const job of dated) {
        const stamp = remembered.get(placeOf(location, job.nativeId));
        if (stamp === undefined) unstamped.push(job);
        else stamps.set(job.nativeId, stamp);
      }
      if (unstamped.length === 0) return { stamps, warnings: [] };
      const { found, warnings } = await readTypedLists(
        source,
        { location, spans: spansOf(unstamped), concurrency },
        call,
      );
      for (const [id, stamp] of found) remember(location, id, stamp);
      for (const { nativeId } of unstamped) {
        stamps.set(nativeId, found.get(nativeId) ?? untyped);
        // A list that was cut short proves nothing about what it did not show.
        if (!found.has(nativeId) && warnings.length === 0) remember(location, nativeId, untyped);
      }
      return { stamps, warnings };
    },
  });
}

/** Starts further apart than this are asked for apart, so that one stray date does not drag in all that lies between. */
const farApartMs = 31 * 86_400_000;

/** The spans of the starts, each up to its last end: the vendor does not say which of them its range is about. */
function spansOf(jobs: readonly Job[]): Span[] {
  const spans: { from: string; to: string }[] = [];
  const ordered = jobs.flatMap(({ startedAt, endedAt }) =>
    startedAt === null ? [] : [{ from: startedAt, to: endedAt ?? startedAt }],
  );
  for (const { from, to } of ordered.sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = spans.at(-1);
    const latest = [from, to, last?.to ?? from].sort().at(-1) ?? to;
    if (last === undefined || Date.parse(from) - Date.parse(last.to) > farApartMs) spans.push({ from, to: latest });
    else last.to = latest;
  }
  return spans;
}

interface TypedLists {
  readonly location: string;
  readonly spans: readonly Span[];
  readonly concurrency: number;
}

/** All five lists over the spans, so many at once as the connection may have requests under way. */
async function readTypedLists(
  source: RowsSource,
  { location, spans, concurrency }: TypedLists,
  call: CallOptions,
): Promise<{ readonly found: ReadonlyMap<string, string>; readonly warnings: readonly SourceWarning[] }> {
  const found = new Map<string, string>();
  const warnings = new Set<SourceWarning>();
  const failed = new AbortController();
  const signal = AbortSignal.any([call.signal, failed.signal]);
  const waiting = spans.flatMap((span) => jobTypes.map((type) => ({ type, span })));

  async function readType({ filter, stamp }: JobType, span: Span): Promise<void> {
    let position: Position | null = firstPosition(largestPage);
    while (position !== null) {
      const page = await readRows(source, { location, jobType: filter, span }, position, { signal });
      for (const id of page.rows.flatMap(readId)) {
        // A job of two types is one of a list that ignores the filter: it says nothing.
        found.set(id, (found.get(id) ?? stamp) === stamp ? stamp : untyped);
      }
      for (const warning of page.warnings) warnings.add(warning);
      position = page.next;
    }
  }
  async function readWaiting(): Promise<void> {
    for (let list = waiting.shift(); list !== undefined; list = waiting.shift()) await readType(list.type, list.span);
  }

  try {
    await Promise.all(Array.from({ length: Math.min(concurrency, waiting.length) }, readWaiting));
  } finally {
    failed.abort();
  }
  return { found, warnings: [...warnings] };
}

function readId(row: unknown): string[] {
  const id = isJsonObject(row) ? row['id'] : undefined;
  return typeof id === 'string' ? [id] : [];
}
