import {
  asRead,
  combine,
  type JobError,
  missing,
  type Reading,
  readText,
  Unreadable,
  unreadable,
} from '@crossvault/contract';
import { type JobAnswer, splitList } from './job-answer.ts';
import type { TaskWire } from './wire.ts';

/** The job's own message, then those of its objects; equal ones are counted. An empty message says that nothing failed. */
export function readErrors({ job }: JobAnswer): Reading<JobError[]> {
  const { known, lost } = splitList(job.lastSessionTasks);
  const own = readText(job.failureMessage);
  const ofTasks = known.map(readMessages);
  const messages = [own.value, ...ofTasks.flatMap(({ value }) => value)].filter((message) => message !== null);
  if (job.failureMessage === undefined && messages.length === 0 && lost.length === 0) return missing([]);
  const counts = new Map<string, number>();
  for (const message of messages) counts.set(message, (counts.get(message) ?? 0) + 1);
  const errors = [...counts].map(([message, count]) => ({
    code: null,
    message,
    recommendation: null,
    helpUrl: null,
    count,
  }));
  return combine(errors, [own, ...ofTasks, ...lost]);
}

function readMessages({ failureMessages }: TaskWire): Reading<string[]> {
  if (failureMessages === null || failureMessages === undefined) return asRead([]);
  if (failureMessages instanceof Unreadable) return unreadable([]);
  const readings = failureMessages.map(readText);
  return combine(
    readings.flatMap(({ value }) => value ?? []),
    readings,
  );
}
