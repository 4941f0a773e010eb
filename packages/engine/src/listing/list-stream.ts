import {
  CrossvaultError,
  comparePositions,
  type JobContext,
  type JobRecord,
  type JobSort,
  type Position,
  positionOf,
  type Rejection,
  type SourceWarning,
} from '@crossvault/core';
import type { ListPlan } from './list-plan.ts';

/** A job of a page. */
export interface ListedRecord extends Pick<JobRecord, 'job' | 'raw'> {
  /** Where it was found; absent for a row of the store, which holds what is shown and no more. */
  readonly context?: JobContext;
}

/** What a reading found out beside the jobs. */
export interface ReadingNotes {
  /** At least one page arrived. */
  answered: boolean;
  readonly rejected: Rejection[];
  withoutRun: number;
  readonly warnings: Set<SourceWarning>;
  /** When what is listed was read; earlier than now for a held list. */
  readAtMs: number;
  /** The list broke its promised order: the next pages read it whole. */
  unordered: boolean;
}

/** The jobs of one list that are asked for, in the answer's order, from the list's position on. */
export interface ListStream {
  readonly plan: ListPlan;
  readonly notes: ReadingNotes;
  /** The next job; null after {@link fill} means that there is none, or that the reading failed. */
  readonly head: ListedRecord | null;
  readonly failure: CrossvaultError | null;
  /** How far the list has been read: listed or found not to be asked for. */
  readonly position: Position | null;
  /** Makes `head` the next job. Never rejects: a failure ends the stream and is listed. */
  fill(): Promise<void>;
  take(): void;
}

/** Gives the next jobs in order, or null at the end; moves `position` as far as they reach. */
export interface BatchReader {
  readonly position: Position | null;
  next(): Promise<readonly ListedRecord[] | null>;
}

export const newNotes = (nowMs: number): ReadingNotes => ({
  answered: false,
  rejected: [],
  withoutRun: 0,
  warnings: new Set(),
  readAtMs: nowMs,
  unordered: false,
});

/** A list that gives all its jobs at once; until it has, it stands where the plan put it. */
export function readAtOnce(plan: ListPlan, read: () => Promise<readonly ListedRecord[]>): BatchReader {
  let done = false;
  return {
    position: plan.position,
    async next() {
      if (done) return null;
      done = true;
      return read();
    },
  };
}

/** A stream over batches: the part that all ways of reading have in common. */
export function createListStream(plan: ListPlan, notes: ReadingNotes, batches: BatchReader): ListStream {
  let buffer: readonly ListedRecord[] = [];
  let taken = 0;
  let ended = false;
  let failure: CrossvaultError | null = null;
  return {
    plan,
    notes,
    get head() {
      return buffer[taken] ?? null;
    },
    get failure() {
      return failure;
    },
    get position() {
      return batches.position;
    },
    async fill() {
      while (taken >= buffer.length && !ended) {
        try {
          const batch = await batches.next();
          ended = batch === null;
          buffer = batch ?? [];
          taken = 0;
        } catch (error) {
          ended = true;
          failure = CrossvaultError.from(error);
        }
      }
    },
    take() {
      taken += 1;
    },
  };
}

/** A job and the stream that listed it. */
interface ListedFrom {
  readonly record: ListedRecord;
  readonly stream: ListStream;
}

export interface Merged {
  /** In order, at most the limit. */
  readonly listed: readonly ListedFrom[];
  /** Taken, and put back for a later page, since jobs that come first were found after them. */
  readonly putBack: readonly ListedFrom[];
}

/**
 * The first `limit` jobs over all streams, in order. It waits until every stream has shown its next job, ended or
 * failed, so nothing that is there comes later than its index. A stream that finds out only now that its list is not
 * in order may show a job from before the last one listed: that one makes room.
 */
export async function mergeStreams(streams: readonly ListStream[], sort: JobSort, limit: number): Promise<Merged> {
  const listed: ListedFrom[] = [];
  const putBack: ListedFrom[] = [];
  await Promise.all(streams.map((stream) => stream.fill()));
  for (;;) {
    const next = firstOf(streams, sort);
    const index = next === null ? limit : indexFor(listed, next, sort);
    if (next === null || index >= limit) return { listed, putBack };
    listed.splice(index, 0, next);
    putBack.push(...listed.splice(limit));
    next.stream.take();
    await next.stream.fill();
  }
}

const compare = (sort: JobSort, a: ListedRecord, b: ListedRecord): number =>
  comparePositions(sort, positionOf(a.job), positionOf(b.job));

function indexFor(listed: readonly ListedFrom[], next: ListedFrom, sort: JobSort): number {
  return listed.findLastIndex(({ record }) => compare(sort, record, next.record) <= 0) + 1;
}

function firstOf(streams: readonly ListStream[], sort: JobSort): ListedFrom | null {
  let first: ListedFrom | null = null;
  for (const stream of streams) {
    const record = stream.head;
    if (record !== null && (first === null || compare(sort, record, first.record) < 0)) first = { record, stream };
  }
  return first;
}
