import type { ProbeStep, SourceCondition } from '@crossvault/core';

/** A header tells whole seconds, and is under way for a part of one. */
const preciseSeconds = 1;
/** From here on a skew is said, and from here on tokens and signatures are refused for it. */
const noticedSeconds = 60;
const brokenSeconds = 300;
/** Fewer requests than these are gone with one list. */
const fewRequests = 10;

/** Steps that need no request of their own: what the last answers showed of the source's clock and of what is left. */
export function conditionSteps({ clockSkewSeconds, budget }: SourceCondition): readonly ProbeStep[] {
  return [
    ...(clockSkewSeconds === null ? [] : [toClockStep(clockSkewSeconds)]),
    ...(budget === null ? [] : [toBudgetStep(budget)]),
  ];
}

function toClockStep(skewSeconds: number): ProbeStep {
  const seconds = Math.abs(skewSeconds);
  const broken = seconds > brokenSeconds;
  return {
    name: 'clock',
    ok: !broken,
    detail:
      seconds <= preciseSeconds
        ? "The source's clock and this machine's agree."
        : `The source's clock is ${seconds} seconds ${skewSeconds > 0 ? 'ahead of' : 'behind'} this machine's.`,
    advice:
      seconds > noticedSeconds
        ? `Let both follow a time server (NTP): beyond ${brokenSeconds} seconds tokens and signatures are refused, and times of jobs cannot be compared.`
        : null,
    code: broken ? 'clock-skewed' : null,
    durationMs: 0,
  };
}

function toBudgetStep({ remaining, resetAt }: NonNullable<SourceCondition['budget']>): ProbeStep {
  const until = resetAt === null ? '' : `; it is filled up again at ${resetAt}`;
  return {
    name: 'budget',
    ok: true,
    detail: remaining === null ? `The source counts requests${until}.` : `${remaining} requests are left${until}.`,
    advice:
      remaining !== null && remaining < fewRequests
        ? 'Lower concurrency, or give this connection an account of its own: others use the same allowance.'
        : null,
    code: null,
    durationMs: 0,
  };
}
