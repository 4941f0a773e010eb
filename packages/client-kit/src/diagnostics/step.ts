import {
  type CallOptions,
  type Clock,
  CrossvaultError,
  type ErrorCode,
  orAbort,
  type ProbeStep,
  startDeadline,
} from '@crossvault/core';

/** What a step found: something to go on with, or why there is nothing. */
export type Finding<Value> =
  | { readonly ok: true; readonly value: Value; readonly detail: string; readonly advice?: string }
  | { readonly ok: false; readonly detail: string; readonly advice: string; readonly code: ErrorCode };

export interface StepOptions {
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** What is tried, for the words of a step that took too long, and what to do then. */
  readonly what: string;
  readonly whenSlow: string;
}

/** A step that was done: for the probe, and for the step after it (null: there is none). */
export interface DoneStep<Value> {
  readonly step: ProbeStep;
  readonly value: Value | null;
}

/** Tries one step within its time. Never rejects: who gives up gets a step that says so. */
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
  const advice = code === 'source-timeout' ? whenSlow : 'Try again; if it stays, the message says where to look.';
  return { ok: false, detail: message, advice, code };
}
