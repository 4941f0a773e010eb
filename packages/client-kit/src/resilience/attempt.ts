import {
  type CallOptions,
  type ConnectorContext,
  CrossvaultError,
  orAbort,
  readUpstreamId,
  startDeadline,
} from '@crossvault/core';
import type { AnswerReaders } from '../http/answer-readers.ts';
import { readFailure } from '../http/failure.ts';
import { checkAnswer, checkFailure, type Outcome } from '../http/outcome.ts';
import { readAnswer } from '../http/read-answer.ts';
import type { BodyLimits } from '../http/read-body.ts';
import { createRequestId } from '../http/request-id.ts';
import { userAgent } from '../http/user-agent.ts';

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
    const outgoing = introduce(request, readers.sendRequestIdAs, requestId, deadline.signal);
    const answer = await orAbort(deadline.signal, async () =>
      readAnswer(await context.fetch(outgoing), readers, options.limits, options.baseUrl),
    );
    return tell(checkAnswer(answer, readers));
  } catch (error) {
    const failure = readFailure(error, deadline.signal, options);
    if (call.signal.aborted) throw failure;
    return tell(checkFailure(failure));
  } finally {
    deadline.release();
  }

  function tell(outcome: Outcome): Outcome {
    const { answer, failure } = outcome;
    const { origin, pathname } = new URL(request.url);
    const fields = {
      method: request.method,
      // Without its query, which may hold what nobody should read.
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
function introduce(request: Request, idHeader: string | null, requestId: string, signal: AbortSignal): Request {
  const outgoing = new Request(request.clone(), { signal });
  outgoing.headers.set('user-agent', userAgent);
  if (idHeader !== null) outgoing.headers.set(idHeader, requestId);
  return outgoing;
}

function timedOut(timeoutMs: number): CrossvaultError {
  const message = `The source did not finish its answer within ${timeoutMs / 1000} seconds.`;
  return new CrossvaultError({ code: 'source-timeout', message });
}
