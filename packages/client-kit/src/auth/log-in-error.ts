import { CrossvaultError } from '@crossvault/core';

/**
 * At a token endpoint both 400 and 401 mean the credential: vendors answer a wrong password with either. Every other
 * error stays as it is.
 */
export function toLogInError(error: unknown, toMessage: (said: string) => string): unknown {
  if (!CrossvaultError.isInstance(error)) return error;
  if (error.upstreamStatus !== 400 && error.upstreamStatus !== 401) return error;
  return new CrossvaultError({
    ...error,
    code: 'authentication-failed',
    message: toMessage(error.message),
    cause: error,
  });
}
