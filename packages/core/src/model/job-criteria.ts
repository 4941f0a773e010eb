import type { Job } from './job.ts';
import type { JobQuery } from './job-query.ts';
import { matchesWords } from './search-words.ts';

/**
 * What is asked for, with every relative word made absolute. `since`, `startedAfter`, `startedBefore` and `q` of the query
 * stand here as what they mean; what `query` itself says of them is not read.
 */
export interface JobCriteria {
  readonly query: JobQuery;
  /** What `since` means in this reading; null without it. */
  readonly since: string | null;
  /** Inclusive; null where there is no lower bound. */
  readonly startedAfter: string | null;
  /** Exclusive; null where there is no upper bound. */
  readonly startedBefore: string | null;
  /** The words of `q`. */
  readonly words: readonly string[];
}

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

/**
 * Whether a job is what was asked for; of which connections and vendors is the caller's to see to. Applied to every live
 * job, whatever the vendor has filtered already; a store answers as if it had been applied to all that it holds.
 */
export function matchesCriteria(job: Job, criteria: JobCriteria, lowerBound = criteria.startedAfter): boolean {
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
