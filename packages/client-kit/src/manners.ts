import { type CallOptions, type ConnectorContext, CrossvaultError, type SourceCondition } from '@crossvault/contract';
import type { AnswerReaders } from './answer-readers.ts';
import { attempt } from './attempt.ts';
import { createCircuit } from './circuit.ts';
import type { Outcome } from './outcome.ts';
import { type BodyLimits, usualLimits } from './read-body.ts';
import { type Allowance, createRequestRate } from './request-rate.ts';
import { createRequestSlots } from './request-slots.ts';
import { backoffMs, createRetryQuota, type Trouble } from './retry-policy.ts';
import { createVendorsWait } from './vendors-wait.ts';

export interface MannersOptions {
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
  /** What is read of one answer at the most. @default 32 MiB, 100 levels */
  readonly limits?: BodyLimits;
}

/** How a request is sent. */
export interface Sending {
  readonly retry: boolean;
  /** Called each time just before the request leaves; what fails before that has not reached the vendor. */
  readonly onLeave?: () => void;
}

/** How one connection behaves towards its vendor. All clients of the connection share it. */
export interface Manners {
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
export function createManners(options: MannersOptions): Manners {
  const { context, baseUrl, attempts = 5, attemptTimeoutMs = 20_000, totalMs = 60_000, limits = usualLimits } = options;
  const { clock, random, connection } = context;
  const slots = createRequestSlots(context.concurrency);
  const vendorsWait = createVendorsWait(clock, connection);
  const rate = createRequestRate(clock, options.allowance ?? null);
  const circuit = createCircuit({ clock });
  const quota = createRetryQuota();
  let budget: SourceCondition['budget'] = null;
  let clockSkewSeconds: number | null = null;
  let sent = 0;
  let retried = 0;

  function enterCircuit(): void {
    if (circuit.enter()) return;
    const waitSeconds = Math.ceil(Math.max(0, (circuit.openUntilMs ?? 0) - clock.now()) / 1000);
    throw new CrossvaultError({
      code: 'circuit-open',
      message: `The source failed many times in a row and is left alone for another ${waitSeconds} seconds.`,
      source: connection,
      retryAfterSeconds: waitSeconds,
    });
  }

  const tryOnce = (
    request: Request,
    readers: AnswerReaders,
    number: number,
    onLeave: () => void,
    call: CallOptions,
  ): Promise<Outcome> =>
    slots.run(call.signal, async () => {
      await rate.take(call);
      await vendorsWait.over(call);
      enterCircuit();
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
        note(outcome, readers);
        return outcome;
      } catch (error) {
        // Only a caller that gave up comes here: that says nothing about the source.
        circuit.settle('given-up');
        throw error;
      }
    });

  /** What everything that bounds the connection learns from an attempt. */
  function note({ answer, failure, trouble, waitMs }: Outcome, readers: AnswerReaders): void {
    if (waitMs !== null) vendorsWait.extend(waitMs);
    if (trouble === 'throttled' || failure?.code === 'source-timeout') slots.noteOverload();
    else if (trouble === null) slots.noteSuccess();
    // A vendor that throttles, and one that refuses, is there and answers.
    circuit.settle(trouble === 'transient' ? 'failure' : 'success');
    if (answer !== null) noteHeaders(answer.response, readers);
  }

  function noteHeaders(response: Response, readers: AnswerReaders): void {
    budget = readers.readBudget(response) ?? budget;
    if (typeof budget?.remaining === 'number') rate.limitTo(budget.remaining);
    const dateMs = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(dateMs)) clockSkewSeconds = Math.round((dateMs - clock.now()) / 1000);
  }

  /** How long to wait before the next attempt; null: there is none. */
  function planRetry({ trouble, waitMs }: Outcome, number: number, lastMs: number): number | null {
    if (trouble === null || number >= attempts) return null;
    const pauseMs = Math.max(waitMs ?? 0, backoffMs(trouble, number, random));
    if (clock.now() + pauseMs > lastMs) return null;
    return quota.take(trouble) ? pauseMs : null;
  }

  return {
    async send(request, readers, { retry, onLeave = () => undefined }, call) {
      const lastMs = call.endsAtMs ?? clock.now() + totalMs;
      let taken: Trouble = null;
      for (let number = 1; ; number += 1) {
        const outcome = await tryOnce(request, readers, number, onLeave, call);
        const pauseMs = retry ? planRetry(outcome, number, lastMs) : null;
        if (pauseMs === null) {
          if (outcome.trouble === null) quota.giveBack(taken);
          return settle(outcome);
        }
        taken = outcome.trouble;
        await clock.sleep(pauseMs, { signal: call.signal });
      }
    },
    condition() {
      const untilMs = Math.max(circuit.openUntilMs ?? 0, vendorsWait.untilMs);
      return {
        budget,
        circuit: circuit.state,
        until: untilMs > clock.now() ? new Date(untilMs).toISOString() : null,
        clockSkewSeconds,
        requests: { sent, retried },
      };
    },
  };
}

function settle({ answer, failure }: Outcome): Response {
  if (answer === null) throw failure;
  return answer.response;
}
