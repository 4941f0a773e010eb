import type { Job, JobKind, JobStatus, JobTrigger } from '@crossvault/core';
import type { DataVersions } from '@crossvault/core/store';
import type { Generated, Selectable } from 'kysely';
import type { ActingTables } from './action-rows.ts';
import type { InsightTables } from './insight-rows.ts';

/** What a job is found and ordered by. Instants are milliseconds since 1970; texts that are compared without case are in lower case. */
export interface JobTable {
  seq: Generated<number>;
  id: string;
  connection: string;
  vendor: string;
  list: string;
  native_id: string;
  kind: JobKind;
  status: JobStatus;
  trigger: JobTrigger;
  problem: 0 | 1;
  ended: 0 | 1;
  target_id: string | null;
  target_name: string | null;
  plan_id: string | null;
  plan_name: string | null;
  /** The customer that the vendor names; that of the connection is not stored. */
  tenant: string | null;
  started_ms: number | null;
  ended_ms: number | null;
  observed_ms: number;
  gone_ms: number | null;
  /** 1 when a single get has read it since it ended, or there is nothing more to read. */
  read_whole: 0 | 1;
  mapper_version: number;
  /** `jobTextVersion` of the process that wrote `document` and `tasks`. */
  text_version: number;
  /** Hash and time of the newest list row and single get: an unchanged one is known by them alone. */
  list_hash: string | null;
  list_ms: number | null;
  full_hash: string | null;
  full_ms: number | null;
  /** Reading numbers of these two; null: none was taken. */
  list_no: number | null;
  full_no: number | null;
  /** Number of the first pass that did not see it, and has not been read since; null: none. */
  missed_no: number | null;
  /** Number that was taken before it was seen to be gone. */
  gone_no: number | null;
  /** Every word that it is found by, each behind a space; see words.ts. */
  words: string;
}

/** What a job is made of; beside the narrow rows that are searched. */
export interface DocumentTable {
  seq: number;
  /** The job as JSON that is ready to be sent, without `tasks`: `JobText` of the core. */
  document: string;
  /** Its tasks as JSON. */
  tasks: string;
  /** Everything that is known of it, compressed; see packed.ts. */
  packed: Uint8Array;
}

export interface Tables extends ActingTables, InsightTables {
  jobs: JobTable;
  documents: DocumentTable;
  aliases: { alias: string; id: string };
  /** Which connections of which vendor have jobs. */
  sources: { connection: string; vendor: string };
  /** Replaced by every transaction that changes jobs or states of the connection. */
  data_versions: { connection: string; kind: keyof DataVersions; version: string };
  /** The number of jobs of each status, so that reads need not count them. */
  tallies: { connection: string; vendor: string; status: JobStatus; jobs: number; problems: number };
  /** End of the newest successful backup of each target. */
  successes: { connection: string; vendor: string; target: string; ended_ms: number };
  changes: {
    position: Generated<number>;
    at: string;
    id: string;
    connection: string;
    vendor: string;
    from_status: JobStatus | null;
    to_status: JobStatus | null;
    /** Random, by which a position is known to be of this feed; null for changes of versions before it. */
    mark: string | null;
  };
  /** One row: the last change that was deleted for its age (0: none), and the last one without a mark. */
  feed_bounds: { feed: 'changes'; deleted_to: number; deleted_mark: string | null; unmarked_to: number };
  sync_states: { connection: string; list: string; state: string; written_ms: number };
  /** `until_ms` counts by the clock of this `boot`. */
  leases: { name: string; owner: string; until_ms: number; boot: string };
  audit: {
    position: Generated<number>;
    at: string;
    actor: string;
    action: string;
    connection: string | null;
    target: string | null;
    detail: string;
  };
  store_version: { version: number };
}

export type JobRow = Omit<Selectable<JobTable>, 'seq'>;

/** A job's row in both tables, and what is to be written of it. */
export interface WholeRow {
  /** The job that the rows are of. */
  readonly content: Job;
  readonly job: JobRow;
  readonly document: Omit<DocumentTable, 'seq'>;
  /** The words for the index of words; null where they have not changed. */
  readonly lexemes: string | null;
}
