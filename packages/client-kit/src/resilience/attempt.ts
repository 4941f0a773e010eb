import type { CallOptions, ConnectorContext } from '@crossvault/core';
import { CrossvaultError, readUpstreamId } from '@crossvault/core/errors';
import { orAbort, startDeadline } from '@crossvault/core/ports';
import { type AnswerReaders, type BodyLimits, type ReadAnswer, readAnswer } from '../http/answer.ts';
import { readFailure } from '../http/failure.ts';
import { clampWait, type RetryReason, retryReasonOfStatus } from './retry.ts';

/** Result of one attempt: a completely read answer, or an error. */
export type Outcome = {
  readonly retryReason: RetryReason;
  /** The wait that the vendor requested. */
  readonly waitMs: number | null;
} & (
  | { readonly answer: ReadAnswer; readonly failure: null }
  | { readonly answer: null; readonly failure: CrossvaultError }
);

function checkAnswer(answer: ReadAnswer, readers: AnswerReaders): Outcome {
  const retryReason = retryReasonOfStatus(answer.status);
  const seconds = retryReason === null ? null : readers.readWait(answer.response, answer.body);
  return { answer, failure: null, retryReason, waitMs: seconds === null ? null : clampWait(seconds) * 1000 };
}

function checkFailure(failure: CrossvaultError): Outcome {
  return { answer: null, failure, retryReason: failure.entry.retryable ? 'transient' : null, waitMs: null };
}

export interface AttemptOptions {
  readonly context: ConnectorContext;
  readonly baseUrl: string;
  /** Number of the attempt, from 1. */
  readonly number: number;
  readonly timeoutMs: number;
  readonly limits: BodyLimits;
}

/** Sends a request once and reads the whole answer. Rejects only when the caller cancelled. */
export async function attempt(
  request: Request,
  readers: AnswerReaders,
  options: AttemptOptions,
  call: CallOptions,
): Promise<Outcome> {
  const { context, timeoutMs } = options;
  const requestId = createRequestId(context.random);
  const startedMs = context.clock.monotonicMs();
  const deadline = startDeadline(context.clock, timeoutMs, () => timedOut(timeoutMs), call.signal);
  try {
    const outgoing = withRequestHeaders(request, readers.sendRequestIdAs, requestId, deadline.signal);
    const answer = await orAbort(deadline.signal, async () =>
      readAnswer(await context.fetch(outgoing), readers, options.limits, options.baseUrl),
    );
    return logAttempt(checkAnswer(answer, readers));
  } catch (error) {
    const failure = readFailure(error, deadline.signal, options);
    if (call.signal.aborted) throw failure;
    return logAttempt(checkFailure(failure));
  } finally {
    deadline.release();
  }

  function logAttempt(outcome: Outcome): Outcome {
    const { answer, failure } = outcome;
    const { origin, pathname } = new URL(request.url);
    const fields = {
      method: request.method,
      // Without the query, which may contain a secret.
      address: `${origin}${pathname}`,
      attempt: options.number,
      status: answer?.status ?? null,
      failure: failure?.code ?? null,
      durationMs: context.clock.monotonicMs() - startedMs,
      requestId,
      upstreamRequestId:
        readers.requestIdHeader === null
          ? null
          : (readUpstreamId(answer?.response.headers.get(readers.requestIdHeader), context.connection) ?? null),
    };
    context.logger.debug(fields, 'Request sent to the source.');
    return outcome;
  }
}

/**
 * The request with the user agent and an id that identifies it in the vendor's logs. A `fetch` of the caller would follow
 * redirects by default, and could send a log-in's secret to another host.
 */
function withRequestHeaders(
  request: Request,
  idHeader: string | null,
  requestId: string,
  signal: AbortSignal,
): Request {
  const outgoing = new Request(request.clone(), { signal, redirect: 'manual' });
  outgoing.headers.set('user-agent', userAgent);
  if (idHeader !== null) outgoing.headers.set(idHeader, requestId);
  return outgoing;
}

function timedOut(timeoutMs: number): CrossvaultError {
  const message = `The source did not finish its answer within ${timeoutMs / 1000} seconds.`;
  return new CrossvaultError({ code: 'source-timeout', message });
}

/** A random UUID (version 4) from the context's random source, which identifies a request in the vendor's logs. */
function createRequestId(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16));
  digits[12] = 4;
  digits[16] = 8 + ((digits[16] ?? 0) % 4);
  const hex = digits.map((digit) => digit.toString(16)).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** User agent of every request. A test compares its version with the package. */
export const userAgent = 'crossvault/0.1.0';
