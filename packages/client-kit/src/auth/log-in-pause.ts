import type { Clock, ErrorCode } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import { joinSentences } from '@crossvault/core/wire';

/**
 * At a token endpoint both 400 and 401 mean the credential: vendors answer a wrong password with either. Any other
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

/**
 * Limits how often a refused credential is sent: vendors lock accounts after a few wrong passwords.
 * The refusal is remembered until a pause is over, which grows with every refusal, or until the connection is made again
 * with another configuration.
 */
export interface LogInPause {
  /** Throws the refusal again while the pause lasts. */
  check(): void;
  noteSuccess(): void;
  /** Ignores errors other than refusals: they do not concern the credential. */
  noteFailure(error: unknown): void;
}

export interface LogInPauseOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** The first pause; each further failure doubles it, up to `longestMs`. @default 60_000 */
  readonly firstMs?: number;
  /** The first pause after an answer that could not be read, which a bad connection may have damaged. @default 5_000 */
  readonly firstUnreadableMs?: number;
  /** @default 1_800_000 */
  readonly longestMs?: number;
}

/** Errors after the credential was sent: another attempt with the same one fails as well. */
const refusals: readonly ErrorCode[] = [
  'authentication-failed',
  'permission-denied',
  'source-refused',
  'source-not-found',
  'answer-unreadable',
  'link-refused',
];

export function createLogInPause({
  clock,
  firstMs = 60_000,
  firstUnreadableMs = 5_000,
  longestMs = 1_800_000,
}: LogInPauseOptions): LogInPause {
  let refusal: CrossvaultError | null = null;
  let endsAtMs = 0;
  let inRow = 0;
  return {
    check() {
      const leftMs = endsAtMs - clock.monotonicMs();
      if (refusal !== null && leftMs > 0) throw again(refusal, Math.ceil(leftMs / 1000));
    },
    noteSuccess() {
      refusal = null;
      inRow = 0;
    },
    noteFailure(error) {
      if (!CrossvaultError.isInstance(error) || !refusals.includes(error.code)) return;
      refusal = error;
      const first = error.code === 'answer-unreadable' ? firstUnreadableMs : firstMs;
      endsAtMs = clock.monotonicMs() + Math.min(first * 2 ** inRow, longestMs);
      inRow += 1;
    },
  };
}

function again(refusal: CrossvaultError, seconds: number): CrossvaultError {
  const why = 'so that the vendor does not lock the account';
  return new CrossvaultError({
    ...refusal,
    code: refusal.code,
    message: joinSentences(
      refusal.message,
      `Crossvault sends this credential again in ${seconds} seconds at the earliest, ${why}.`,
      'A restart with a corrected configuration tries at once.',
    ),
    retryAfterSeconds: seconds,
    cause: refusal,
  });
}
