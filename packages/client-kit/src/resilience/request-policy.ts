import type { CallOptions, ConnectorContext, SourceCondition } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import { type AnswerReaders, type BodyLimits, usualLimits } from '../http/answer.ts';
import { attempt, type Outcome } from './attempt.ts';
import { type CircuitPermit, createCircuit } from './circuit-breaker.ts';
import { type Allowance, createRequestRate, createRequestSlots } from './limits.ts';
import { backoffMs, createRetryAfterGate, createRetryQuota, type RetryReason } from './retry.ts';

export interface RequestPolicyOptions {
  readonly context: ConnectorContext;
  /** Address of the source, for error messages. */
  readonly baseUrl: string;
  /** The vendor's documented rate limit; absent where it documents none. */
  readonly allowance?: Allowance;
  /** Maximum number of attempts of a request. @default 5 */
  readonly attempts?: number;
  /** Time limit of one attempt, including its body. @default 20_000 */
  readonly attemptTimeoutMs?: number;
  /** Time limit of a request with all its attempts, where the caller sets no deadline. @default 60_000 */
  readonly totalMs?: number;
  /** Maximum wait of a vendor that is honoured. @default 15 minutes */
  readonly longestWaitMs?: number;
  /** Limits of one answer. @default 32 MiB, 100 levels */
  readonly limits?: BodyLimits;
}

/** How a request is sent. */
export interface Sending {
  /**
   * Whether it is sent again after a temporary failure. `unless-unreadable`: not after an unreadable answer, since
   * the request contains a credential, which the server then already has.
   */
  readonly retry: boolean | 'unless-unreadable';
  /** Called just before each attempt is sent; an earlier failure means that the request did not reach the vendor. */
  readonly onLeave?: () => void;
}

/** The limits and retries of one connection. All clients of the connection share it. */
export interface RequestPolicy {
  /**
   * Sends a request when its turn comes and reads the whole answer. `retry`: it is sent again after a temporary failure,
   * only for requests that change nothing. Rejects with a CrossvaultError when no answer could be read.
   */
  send(request: Request, readers: AnswerReaders, sending: Sending, call: CallOptions): Promise<Response>;
  condition(): SourceCondition;
}

/**
 * The order in which a request waits: first for a slot, so that the following conditions are checked when its turn has
 * come; then for the rate limit, the wait that the vendor requested, which may have begun meanwhile, and the
 * circuit breaker. Then it is sent.
 */
export function createRequestPolicy(options: RequestPolicyOptions): RequestPolicy {
  const { context, baseUrl, attempts = 5, attemptTimeoutMs = 20_000, totalMs = 60_000, limits = usualLimits } = options;
  const { clock, random, connection } = context;
  const slots = createRequestSlots(context.concurrency);
  const retryAfterGate = createRetryAfterGate(clock, connection, options.longestWaitMs);
  const rate = createRequestRate(clock, options.allowance ?? null);
  const circuit = createCircuit({ clock });
  const quota = createRetryQuota();
  let budget: SourceCondition['budget'] = null;
  let clockSkewSeconds: number | null = null;
  let sent = 0;
  let retried = 0;

  function enterCircuit(): CircuitPermit {
    const permit = circuit.enter();
    if (permit !== null) return permit;
    const waitSeconds = Math.ceil(circuit.waitMs / 1000);
    throw new CrossvaultError({
      code: 'circuit-open',
      message: `The circuit breaker is open after many consecutive failures: no request is sent for another ${waitSeconds} seconds.`,
      source: connection,
      retryAfterSeconds: waitSeconds,
    });
  }

  /** A request that is not sent returns its allowance. */
  async function waitForTurn(call: CallOptions): Promise<CircuitPermit> {
    await rate.take(call);
    try {
      await retryAfterGate.over(call);
      // The process may have been suspended meanwhile: another process may already look for the result of a late request.
      if (call.endsAtMs !== undefined && clock.monotonicMs() > call.endsAtMs) throw tooLate(connection);
      return enterCircuit();
    } catch (error) {
      rate.giveBack();
      throw error;
    }
  }

  const tryOnce = (
    request: Request,
    readers: AnswerReaders,
    number: number,
    onLeave: () => void,
    call: CallOptions,
  ): Promise<Outcome> =>
    slots.run(call.signal, async () => {
      const permit = await waitForTurn(call);
      sent += 1;
      if (number > 1) retried += 1;
      onLeave();
      try {
        const outcome = await attempt(
          request,
          readers,
          { context, baseUrl, number, timeoutMs: attemptTimeoutMs, limits },
          call,
        );
        note(outcome, readers, permit);
        return outcome;
      } catch (error) {
        // Only a cancelled call throws; that says nothing about the source.
        permit.settle('given-up');
        throw error;
      }
    });

  /** Updates the limits of the connection after an attempt. */
  function note(
    { answer, failure, retryReason, waitMs }: Outcome,
    readers: AnswerReaders,
    permit: CircuitPermit,
  ): void {
    if (waitMs !== null) retryAfterGate.extend(waitMs);
    if (retryReason === 'throttled' || failure?.code === 'source-timeout') slots.noteOverload();
    else if (retryReason === null) slots.noteSuccess();
    // A vendor that throttles or refuses is available.
    permit.settle(retryReason === 'transient' ? 'failure' : 'success');
    if (answer !== null) noteHeaders(answer.response, readers);
  }

  function noteHeaders(response: Response, readers: AnswerReaders): void {
    budget = readers.readBudget(response) ?? budget;
    if (typeof budget?.remaining === 'number') rate.limitTo(budget.remaining);
    const dateMs = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(dateMs)) clockSkewSeconds = Math.round((dateMs - clock.now()) / 1000);
  }

  /** The pause before the next attempt; null: no further attempt. */
  function planRetry({ retryReason, waitMs }: Outcome, number: number, lastMs: number): number | null {
    if (retryReason === null || number >= attempts) return null;
    const pauseMs = Math.max(waitMs ?? 0, backoffMs(retryReason, number, random));
    if (clock.monotonicMs() + pauseMs > lastMs) return null;
    return quota.take(retryReason) ? pauseMs : null;
  }

  return {
    async send(request, readers, { retry, onLeave = () => undefined }, call) {
      const lastMs = call.endsAtMs ?? clock.monotonicMs() + totalMs;
      let taken: RetryReason = null;
      for (let number = 1; ; number += 1) {
        const outcome = await tryOnce(request, readers, number, onLeave, call);
        const pauseMs = mayRepeat(outcome, retry) ? planRetry(outcome, number, lastMs) : null;
        if (pauseMs === null) {
          if (outcome.retryReason === null) quota.giveBack(taken);
          return settle(outcome);
        }
        taken = outcome.retryReason;
        await clock.sleep(pauseMs, { signal: call.signal });
      }
    },
    condition() {
      const waitMs = Math.max(circuit.waitMs, retryAfterGate.leftMs);
      return {
        budget,
        circuit: circuit.state,
        waitMs,
        until: waitMs > 0 ? new Date(clock.now() + waitMs).toISOString() : null,
        clockSkewSeconds,
        requests: { sent, retried },
      };
    },
  };
}

const tooLate = (source: string): CrossvaultError =>
  new CrossvaultError({
    code: 'source-timeout',
    message: 'The deadline of this request passed before it was sent.',
    source,
  });

const mayRepeat = ({ failure }: Outcome, retry: Sending['retry']): boolean =>
  retry === 'unless-unreadable' ? failure?.code !== 'answer-unreadable' : retry;

function settle({ answer, failure }: Outcome): Response {
  if (answer === null) throw failure;
  return answer.response;
}
