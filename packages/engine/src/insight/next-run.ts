import type { Plan } from '@crossvault/core';
import { expandSchedule } from './expand-schedule.ts';

/**
 * A plan of which the vendor reports a schedule and no next run, with the run that is due next after an instant. A plan that is
 * switched off has none.
 */
export function withNextRun(plan: Plan, nowMs: number): Plan {
  if (plan.nextRunAt !== null || plan.schedule === null || plan.enabled === false) return plan;
  const next = expandSchedule(plan.schedule).nextAfter(nowMs);
  if (next === null) return plan;
  const nextRunAt = new Date(next.dueMs).toISOString();
  return { ...plan, nextRunAt, provenance: { ...plan.provenance, nextRunAt: 'computed' } };
}
