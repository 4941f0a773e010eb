import { CrossvaultError } from '@crossvault/core';

/** What a promise is rejected with. That it is fulfilled, or rejected with another kind of error, is an error itself. */
export async function failureOf(promise: Promise<unknown> | undefined): Promise<CrossvaultError> {
  const error = await promise?.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (CrossvaultError.isInstance(error)) return error;
  throw new Error(`expected a CrossvaultError, got ${error === undefined ? 'success' : String(error)}`);
}
