import { CrossvaultError } from '@crossvault/core';

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
export function otherThanAsked(connection: string, what: string, asked: string, answered: string): CrossvaultError {
  const [one, other] = [asked, answered].map((text) => (text.length > 200 ? `${text.slice(0, 200)}…` : text));
  const message = `Crossvault asked for the ${what} ${one}, and the source answered with ${other}. Does a proxy in between mix up answers?`;
  return unreadableAnswer(connection, message);
}
