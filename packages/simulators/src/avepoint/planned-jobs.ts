import type { PlannedRun } from '../schedule/planned-run.ts';
import { type AvepointJob, growJob, growShape } from './fleet.ts';
import { objectTypeOf } from './plans.ts';

const WORDS = {
  succeeded: 'Finished',
  warning: 'Finished with Exception',
  failed: 'Failed',
  cancelled: 'Stopped',
} as const;

/** The job of a run; the vendor's times are whole seconds. */
export const jobOf = ({ plan, startMs, durationMs, outcome, random }: PlannedRun): AvepointJob => {
  const shape = growShape(random, {
    kind: 'backup',
    outcome: WORDS[outcome],
    failures: 'as-the-state-says',
    zone: 'utc',
    fraction: 'none',
  });
  const course = { startMs, durationMs, queuedForMs: 0, closingAfterMs: null };
  return { ...growJob(random, { shape, course, location: plan.list }), objectType: objectTypeOf(plan) };
};
