import { CrossvaultError, type Position, type Rejection, type SourceWarning } from '@crossvault/core';
import type { ListPlan } from './list-plan.ts';
import type { ListedRecord } from './listing.ts';

/** What a reading found out beside the jobs. */
export interface ReadingNotes {
  /** At least one page arrived. */
  answered: boolean;
  readonly rejected: Rejection[];
  withoutRun: number;
  readonly warnings: Set<SourceWarning>;
  /** When what is told was read; earlier than now for a held list. */
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
  /** How far the list has been read: told or found not to be asked for. */
  readonly position: Position | null;
  /** Makes `head` the next job. Never rejects: a failure ends the stream and is told. */
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
