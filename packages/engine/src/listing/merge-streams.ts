import { comparePositions, type JobSort, positionOf } from '@crossvault/core';
import type { ListStream } from './list-stream.ts';
import type { ListedRecord } from './listing.ts';

/** A job and the stream that told it. */
export interface Told {
  readonly record: ListedRecord;
  readonly stream: ListStream;
}

export interface Merged {
  /** In order, at most the limit. */
  readonly told: readonly Told[];
  /** Taken, and put back for a later page, since jobs that come first were found after them. */
  readonly putBack: readonly Told[];
}

/**
 * The first `limit` jobs over all streams, in order. It waits until every stream has shown its next job, ended or
 * failed, so nothing that is there comes later than its place. A stream that finds out only now that its list is not
 * in order may show a job from before the last one told: that one makes room.
 */
export async function mergeStreams(streams: readonly ListStream[], sort: JobSort, limit: number): Promise<Merged> {
  const told: Told[] = [];
  const putBack: Told[] = [];
  await Promise.all(streams.map((stream) => stream.fill()));
  for (;;) {
    const next = firstOf(streams, sort);
    const place = next === null ? limit : indexFor(told, next, sort);
    if (next === null || place >= limit) return { told, putBack };
    told.splice(place, 0, next);
    putBack.push(...told.splice(limit));
    next.stream.take();
    await next.stream.fill();
  }
}

const compare = (sort: JobSort, a: ListedRecord, b: ListedRecord): number =>
  comparePositions(sort, positionOf(a.job), positionOf(b.job));

function indexFor(told: readonly Told[], next: Told, sort: JobSort): number {
  return told.findLastIndex(({ record }) => compare(sort, record, next.record) <= 0) + 1;
}

function firstOf(streams: readonly ListStream[], sort: JobSort): Told | null {
  let first: Told | null = null;
  for (const stream of streams) {
    const record = stream.head;
    if (record !== null && (first === null || compare(sort, record, first.record) < 0)) first = { record, stream };
  }
  return first;
}
