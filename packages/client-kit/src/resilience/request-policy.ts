import { type CallOptions, type ConnectorContext, CrossvaultError, type SourceCondition } from '@crossvault/core';
import { type AnswerReaders, type BodyLimits, usualLimits } from '../http/answer.ts';
import { attempt, type Outcome } from './attempt.ts';
import { type CircuitPermit, createCircuit } from './circuit-breaker.ts';
import { type Allowance, createRequestRate, createRequestSlots } from './limits.ts';
import { backoffMs, createRetryAfterGate, createRetryQuota, type RetryReason } from './retry.ts';

export interface RequestPolicyOptions {
  readonly context: ConnectorContext;
  /** How errors name the place that is asked. */
  readonly baseUrl: string;
  /** What the vendor documents that it allows; absent where it documents nothing. */
  readonly allowance?: Allowance;
  /** How often one request is sent at the most. @default 5 */
  readonly attempts?: number;
  /** How long one attempt may take, its body included. @default 20_000 */
  readonly attemptTimeoutMs?: number;
  /** How long a request may take with all its attempts, where the caller has no deadline of its own. @default 60_000 */
  readonly totalMs?: number;
  /** The longest wait of the vendor's that is believed. @default 15 minutes */
  readonly longestWaitMs?: number;
  /** What is read of one answer at the most. @default 32 MiB, 100 levels */
  readonly limits?: BodyLimits;
}

/** How a request is sent. */
export interface Sending {
  /**
   * Whether it is sent again when that may help. `unless-unreadable`: not after an answer that could not be read, since
   * what was sent is a credential, and whatever answered has it.
   */
  readonly retry: boolean | 'unless-unreadable';
  /** Called each time just before the request leaves; what fails before that has not reached the vendor. */
  readonly onLeave?: () => void;
}

/** How one connection behaves towards its vendor. All clients of the connection share it. */
export interface RequestPolicy {
  /**
   * Sends a request when its turn comes and reads its answer to the end. `retry`: it is sent again when that may help,
   * only for requests that change nothing. Rejects with a CrossvaultError when no answer could be read.
   */
  send(request: Request, readers: AnswerReaders, sending: Sending, call: CallOptions): Promise<Response>;
  condition(): SourceCondition;
}

/**
 * The order in which a request is held up: a slot first, so that what follows is looked at when its turn has really
 * come; then the documented allowance, the wait that the vendor asked for, which may have begun meanwhile, and the
 * circuit. Then it leaves.
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
      message: `The source failed many times in a row and is left alone for another ${waitSeconds} seconds.`,
      source: connection,
      retryAfterSeconds: waitSeconds,
    });
  }

  /** The allowance is spent on requests that leave: one that does not gives it back. */
  async function waitForTurn(call: CallOptions): Promise<CircuitPermit> {
    await rate.take(call);
    try {
      await retryAfterGate.over(call);
      // The process may have stood still meanwhile: what leaves late may already be looked for elsewhere.
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
        // Only a caller that gave up comes here: that says nothing about the source.
        permit.settle('given-up');
        throw error;
      }
    });

  /** What everything that bounds the connection learns from an attempt. */
  function note(
    { answer, failure, retryReason, waitMs }: Outcome,
    readers: AnswerReaders,
    permit: CircuitPermit,
  ): void {
    if (waitMs !== null) retryAfterGate.extend(waitMs);
    if (retryReason === 'throttled' || failure?.code === 'source-timeout') slots.noteOverload();
    else if (retryReason === null) slots.noteSuccess();
    // A vendor that throttles, and one that refuses, is there and answers.
    permit.settle(retryReason === 'transient' ? 'failure' : 'success');
    if (answer !== null) noteHeaders(answer.response, readers);
  }

  function noteHeaders(response: Response, readers: AnswerReaders): void {
    budget = readers.readBudget(response) ?? budget;
    if (typeof budget?.remaining === 'number') rate.limitTo(budget.remaining);
    const dateMs = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(dateMs)) clockSkewSeconds = Math.round((dateMs - clock.now()) / 1000);
  }

  /** How long to wait before the next attempt; null: there is none. */
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
    message: 'The time for this request was over before it could leave.',
    source,
  });

const mayRepeat = ({ failure }: Outcome, retry: Sending['retry']): boolean =>
  retry === 'unless-unreadable' ? failure?.code !== 'answer-unreadable' : retry;

function settle({ answer, failure }: Outcome): Response {
  if (answer === null) throw failure;
  return answer.response;
}
