import type { ConnectorContext, JobContext, JobMapper, JobRecord, Rejection } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import { isJsonObject, toCount } from '@crossvault/core/wire';

/** The rows of a list, mapped in the vendor's order: jobs, and rejected rows. */
export function mapRows(
  mapper: JobMapper,
  rows: readonly unknown[],
  context: JobContext,
): { readonly records: readonly JobRecord[]; readonly rejected: readonly Rejection[] } {
  const records: JobRecord[] = [];
  const rejected: Rejection[] = [];
  for (const row of rows) {
    const result = mapper.map({ list: row }, context);
    if (result.kind === 'job') records.push(result.record);
    else rejected.push(result.rejection);
  }
  return { records, rejected };
}

/**
 * Adds empty rows to an answer without rows whose total is 0. Any other answer is returned unchanged, so
 * that an answer with a total above 0 and no rows stays an error.
 */
export function withRows(body: unknown, rows: string, total: string): unknown {
  if (!isJsonObject(body) || (body[rows] !== undefined && body[rows] !== null)) return body;
  const count = body[total];
  const isEmpty = (typeof count === 'number' || typeof count === 'string') && toCount(count) === 0;
  return isEmpty ? { ...body, [rows]: [] } : body;
}

/** Null for a 404 or another "unknown" answer of the vendor; rethrows every other error. */
export async function nullWhenAbsent<T>(
  reading: Promise<T>,
  alsoAbsent: (error: CrossvaultError) => boolean = () => false,
): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (CrossvaultError.isInstance(error) && (error.code === 'source-not-found' || alsoAbsent(error))) return null;
    throw error;
  }
}

/** The vendor does not have the job, or no longer. `hint` gives a possible reason. */
export function jobNotFound(connection: string, what: string, hint?: string): CrossvaultError {
  const message = `The connection ${connection} has no ${what}.`;
  return new CrossvaultError({
    code: 'job-not-found',
    message: hint === undefined ? message : `${message} ${hint}`,
    source: connection,
  });
}

/** A successful answer that does not match the documentation of the API. */
export function unreadableAnswer(connection: string, message: string): CrossvaultError {
  return new CrossvaultError({ code: 'answer-unreadable', message, source: connection });
}

/** An answer about another object than the requested one. Without this check a faulty proxy could cause a change of the wrong object. */
export function mismatchedAnswer(connection: string, what: string, asked: string, answered: string): CrossvaultError {
  const [one, other] = [asked, answered].map((text) => (text.length > 200 ? `${text.slice(0, 200)}…` : text));
  const message = `Crossvault asked for the ${what} ${one}, and the source answered with ${other}. Does a proxy in between mix up answers?`;
  return unreadableAnswer(connection, message);
}

/** The context of a mapper for an answer of this list that was read now; `extras` are vendor-specific. */
export function toJobContext(
  context: ConnectorContext,
  list: string,
  extras: Readonly<Record<string, string | null>> = {},
): JobContext {
  return { connection: context.connection, list, observedAt: new Date(context.clock.now()).toISOString(), ...extras };
}
