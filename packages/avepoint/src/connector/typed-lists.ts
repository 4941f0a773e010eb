import { type CallOptions, readInstant, type SourceWarning, safeParseWire } from '@crossvault/core';
import { type JobType, jobTypes } from '../mapping/map-kind.ts';
import { jobWire } from '../mapping/wire.ts';
import type { BoundedSpan } from './list-filter.ts';
import { firstPosition, type Position } from './position.ts';
import { largestPage, type RowsSource, readRows } from './read-rows.ts';

export interface TypedLists {
  readonly location: string;
  readonly spans: readonly BoundedSpan[];
  readonly concurrency: number;
}

export interface FoundTypes {
  /** By native id: the stamps of the lists that showed the job. */
  readonly seen: ReadonlyMap<string, ReadonlySet<string>>;
  readonly warnings: readonly SourceWarning[];
}

/** Reads all five lists over the spans, with the concurrency of the connection. */
export async function readTypedLists(
  source: RowsSource,
  { location, spans, concurrency }: TypedLists,
  call: CallOptions,
): Promise<FoundTypes> {
  const seen = new Map<string, Set<string>>();
  const warnings = new Set<SourceWarning>();
  const failed = new AbortController();
  const signal = AbortSignal.any([call.signal, failed.signal]);
  const waiting = spans.flatMap((span) => jobTypes.map((type) => ({ type, span })));

  function note(row: unknown, { stamp }: JobType, span: BoundedSpan): void {
    const { id, isInSpan, isOutside } = lookAt(row, span);
    if (isOutside) warnings.add('filter-ignored');
    if (id === null || !isInSpan) return;
    const stamps = seen.get(id) ?? new Set();
    seen.set(id, stamps.add(stamp));
    if (stamps.size > 1) warnings.add('filter-ignored');
  }
  async function readType(type: JobType, span: BoundedSpan): Promise<void> {
    let position: Position | null = firstPosition(largestPage);
    while (position !== null) {
      const page = await readRows(source, { location, jobType: type.filter, span }, position, { ...call, signal });
      for (const row of page.rows) note(row, type, span);
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
  return { seen, warnings: [...warnings] };
}

/** A day because the filter takes days, and one that it is widened by. */
const slackMs = 2 * 86_400_000;

/**
 * A list that forgets its type forgets its dates as well. Jobs that started outside of the span are left aside: not all
 * five lists were asked for them. Whether the range is about start or end is not documented, so only one with neither
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
