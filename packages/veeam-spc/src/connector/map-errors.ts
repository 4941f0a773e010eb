import { asRead, type JobError, missing, type Reading, readText } from '@crossvault/contract';
import type { JobAnswer } from './job-answer.ts';

/** A message that is there and empty says that nothing failed. */
export function readErrors({ job }: JobAnswer): Reading<JobError[]> {
  if (job.failureMessage === undefined) return missing([]);
  const { value, ...reading } = readText(job.failureMessage);
  if (value === null) return reading.provenance === 'unreadable' ? { ...reading, value: [] } : asRead([]);
  return asRead([{ code: null, message: value, recommendation: null, helpUrl: null, count: 1 }]);
}
