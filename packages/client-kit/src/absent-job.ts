import { CrossvaultError } from '@crossvault/contract';

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
