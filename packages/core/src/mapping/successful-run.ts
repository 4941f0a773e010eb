import type { Job } from '../model/job.ts';

/**
 * Whether a job counts as a success of what it worked on: of its plan, its target, its connection. A success over nothing
 * protected nothing, and one that ends in the future has not happened; both keep their status, and are no last success anywhere.
 */
export function isSuccessfulRun({ status, anomalies }: Pick<Job, 'status' | 'anomalies'>): boolean {
  return status === 'succeeded' && !anomalies.includes('nothing-protected') && !anomalies.includes('future-end');
}
