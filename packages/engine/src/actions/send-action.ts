import {
  CrossvaultError,
  type ErrorCode,
  orAbort,
  type PreparedWrite,
  startDeadline,
  type WriteReport,
} from '@crossvault/core';
import type { Source } from '../connections/source.ts';
import type { ActingParts } from './action-parts.ts';

/** The result of sending. */
export type Sent =
  | { readonly kind: 'reported'; readonly report: WriteReport }
  | { readonly kind: 'lost'; readonly error: CrossvaultError }
  | { readonly kind: 'refused'; readonly error: CrossvaultError };

/** After these errors the outcome is unknown. After all others nothing has changed. */
const uncertain: ReadonlySet<ErrorCode> = new Set([
  'answer-lost',
  'answer-unreadable',
  'answer-too-large',
  'internal-error',
  'interrupted',
]);

/** A connector that does not end with its deadline is waited for so much longer. */
const graceMs = 5_000;

/** When a change that is about to be sent is not being sent any more, whatever happens. */
export const sendingMs = (source: Source): number => source.connection.deadlineMs + 3 * graceMs;

/**
 * Sends a change once, also when the caller has disconnected. A change that began to leave and got no answer is lost; one
 * that never began is refused.
 *
 * @param sentByMs when others begin to look for it, by the monotonic clock
 */
export async function send(
  { clock, closing }: Pick<ActingParts, 'clock' | 'closing'>,
  source: Source,
  prepared: PreparedWrite,
  sentByMs: number,
): Promise<Sent> {
  const { name, deadlineMs } = source.connection;
  const late = (code: ErrorCode, message: string) => new CrossvaultError({ code, message, source: name });
  const tooLate = () =>
    late(
      'source-timeout',
      `${name} did not answer within ${deadlineMs / 1000} seconds (deadlineSeconds of the connection).`,
    );
  // Nothing leaves, or is waited for, when others may have begun to look for it.
  const leftMs = Math.max(0, Math.min(deadlineMs, sentByMs - graceMs - clock.monotonicMs()));
  const endsAtMs = clock.monotonicMs() + leftMs;
  let hasBegun = false;
  const deadline = startDeadline(clock, leftMs, tooLate, closing);
  const patience = startDeadline(clock, leftMs + graceMs, () =>
    hasBegun
      ? late('answer-lost', `It is unknown whether the change was made: ${name} did not answer in time.`)
      : tooLate(),
  );
  try {
    const report = await orAbort(patience.signal, () =>
      source.ask({ signal: patience.signal }, () => {
        deadline.signal.throwIfAborted();
        // In a process that was suspended meanwhile no timer has fired yet.
        if (clock.monotonicMs() >= endsAtMs) throw tooLate();
        hasBegun = true;
        // What it waits for within the connector is held against this moment again, where the request leaves.
        return prepared.send({ signal: deadline.signal, endsAtMs });
      }),
    );
    return { kind: 'reported', report };
  } catch (error) {
    const known = CrossvaultError.from(error).at(name);
    return { kind: hasBegun && uncertain.has(known.code) ? 'lost' : 'refused', error: known };
  } finally {
    deadline.release();
    patience.release();
  }
}
