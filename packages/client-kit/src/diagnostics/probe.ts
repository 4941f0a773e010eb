import type { CallOptions, Clock, ErrorCode, ProbeReport, ProbeStep } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import { orAbort, startDeadline } from '@crossvault/core/ports';
import type { TokenSource } from '../auth/token-source.ts';

/** One step of a probe. It returns the detail of a success and throws the reason of a failure. */
export interface ProbeTry {
  readonly name: string;
  run(call: CallOptions): Promise<string>;
}

/** The first step of every probe: requests a token. The next step shows whether the vendor accepts it. */
export function tryToken(tokens: TokenSource, detail: string): ProbeTry {
  return {
    name: 'token',
    async run(call) {
      await tokens.get(call);
      return detail;
    },
  };
}

export interface ProbeOptions {
  readonly clock: Clock;
  /** Advice of this vendor for an error code, beyond the error's message. */
  readonly advice?: Partial<Record<ErrorCode, string>>;
}

/** Runs the steps in order, up to the first that fails. Never rejects. */
export async function runProbe(
  tries: readonly ProbeTry[],
  options: ProbeOptions,
  call: CallOptions,
): Promise<ProbeReport> {
  const steps: ProbeStep[] = [];
  for (const { name, run } of tries) {
    const startedMs = options.clock.monotonicMs();
    const outcome = await run(call).then(
      (detail) => ({ ok: true, detail, advice: null, code: null }),
      (error: unknown) => explain(CrossvaultError.from(error), options.advice ?? {}),
    );
    steps.push({ name, ...outcome, durationMs: options.clock.monotonicMs() - startedMs });
    if (!outcome.ok) break;
  }
  return { ok: steps.every(({ ok }) => ok), steps, deniedFields: [] };
}

function explain({ code, message }: CrossvaultError, advice: Partial<Record<ErrorCode, string>>) {
  return { ok: false, detail: message, advice: advice[code] ?? null, code };
}

/** Result of a step: a value for the next step, or the reason of the failure. */
export type Finding<Value> =
  | { readonly ok: true; readonly value: Value; readonly detail: string; readonly advice?: string }
  | { readonly ok: false; readonly detail: string; readonly advice: string; readonly code: ErrorCode };

export interface StepOptions {
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** Name of the action, for the message of a step that took too long, and the advice for it. */
  readonly what: string;
  readonly whenSlow: string;
}

/** A finished step, and its value for the next one (null: it failed). */
export interface DoneStep<Value> {
  readonly step: ProbeStep;
  readonly value: Value | null;
}

/** Runs one step with a time limit. Never rejects: after a cancellation it returns a failed step. */
export async function runStep<Value>(
  name: string,
  options: StepOptions,
  call: CallOptions,
  run: (signal: AbortSignal) => Promise<Finding<Value>>,
): Promise<DoneStep<Value>> {
  const { clock, timeoutMs } = options;
  const startedMs = clock.monotonicMs();
  const deadline = startDeadline(clock, timeoutMs, () => tooSlow(options), call.signal);
  const finding = await orAbort(deadline.signal, () => run(deadline.signal)).catch((error: unknown) =>
    toFailure(deadline.signal.aborted ? deadline.signal.reason : error, options),
  );
  deadline.release();
  const { ok, detail, advice = null } = finding;
  return {
    step: {
      name,
      ok,
      detail,
      advice,
      code: ok ? null : finding.code,
      durationMs: clock.monotonicMs() - startedMs,
    },
    value: ok ? finding.value : null,
  };
}

const tooSlow = ({ what, timeoutMs }: StepOptions): CrossvaultError =>
  new CrossvaultError({ code: 'source-timeout', message: `${what} took longer than ${timeoutMs / 1000} seconds.` });

function toFailure(error: unknown, { whenSlow }: StepOptions): Finding<never> {
  const { code, message } = CrossvaultError.from(error);
  const advice =
    code === 'source-timeout' ? whenSlow : 'Try again; if the error persists, its message names the cause.';
  return { ok: false, detail: message, advice, code };
}

/** The system's code of an error (`ECONNREFUSED`), or its message where it has none. */
export function systemCodeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return systemCodeOf(error.errors[0]);
  return error instanceof Error ? error.message : 'unknown error';
}
