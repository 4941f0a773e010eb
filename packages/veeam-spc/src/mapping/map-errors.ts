import {
  asRead,
  combine,
  type JobError,
  missing,
  type Reading,
  readText,
  Unreadable,
  unreadable,
} from '@crossvault/core';
import type { JobAnswer } from './job-answer.ts';
import { splitList, type TaskWire } from './wire.ts';

/** The job's own message, then those of its objects. An empty message says that nothing failed. */
export function readErrors({ job }: JobAnswer): Reading<JobError[]> {
  const { known, lost } = splitList(job.lastSessionTasks);
  const own = readText(job.failureMessage);
  if (known.length === 0 && lost.length === 0 && own.value === null) return readNoErrors(job, own);
  const ofTasks = known.map(readMessages);
  const messages = [own.value, ...ofTasks.flatMap(({ value }) => value)].filter((message) => message !== null);
  if (job.failureMessage === undefined && messages.length === 0 && lost.length === 0) return missing([]);
  const errors = messages.map((message) => ({ code: null, message, recommendation: null, helpUrl: null, count: 1 }));
  return combine(errors, [own, ...ofTasks, ...lost]);
}

/** Without tasks and without a message of its own. A job that does not report the field says nothing about errors. */
const readNoErrors = (job: JobAnswer['job'], own: Reading<string | null>): Reading<JobError[]> =>
  job.failureMessage === undefined ? missing([]) : combine([], [own]);

function readMessages({ failureMessages }: TaskWire): Reading<string[]> {
  if (failureMessages === null || failureMessages === undefined) return asRead([]);
  if (failureMessages instanceof Unreadable) return unreadable([]);
  const readings = failureMessages.map(readText);
  return combine(
    readings.flatMap(({ value }) => value ?? []),
    readings,
  );
}
