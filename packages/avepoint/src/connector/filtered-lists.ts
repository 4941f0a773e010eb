import { type CallOptions, type Job, readInstant, type SourceWarning, safeParseWire } from '@crossvault/core';
import { jobWire } from '../mapping/wire.ts';
import type { BoundedSpan } from './list-filter.ts';
import { firstPosition, type Position } from './position.ts';
import { largestPage, type RowsQuery, type RowsSource, readRows } from './read-rows.ts';

/** A list of one filter's value. Rows do not contain what was filtered by, so the list is the only source of it. */
export interface FilteredList extends Pick<RowsQuery, 'jobType' | 'objectType'> {
  /** What the jobs in it get. */
  readonly stamp: string;
}

export interface FilteredLists {
  readonly location: string;
  readonly lists: readonly FilteredList[];
  readonly spans: readonly BoundedSpan[];
  readonly concurrency: number;
}

export interface FoundStamps {
  /** By native id: the stamps of the lists that showed the job. */
  readonly seen: ReadonlyMap<string, ReadonlySet<string>>;
  readonly warnings: readonly SourceWarning[];
  /** A job in every list means that the vendor never filters, so another reading does not help. */
  isInEvery(stamps: ReadonlySet<string>): boolean;
}

/** Maximum number of readings while a list returns rows that its filter excludes: the first time may be a temporary fault. */
const mostReadings = 3;

/** Reads all lists over the spans, and again where one of them forgot its filter. */
export async function readFilteredLists(
  source: RowsSource,
  lists: FilteredLists,
  call: CallOptions,
): Promise<FoundStamps> {
  let found = await readOnce(source, lists, call);
  for (let reading = 1; reading < mostReadings && isAccident(found); reading += 1) {
    found = await readOnce(source, lists, call);
  }
  return found;
}

const isAccident = ({ seen, warnings, isInEvery }: FoundStamps): boolean =>
  warnings.includes('filter-ignored') && ![...seen.values()].some(isInEvery);

/** Reads every list over the spans, with the concurrency of the connection. */
async function readOnce(
  source: RowsSource,
  { location, lists, spans, concurrency }: FilteredLists,
  call: CallOptions,
): Promise<FoundStamps> {
  const seen = new Map<string, Set<string>>();
  const warnings = new Set<SourceWarning>();
  const failed = new AbortController();
  const signal = AbortSignal.any([call.signal, failed.signal]);
  const waiting = spans.flatMap((span) => lists.map((list) => ({ list, span })));

  function note(row: unknown, stamp: string, span: BoundedSpan): void {
    const { id, isInSpan, isOutside } = lookAt(row, span);
    if (isOutside) warnings.add('filter-ignored');
    if (id === null || !isInSpan) return;
    const stamps = seen.get(id) ?? new Set();
    seen.set(id, stamps.add(stamp));
    if (stamps.size > 1) warnings.add('filter-ignored');
  }
  async function readList({ stamp, ...filter }: FilteredList, span: BoundedSpan): Promise<void> {
    let position: Position | null = firstPosition(largestPage);
    while (position !== null) {
      const page = await readRows(source, { location, ...filter, span }, position, { ...call, signal });
      for (const row of page.rows) note(row, stamp, span);
      for (const warning of page.warnings) warnings.add(warning);
      position = page.next;
    }
  }
  async function readWaiting(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await readList(next.list, next.span);
  }

  try {
    await Promise.all(Array.from({ length: Math.min(concurrency, waiting.length) }, readWaiting));
  } finally {
    failed.abort();
  }
  return { seen, warnings: [...warnings], isInEvery: (stamps) => stamps.size === lists.length };
}

/** A day because the filter takes days, and one that it is widened by. */
const slackMs = 2 * 86_400_000;

/**
 * A list that forgets its filter forgets its dates as well. Jobs that started outside of the span are left aside: not all
 * lists were asked for them. Whether the range is about start or end is not documented, so only one with neither
 * in it has been let through by no filter.
 */
function lookAt(row: unknown, { from, to }: BoundedSpan) {
  const data = safeParseWire(jobWire, row);
  const isBeyond = (instant: string | null): boolean =>
    instant !== null &&
    (Date.parse(instant) < Date.parse(from) - slackMs || Date.parse(instant) > Date.parse(to) + slackMs);
  const isLate = isBeyond(readInstant(data?.startTime).value);
  const end = readInstant(data?.finishTime).value;
  return {
    id: typeof data?.id === 'string' ? data.id : null,
    isInSpan: !isLate,
    isOutside: isLate && (end === null ? false : isBeyond(end)),
  };
}

/** Starts further apart than this are requested separately, so that one stray date does not cause a request for the whole range. */
const farApartMs = 31 * 86_400_000;

/** The spans of the starts, each up to its last end: the vendor does not say which of them its range is about. */
export function spansOf(jobs: readonly Pick<Job, 'startedAt' | 'endedAt'>[]): BoundedSpan[] {
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
