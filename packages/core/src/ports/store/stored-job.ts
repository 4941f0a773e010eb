import type { KnownJob } from '../../mapping/observation.ts';
import type { Position } from '../../model/cursor.ts';
import type { JobStatus } from '../../model/job.ts';
import type { JobRaw, JobRecord } from '../../model/job-record.ts';
import type { JobText } from '../../model/job-text.ts';
import type { JobSort } from '../../model/query.ts';

/** One job as a store holds it. */
export interface StoredJob {
  /** Ours; never one of its aliases. */
  readonly id: string;
  /** The job as it is known from all readings. `record.job.goneAt` is the store's; `record.raw` holds the newest of each answer. */
  readonly record: JobRecord;
  /** The readings that it is known from, each with its own raw answers and context: used to explain the job and to map it again. */
  readonly known: KnownJob;
  /** The oldest version of a table of rules among its readings. */
  readonly mapperVersion: number;
}

/** One job of a list, prepared for being sent on. */
export interface ListedRow {
  /** Where it stands in the order: the `after` of the next page. */
  readonly position: Position;
  readonly connection: string;
  readonly vendor: string;
  /** `document` of the job's {@link JobText}: the JSON text that is sent. */
  readonly document: string;
  /** Its `tasks` as JSON text; null unless they were asked for. */
  readonly tasks: string | null;
  /** `jobTextVersion` of the process that wrote the texts. Texts of another version are redacted and written again before they are sent. */
  readonly textVersion: number;
  /** The latest `since` for which the job is listed; null where it is listed for every one. */
  readonly sinceUntil: string | null;
  /** The vendor's answers; null unless they were asked for. */
  readonly raw: JobRaw | null;
}

/** A page of the list as one text, without the tasks of its jobs. */
export interface JoinedPage {
  /** The `document`s of its rows, in order, joined by `documentSeparator`; '' without rows. */
  readonly documents: string;
  /** The connections of its rows, one for each row, in the same order. */
  readonly connections: readonly string[];
  /** Whether every row's `textVersion` is this process's `jobTextVersion`. */
  readonly isOfThisVersion: boolean;
  /** The position of its last row where more rows follow; null at the end of the list. */
  readonly next: Position | null;
}

/** One stored job, prepared for being sent on. */
export interface StoredJobText {
  /** Ours; never one of its aliases. */
  readonly id: string;
  readonly connection: string;
  readonly text: JobText;
  /** As `textVersion` of {@link ListedRow}. */
  readonly textVersion: number;
  /** A single get has read it, and no list row is newer, or it had ended then; or its vendor has forgotten it: there is nothing more to read. */
  readonly isWhole: boolean;
}

/** Which part of a list is wanted. */
export interface RowsRequest {
  readonly sort: JobSort;
  /** Rows behind this position; null from the beginning. Unlike the live path, `startedAt` needs no lower bound. */
  readonly after: Position | null;
  /** At most so many rows. */
  readonly limit: number;
  readonly include: { readonly tasks: boolean; readonly raw: boolean };
}

/** Something to be put into a store. */
export interface PutObservation {
  readonly record: JobRecord;
  /** `version` of the table of rules that mapped it. */
  readonly mapperVersion: number;
  /** The number that `takeReadingNumber` gave before its request left. It orders readings, whichever machine made them. */
  readonly number: number;
  /**
   * Id under which this very job is already stored, where its final key became known only later (a run that was seen open
   * before its start was known). The job keeps that id and the record's own id becomes its alias; where both are stored,
   * they become one. Absent, and without meaning where nothing is stored under it: the record's own id.
   */
  readonly knownAs?: string;
}

/**
 * What became of an observation.
 *
 * - `new`: the job was not stored.
 * - `changed`: something is known now that was not.
 * - `unchanged`: the same content as before; nothing was written.
 * - `older`: a newer reading of the same depth is stored; nothing was written.
 */
export type PutOutcome = 'new' | 'changed' | 'unchanged' | 'older';

export interface PutResult {
  /** One for each observation, in the order of the batch; `id` is the one that the job is stored under. */
  readonly outcomes: readonly { readonly id: string; readonly outcome: PutOutcome }[];
}

/** How it is known that a vendor has forgotten something. */
export interface Absence {
  /** When that was seen. */
  readonly at: string;
  /** The number that was taken before the vendor was asked: what was read with a higher one is there. */
  readonly number: number;
}

/** How it is known that a complete pass did not see something. */
export interface Missed extends Absence {
  /** The number that the pass began with: what an earlier pass has missed too is gone. */
  readonly pass: number;
}

/** What became of what a pass has missed. */
export interface MissedResult {
  /** Missed, and not by an earlier pass: it is looked for again. */
  readonly missed: number;
  /** Missed by two passes, and now gone. */
  readonly gone: number;
}

/** A stored job, mapped again from its raw answers. */
export interface RemappedJob {
  readonly id: string;
  /** The readings of {@link StoredJob.known} with newly mapped records; null where there was none, or it maps to no job any more. */
  readonly list: JobRecord | null;
  readonly full: JobRecord | null;
  /** The version that mapped them. */
  readonly mapperVersion: number;
  /** There is a secret in its id: it can neither be shown nor asked for, and goes, with its id in the feed. @default false */
  readonly hasSecretId?: boolean;
}

/** An entry of the feed: a job's status changed. */
export interface JobChange {
  /** Rises strictly in the order in which changes became visible; gaps mean nothing. */
  readonly position: number;
  /** The position behind this change: `after` of a request that continues from here. */
  readonly cursor: string;
  /** `observedAt` of the job that the change came with; for a removal when it was removed. */
  readonly at: string;
  readonly id: string;
  readonly connection: string;
  readonly vendor: string;
  /** Null when the job was not stored before. */
  readonly from: JobStatus | null;
  /** Null when it is not stored any more: it was deleted for its age, or became an alias of another job. */
  readonly to: JobStatus | null;
}

export interface ChangesRequest {
  /** Changes behind this position: a cursor or `next` of this feed; `feedStart` from the first that is kept. */
  readonly after: string;
  readonly limit: number;
  /** Names of connections; null: any. */
  readonly connections: readonly string[] | null;
  /** Changes to one of these statuses; null: any, removals too. */
  readonly statuses: readonly JobStatus[] | null;
}

export interface ChangePage {
  readonly changes: readonly JobChange[];
  /**
   * Where to go on: behind the last change, or, when there are no more, behind the newest one in the feed, whether or not
   * the filter let it through.
   */
  readonly next: string;
  /** Whether more was there when the page was read. */
  readonly more: boolean;
}

/** How one connection's jobs stand in a window. */
export interface ConnectionSummary {
  readonly connection: string;
  readonly vendor: string;
  /** Jobs by status, of those that started, ended or were open in the window; absent means 0. */
  readonly counts: Readonly<Partial<Record<JobStatus, number>>>;
  /** Of these, jobs with a problem. */
  readonly problems: number;
  /** End of the newest successful backup, whatever the window; null when there was none. It outlives the job's deletion for its age. */
  readonly lastSuccessAt: string | null;
  /** The target whose newest successful backup lies furthest back, of targets with a name; null when there is none. Likewise. */
  readonly oldestSuccess: { readonly target: string; readonly at: string } | null;
}
