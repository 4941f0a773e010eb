import {
  type CallOptions,
  type Clock,
  CrossvaultError,
  type ErrorCode,
  orAbort,
  type ProbeReport,
  type ProbeStep,
  startDeadline,
} from '@crossvault/core';
import type { TokenSource } from '../auth/token-source.ts';

/** One step of a probe. Its text says what was seen; what it throws is why the step failed. */
export interface ProbeTry {
  readonly name: string;
  run(call: CallOptions): Promise<string>;
}

/** The first step of every probe: that a token can be had. Whether the vendor takes it shows with the next. */
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
  /** What this vendor's people should do about an error, beyond what the error says itself. */
  readonly advice?: Partial<Record<ErrorCode, string>>;
}

/** Tries the steps in order, up to the first that fails. Never rejects. */
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

/** The system's code of an error (`ECONNREFUSED`), or what it says where it has none. */
export function systemCodeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return systemCodeOf(error.errors[0]);
  return error instanceof Error ? error.message : 'unknown error';
}
