import type { Job } from '@crossvault/contract';
import type { Criteria } from './criteria.ts';
import { matchesWords } from './text-search.ts';

const among = <T>(wanted: readonly T[] | undefined, value: T): boolean =>
  wanted === undefined || wanted.includes(value);

function names(
  wanted: readonly string[] | undefined,
  thing: { id: string | null; name: string | null } | null,
): boolean {
  if (wanted === undefined) return true;
  const own = [thing?.id?.toLowerCase(), thing?.name?.toLowerCase()];
  return wanted.some((name) => own.includes(name.toLowerCase()));
}

/** Started at or after; without a start only an end before it rules the job out. */
function startedSince(job: Job, bound: string | null): boolean {
  if (bound === null) return true;
  return job.startedAt === null ? job.endedAt === null || job.endedAt >= bound : job.startedAt >= bound;
}

/** Whether a job is what was asked for. Applied to every job, whatever the vendor has filtered already. */
export function matches(job: Job, criteria: Criteria, lowerBound: string | null): boolean {
  const { query, since, startedBefore } = criteria;
  const touchedSince = since === null || !job.ended || startedSince(job, since) || (job.endedAt ?? '') >= since;
  return (
    touchedSince &&
    startedSince(job, lowerBound) &&
    (startedBefore === null || job.startedAt === null || job.startedAt < startedBefore) &&
    among(query.status, job.status) &&
    among(query.kind, job.kind) &&
    among(query.trigger, job.trigger) &&
    (query.problem === undefined || query.problem === job.problem) &&
    names(query.target, job.target) &&
    names(query.plan, job.plan) &&
    (query.nativeId === undefined || query.nativeId.some((id) => id.toLowerCase() === job.nativeId.toLowerCase())) &&
    (criteria.words.length === 0 || matchesWords(job, criteria.words))
  );
}
