import { isJsonObject, type JobContext, type JobRaw, type ParsedAnswers } from '@crossvault/core';
import { readId, toJobKey } from './key.ts';
import type { Owner } from './owner.ts';
import { type Run, readRun } from './run.ts';
import { either, type JobWire, parseJob } from './wire.ts';

/** Input of the rules: a job, whose it is, and the one run that it reports. */
export interface JobAnswer {
  readonly id: string;
  readonly owner: Owner;
  readonly job: JobWire;
  readonly run: Run;
  /** When it was read. */
  readonly observedAt: string;
}

const toOwner = (context: JobContext): Owner =>
  context['family'] === 'server'
    ? { family: 'server', id: context['server'] ?? '', name: null }
    : { family: 'agent', id: context['agent'] ?? '', name: context['agentName'] ?? null };

/** v2 calls it `id`, v3 `instanceUid`. */
export const jobIdOf = (job: JobWire): string | null => readId(either(job.id, job.instanceUid));

export function parseJobAnswer(raw: JobRaw, context: JobContext): ParsedAnswers<JobAnswer> {
  const answer = raw.get ?? raw.list;
  if (!isJsonObject(answer)) return { kind: 'rejected', nativeId: null, reason: 'not-an-object' };
  const job = parseJob(answer);
  const id = jobIdOf(job);
  const run = readRun(job, context['endedRun'] ?? null);
  // A definition that never ran has no run to be named; the connector counts those and does not return them.
  if (id === null || run === null) {
    return { kind: 'rejected', nativeId: id ?? readId(job.name), reason: 'no-readable-id' };
  }
  const owner = toOwner(context);
  return {
    kind: 'input',
    input: { id, owner, job, run, observedAt: context.observedAt },
    key: toJobKey(owner, id, job.name, run),
  };
}

/** Whether a row is a definition that has an id and never ran: no job, and no rejection either. */
export function neverRan(row: unknown): boolean {
  if (!isJsonObject(row)) return false;
  const job = parseJob(row);
  return jobIdOf(job) !== null && readRun(job, null) === null;
}
