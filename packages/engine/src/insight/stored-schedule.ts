import type { Plan } from '@crossvault/core';

/**
 * A plan as it is stored, without a schedule that has no rules: earlier versions stored schedules as texts. Such a schedule is not
 * known until the plan is read again.
 */
export function withReadableSchedule(plan: Plan): Plan {
  if (plan.schedule === null || Array.isArray(plan.schedule.rules)) return plan;
  return { ...plan, schedule: null, provenance: { ...plan.provenance, schedule: 'missing' } };
}
