import { isJsonObject, type JobContext, type JobRaw, type ParsedAnswers, parseWire } from '@crossvault/core';
import { toJobKey } from './key.ts';
import { type JobWire, jobWire } from './wire.ts';

/** Input of the rules: a job's answer, and the stamps of its type and its service. */
export interface JobAnswer {
  readonly id: string;
  readonly job: JobWire;
  /** The typed list that contains the job; null when none could be read. */
  readonly jobType: string | null;
  /** The service whose list contains the backup; null when it was not looked for. */
  readonly service: string | null;
}

export function parseJobAnswer(raw: JobRaw, context: JobContext): ParsedAnswers<JobAnswer> {
  const answer = raw.get ?? raw.list;
  if (!isJsonObject(answer)) return { kind: 'rejected', nativeId: null, reason: 'not-an-object' };
  const job = parseWire(jobWire, answer);
  const { id } = job;
  if (typeof id !== 'string' || id.trim() === '') {
    return { kind: 'rejected', nativeId: null, reason: 'no-readable-id' };
  }
  const { jobType = null, service = null } = context;
  return { kind: 'input', input: { id, job, jobType, service }, key: toJobKey(context.list, id) };
}
