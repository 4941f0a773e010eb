import { isSettled, type JobStatus, type Operation } from '@crossvault/core';
import type { WaitOptions } from '@crossvault/engine';

export const timedOutExitCode = 5;
export const failedExitCode = 4;

const exitCodes: Partial<Readonly<Record<JobStatus, number>>> = {
  warning: 3,
  skipped: 3,
  failed: failedExitCode,
  cancelled: failedExitCode,
  unknown: failedExitCode,
};

/** The exit code of a job's result. */
export const toJobExitCode = (status: JobStatus): number => exitCodes[status] ?? 0;

/** The exit code of an operation: of a failed request, else of the worst job that counts. */
export function toOperationExitCode(operation: Operation, until: WaitOptions['until']): number {
  if (!isSettled(operation)) return 0;
  if (operation.status !== 'done') return failedExitCode;
  return until === 'operation' || operation.outcome === null ? 0 : toJobExitCode(operation.outcome);
}
