import type { Job } from './job.ts';

/**
 * A connector's own address of a job: text parts, in the connector's order. Parts are configured ones, or the vendor's
 * ids, lower-cased where the vendor compares without case and kept exactly as they came where it does not.
 */
export type JobKey = readonly string[];

/** The vendor's answers about one job, exactly as they came. */
export interface JobRaw {
  /** The row of a list. */
  readonly list?: unknown;
  /** The answer to a single get. It outranks the list row. */
  readonly get?: unknown;
  /** The job's log, where errors are only told there. */
  readonly log?: unknown;
}

/** What a mapper needs beside the answers: plain text, so that it can be stored beside `raw` and mapped anew. */
export interface JobContext {
  /** Name of the connection. */
  readonly connection: string;
  /** Key of the list that the job was found in. */
  readonly list: string;
  /** When the answers were read. */
  readonly observedAt: string;
  /** Vendor's extras (agent, location, stamped job type, endedRun …). */
  readonly [extra: string]: string | null;
}

/** A mapped job together with what it was made from. */
export interface JobRecord {
  readonly key: JobKey;
  readonly job: Job;
  readonly raw: JobRaw;
  readonly context: JobContext;
}

/** A record that cannot be listed: no object, or without a readable id of its own. It is counted and named, never dropped. */
export interface Rejection {
  /** The best hint of an id, or null. */
  readonly nativeId: string | null;
  readonly reason: 'not-an-object' | 'no-readable-id';
  /** The record as it came; shown only where raw values were asked for. */
  readonly value: unknown;
}
