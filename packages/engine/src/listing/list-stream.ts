import {
  CrossvaultError,
  type JobContext,
  type JobRecord,
  type JobSort,
  type Rejection,
  type SourceWarning,
} from '@crossvault/core';
import { comparePositions, type Position, positionOf } from '@crossvault/core/store';
import type { ListPlan } from './list-plan.ts';

/** A job of a page. */
export interface ListedRecord extends Pick<JobRecord, 'job' | 'raw'> {
  /** Where it was found; absent for a row of the store, which holds what is shown and no more. */
  readonly context?: JobContext;
}

/** What a reading found besides jobs. */
export interface ReadingNotes {
  /** At least one page arrived. */
  answered: boolean;
  readonly rejected: Rejection[];
  withoutRun: number;
  readonly warnings: Set<SourceWarning>;
  /** When the listed jobs were read; earlier than now for a held list. */
  readAtMs: number;
  /** The list was out of its declared order: the next pages read it whole. */
  unordered: boolean;
}

/** The jobs of one list that are asked for, in the answer's order, from the list's position on. */
export interface ListStream {
  readonly plan: ListPlan;
  readonly notes: ReadingNotes;
  /** The next job; null after {@link fill} means that there is none, or that the reading failed. */
  readonly head: ListedRecord | null;
  readonly failure: CrossvaultError | null;
  /** How far the list has been read: up to here every job was listed or excluded by the filters. */
  readonly position: Position | null;
  /** Makes `head` the next job. Never rejects: a failure ends the stream and is kept in `failure`. */
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

/** A list that is read at once; until then its position is that of the plan. */
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

/** A stream over batches. All kinds of reading use it. */
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
interface Candidate {
  readonly record: ListedRecord;
  readonly stream: ListStream;
}

export interface Merged {
  /** In order, at most the limit. */
  readonly listed: readonly Candidate[];
  /** Taken, and put back for a later page, since jobs that come first were found after them. */
  readonly putBack: readonly Candidate[];
}

/**
 * The first `limit` jobs of all streams, in order. It waits until every stream has shown its next job, ended or
 * failed, so no job is listed too late. A stream that finds only now that its list is not
 * in order may show a job that belongs before the last one listed: the last one is put back.
 */
export async function mergeStreams(streams: readonly ListStream[], sort: JobSort, limit: number): Promise<Merged> {
  const listed: Candidate[] = [];
  const putBack: Candidate[] = [];
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

function indexFor(listed: readonly Candidate[], next: Candidate, sort: JobSort): number {
  return listed.findLastIndex(({ record }) => compare(sort, record, next.record) <= 0) + 1;
}

function firstOf(streams: readonly ListStream[], sort: JobSort): Candidate | null {
  let first: Candidate | null = null;
  for (const stream of streams) {
    const record = stream.head;
    if (record !== null && (first === null || compare(sort, record, first.record) < 0)) first = { record, stream };
  }
  return first;
}
