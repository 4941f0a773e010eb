import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  orAbort,
  readUpstreamId,
  startDeadline,
} from '@crossvault/core';
import { type AnswerReaders, type BodyLimits, type ReadAnswer, readAnswer } from '../http/answer.ts';
import { readFailure } from '../http/failure.ts';
import { clampWait, type RetryReason, retryReasonOfStatus } from './retry.ts';

/** What became of one attempt: an answer that was read to its end, or why there is none. */
export type Outcome = {
  readonly retryReason: RetryReason;
  /** How long the vendor asks to be left alone. */
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
  /** Which attempt of this request it is, from 1 on. */
  readonly number: number;
  readonly timeoutMs: number;
  readonly limits: BodyLimits;
}

/** Sends a request once and reads its answer to the end. Rejects only when the caller gave up. */
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
      // Without its query, which may hold a secret.
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
    context.logger.debug(fields, 'The source was asked.');
    return outcome;
  }
}

/** The request as it leaves: with who we are, and an id by which it can be found again. */
function withRequestHeaders(
  request: Request,
  idHeader: string | null,
  requestId: string,
  signal: AbortSignal,
): Request {
  const outgoing = new Request(request.clone(), { signal });
  outgoing.headers.set('user-agent', userAgent);
  if (idHeader !== null) outgoing.headers.set(idHeader, requestId);
  return outgoing;
}

function timedOut(timeoutMs: number): CrossvaultError {
  const message = `The source did not finish its answer within ${timeoutMs / 1000} seconds.`;
  return new CrossvaultError({ code: 'source-timeout', message });
}

/** A random UUID (version 4) out of the context's randomness, by which a request can be found in the vendor's logs. */
function createRequestId(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16));
  digits[12] = 4;
  digits[16] = 8 + ((digits[16] ?? 0) % 4);
  const hex = digits.map((digit) => digit.toString(16)).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** How every request introduces itself. A test keeps the version that of the package. */
export const userAgent = 'crossvault/0.1.0';
