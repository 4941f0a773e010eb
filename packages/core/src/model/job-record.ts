import { z } from 'zod';
import { instantSchema, type Job, jobStatusSchema } from './job.ts';
import { encodeParts } from './job-id.ts';

/**
 * A connector's own address of a job: text parts, in the connector's order. Parts are configured ones, or the vendor's
 * ids, lower-cased where the vendor compares without case and kept exactly as they came where it does not.
 */
export type JobKey = readonly string[];

/** The vendor's answers about one job, as received. The store keeps them, redacted. */
export interface JobRaw {
  /** The row of a list. */
  readonly list?: unknown;
  /** The answer to a single get. It outranks the list row. */
  readonly get?: unknown;
  /** The job's log, where the vendor reports errors only there. */
  readonly log?: unknown;
  /** The results of the job's objects, where the vendor reports them only there. */
  readonly objects?: unknown;
}

/** What a mapper needs beside the answers. Plain text, so that the store can keep it beside `raw` and map the job again. */
export interface JobContext {
  /** Name of the connection. */
  readonly connection: string;
  /** Key of the list in which the job was found. */
  readonly list: string;
  /** When the answers were read. */
  readonly observedAt: string;
  /** Vendor's extras (agent, location, stamped job type, endedRun …). `tenant` is the customer that the vendor names. */
  readonly [extra: string]: string | null;
}

/** A mapped job, with the answers and the context from which it was mapped. */
export interface JobRecord {
  /** The connector's own address of the job. */
  readonly key: JobKey;
  /** The mapped job. */
  readonly job: Job;
  /** The answers from which it was mapped. */
  readonly raw: JobRaw;
  /** What the mapper needed beside the answers. */
  readonly context: JobContext;
}

/** A record that cannot be listed: it is not an object, or has no readable id. The source report counts and names it. */
export interface Rejection {
  /** The best hint of an id, or null. */
  readonly nativeId: string | null;
  /** Why it cannot be listed. */
  readonly reason: 'not-an-object' | 'no-readable-id';
  /** The record as received; shown only where the caller requests raw values. */
  readonly value: unknown;
}

/**
 * Makes Crossvault's id of a job: the connection's name and the connector's key, as base64url of a JSON array of strings.
 * Opaque to callers, safe in a URL path, and sufficient to read the job again.
 */
export function toJobId(connection: string, key: JobKey): string {
  return encodeParts(connection, key);
}

/** Longest id in characters. Ids are part of URL paths, and servers and proxies limit their length. */
const longestId = 4096;

/** Whether a request can carry this id. A record with a longer id is rejected: it could be listed but not read. */
export function isAskable(id: string): boolean {
  return id.length <= longestId;
}

/** Reads an id made by {@link toJobId}; null for any other text. */
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

/** The vendor's own log of a job, oldest entry first. */
export type JobLog = z.infer<typeof jobLogSchema>;
