import { type ConnectorContext, CrossvaultError } from '@crossvault/contract';

/** The rows of a list: v2 answers with bare arrays. */
export function readRows(body: unknown, what: string, context: ConnectorContext): readonly unknown[] {
  if (Array.isArray(body)) return body;
  throw unreadableAnswer(`The console's ${what} is no list.`, context);
}

export function unreadableAnswer(what: string, context: ConnectorContext): CrossvaultError {
  return new CrossvaultError({
    code: 'answer-unreadable',
    message: `${what} Is this the address of its REST v2?`,
    source: context.connection,
  });
}

/** Null for what the console does not know, or no longer. */
export async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (CrossvaultError.isInstance(error) && error.code === 'source-not-found') return null;
    throw error;
  }
}
