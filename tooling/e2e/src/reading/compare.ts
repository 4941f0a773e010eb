import type { Job } from '@crossvault/core';
import type { TruthJob } from '@crossvault/simulators';

/** Which job it is, whatever has become of it meanwhile. */
const identityOf = ({ vendor, nativeId }: Pick<Job | TruthJob, 'vendor' | 'nativeId'>): string =>
  `${vendor} ${nativeId}`;

/** The job as a reader of the list can know it. */
const factsOf = (job: Job | TruthJob): string =>
  [identityOf(job), job.nativeKind, job.status, job.nativeStatus, job.startedAt, job.endedAt].join(' | ');

/** What a reading listed wrong; all empty where it is whole. */
export interface Differences {
  readonly missing: readonly string[];
  readonly twice: readonly string[];
  readonly strange: readonly string[];
  /** Returned with values that it never had. */
  readonly untrue: readonly string[];
}

/**
 * A reading against the truth before and after it. Jobs that came or went while it was read may be listed or not; jobs that
 * existed all the time are listed, and no job is listed twice.
 */
export function compareWithTruth(
  jobs: readonly Job[],
  before: readonly TruthJob[],
  after: readonly TruthJob[],
): Differences {
  const listed = countOf(jobs);
  const [then, now] = [countOf(before), countOf(after)];
  const least = (identity: string): number => Math.min(then.get(identity) ?? 0, now.get(identity) ?? 0);
  const most = (identity: string): number => Math.max(then.get(identity) ?? 0, now.get(identity) ?? 0);
  return {
    missing: [...then.keys()].filter((identity) => (listed.get(identity) ?? 0) < least(identity)),
    twice: [...listed].filter(([identity, count]) => most(identity) > 0 && count > most(identity)).map(([one]) => one),
    strange: [...listed.keys()].filter((identity) => most(identity) === 0),
    untrue: findUntrue(jobs, before, after),
  };
}

export const wholeAndOnce: Differences = { missing: [], twice: [], strange: [], untrue: [] };

function findUntrue(jobs: readonly Job[], before: readonly TruthJob[], after: readonly TruthJob[]): readonly string[] {
  const later = new Set(after.map(factsOf));
  const steady = before.filter((job) => later.has(factsOf(job)));
  const [steadyFacts, steadyIdentities] = [new Set(steady.map(factsOf)), new Set(steady.map(identityOf))];
  const changing = new Set(before.filter((job) => !later.has(factsOf(job))).map(identityOf));
  return jobs
    .filter((job) => steadyIdentities.has(identityOf(job)) && !changing.has(identityOf(job)))
    .map(factsOf)
    .filter((facts) => !steadyFacts.has(facts));
}

function countOf(jobs: readonly (Job | TruthJob)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const job of jobs) counts.set(identityOf(job), (counts.get(identityOf(job)) ?? 0) + 1);
  return counts;
}
