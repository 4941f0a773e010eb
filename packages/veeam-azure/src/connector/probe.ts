import {
  type CallOptions,
  type Clock,
  CrossvaultError,
  type ErrorCode,
  type ProbeReport,
  type ProbeStep,
} from '@crossvault/contract';

/** What a step of the probe does; its text says what was seen. */
interface ProbeTry {
  readonly name: string;
  run(call: CallOptions): Promise<string>;
}

const advice: Partial<Record<ErrorCode, string>> = {
  'source-not-found': 'Check baseUrl, and whether the appliance still serves the configured apiVersion.',
};

/** Tries the steps in order, up to the first that fails. */
export async function probeInSteps(tries: readonly ProbeTry[], clock: Clock, call: CallOptions): Promise<ProbeReport> {
  const steps: ProbeStep[] = [];
  for (const { name, run } of tries) {
    const startedAt = clock.now();
    const outcome = await run(call).then(
      (detail) => ({ ok: true, detail }),
      (error: unknown) => ({ ok: false, detail: toDetail(CrossvaultError.from(error)) }),
    );
    steps.push({ name, ...outcome, durationMs: clock.now() - startedAt });
    if (!outcome.ok) break;
  }
  return { ok: steps.every((step) => step.ok), steps, deniedFields: [] };
}

const toDetail = (error: CrossvaultError): string =>
  [error.message, advice[error.code]].filter((sentence) => sentence !== undefined).join(' ');
