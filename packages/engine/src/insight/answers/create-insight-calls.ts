import { CrossvaultError } from '@crossvault/core';
import type { InsightCalls } from './insight-calls.ts';

export function createInsightCalls(absentStore: string | null): InsightCalls {
  const refuse = async (): Promise<never> => {
    throw new CrossvaultError({ code: 'store-missing', message: absentStore ?? 'There is no store.' });
  };
  return {
    today: refuse,
    findings: refuse,
    finding: refuse,
    explainFinding: refuse,
    acknowledgeFinding: refuse,
    muteFinding: refuse,
    excuseFinding: refuse,
    overrides: refuse,
    occurrences: refuse,
    occurrence: refuse,
    calendar: refuse,
    sla: refuse,
  };
}
