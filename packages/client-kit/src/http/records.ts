import {
  type ConnectorContext,
  CrossvaultError,
  isJsonObject,
  type JobContext,
  type JobMapper,
  type JobRecord,
  type Rejection,
  readCount,
} from '@crossvault/core';

/** The rows of a list, mapped in the vendor's order: jobs, and what is set aside. */
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
 * An answer for a list whose total is 0 may lack its rows: that is an empty page. Any other answer is handed on as it is, so
 * that one with a total above 0 and no rows stays the error that it is.
 */
export function withRows(body: unknown, rows: string, total: string): unknown {
  if (!isJsonObject(body) || (body[rows] !== undefined && body[rows] !== null)) return body;
  const count = body[total];
  const isEmpty = (typeof count === 'number' || typeof count === 'string') && readCount(count).value === 0;
  return isEmpty ? { ...body, [rows]: [] } : body;
}

/** Null for what the vendor answers 404 to, or otherwise calls unknown; every other error as it is. */
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

/** The vendor does not know the job, or no longer. `hint` says why that may be. */
export function jobNotFound(connection: string, what: string, hint?: string): CrossvaultError {
  const message = `The connection ${connection} has no ${what}.`;
  return new CrossvaultError({
    code: 'job-not-found',
    message: hint === undefined ? message : `${message} ${hint}`,
    source: connection,
  });
}

/** An answer of success that is not what the API documents. */
export function unreadableAnswer(connection: string, message: string): CrossvaultError {
  return new CrossvaultError({ code: 'answer-unreadable', message, source: connection });
}

/** An answer about another thing than was asked for. A confused proxy must not make us act on B while we say A. */
export function mismatchedAnswer(connection: string, what: string, asked: string, answered: string): CrossvaultError {
  const [one, other] = [asked, answered].map((text) => (text.length > 200 ? `${text.slice(0, 200)}…` : text));
  const message = `Crossvault asked for the ${what} ${one}, and the source answered with ${other}. Does a proxy in between mix up answers?`;
  return unreadableAnswer(connection, message);
}

/** What a mapper has to know beside an answer of this list that was read just now; `extras` are the vendor's own. */
export function toJobContext(
  context: ConnectorContext,
  list: string,
  extras: Readonly<Record<string, string | null>> = {},
): JobContext {
  return { connection: context.connection, list, observedAt: new Date(context.clock.now()).toISOString(), ...extras };
}
