import { type Action, CrossvaultError, hasEnded, type JobRecord } from '@crossvault/core';
import { z } from 'zod';
import { isOpen } from '../mapping/map-status.ts';
import type { PlanRequest } from './plan-requests.ts';
import type { PlanState } from './plan-state.ts';

const factsWire = z.object({
  plan: z.array(z.string()),
  /** Key of the run that the plan reported before; null: it reported none. */
  run: z.array(z.string()).nullable(),
  /** Start of that run where it had ended; a later run has another start. */
  endedRun: z.string().nullable(),
  /** How the runs of the plan show the change; null: not at all. */
  shows: z.enum(['new-run', 'end-of-run']).nullable(),
  /** Whether that run was in progress; null: stored by an earlier version. */
  wasOpen: z.boolean().nullable().default(null),
  /** From then on the schedule may have started a run; null where the console does not report. */
  nextRunAt: z.string().nullable().default(null),
});

/** Stored facts with which any process can determine the result of a change. */
export type WriteFacts = z.infer<typeof factsWire>;

export function toFacts({ action }: PlanRequest, { record, last, planAddress }: PlanState): WriteFacts {
  return {
    plan: [...record.key],
    run: last === null ? null : [...last.key],
    endedRun: endOf(last),
    shows: planAddress.family === 'policy' ? null : (signs[action] ?? null),
    wasOpen: last !== null && isOpen(last.job.status),
    nextRunAt: record.plan.nextRunAt,
  };
}

const signs: Partial<Record<PlanRequest['action'], WriteFacts['shows']>> = {
  run: 'new-run',
  retry: 'new-run',
  stop: 'end-of-run',
};

const endOf = (last: JobRecord | null): string | null =>
  last !== null && hasEnded(last.job.status, last.job.endedAt) ? last.job.startedAt : null;

export function parseFacts(facts: unknown, action: Action, connection: string): WriteFacts {
  const parsed = factsWire.safeParse(facts);
  if (parsed.success) return parsed.data;
  const message = `What was kept of this ${action} is none of the connector's own.`;
  throw new CrossvaultError({ code: 'internal-error', message, source: connection });
}

const trackingWire = z.object({ actionId: z.string().nullable() });

/** The action to poll; null: the console accepted the request, and the job shows its result. */
export type Tracking = z.infer<typeof trackingWire>;

/** Without valid tracking data only the job is checked. */
export const parseTracking = (tracking: unknown): Tracking =>
  trackingWire.safeParse(tracking).data ?? { actionId: null };
