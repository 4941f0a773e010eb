import {
  type CallOptions,
  type Clock,
  CrossvaultError,
  type ErrorCode,
  type ProbeReport,
  type ProbeStep,
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
