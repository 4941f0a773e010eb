import { z } from 'zod';
import { instantSchema, type Job, jobStatusSchema } from './job.ts';

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

/**
 * Our id of a job: the connection's name and the connector's key, as base64url of a JSON array of strings.
 * Opaque to callers, safe in a URL path, and all that is needed to read the job again.
 */
export function toJobId(connection: string, key: JobKey): string {
  return Buffer.from(JSON.stringify([connection, ...key]), 'utf8').toString('base64url');
}

/** So long an id may be: it stands in paths, and servers and proxies take no longer ones. */
const longestId = 4096;

/** Whether an id can be asked for again. What has a longer one is set aside, for it would be listed and never found. */
export function isAskable(id: string): boolean {
  return id.length <= longestId;
}

/** The parts of one of our ids, or null for any text that is none. */
export function parseJobId(id: string): { readonly connection: string; readonly key: JobKey } | null {
  if (!isAskable(id) || !/^[A-Za-z0-9_-]{8,}$/.test(id)) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(id, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length < 2 || !parts.every((part) => typeof part === 'string')) return null;
    const [connection = '', ...key] = parts;
    return toJobId(connection, key) === id ? { connection, key } : null;
  } catch {
    return null;
  }
}

/** The vendor's own log of a job, oldest entry first. */
export const jobLogSchema = z
  .object({
    jobId: z.string(),
    entries: z.array(
      z.object({
        at: instantSchema.nullable(),
        status: jobStatusSchema,
        nativeStatus: z.string().nullable(),
        message: z.string(),
        durationSeconds: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'JobLog', description: "The vendor's own log of a job." });

export type JobLog = z.infer<typeof jobLogSchema>;
