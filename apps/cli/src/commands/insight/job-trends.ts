import type { ListedJob } from '@crossvault/core';
import type { JobTrend } from '../../output/report/manager-report.ts';

/** A mean that is kept without its values. */
interface Mean {
  count: number;
  sum: number;
}

interface Kept {
  readonly connection: string;
  readonly name: string;
  longest: number;
  readonly seconds: Mean;
  readonly bytes: Mean;
  readonly ends: Readonly<Record<'first' | 'last', { readonly seconds: Mean; readonly bytes: Mean }>>;
}

/** Fewer jobs than this in a third of the span say nothing about growth. */
const leastJobs = 3;
const isGrowing = 1.25;
const shown = 10;

const madeSomething: ReadonlySet<string> = new Set(['succeeded', 'warning']);

const createMean = (): Mean => ({ count: 0, sum: 0 });
const add = (mean: Mean, value: number | null): void => {
  if (value === null) return;
  mean.count += 1;
  mean.sum += value;
};
const toMean = ({ count, sum }: Mean): number | null => (count === 0 ? null : sum / count);
const toGrowth = (first: Mean, last: Mean): number | null =>
  first.count < leastJobs || last.count < leastJobs || first.sum === 0
    ? null
    : last.sum / last.count / (first.sum / first.count);

/** Collects how long jobs took and how large they were, in memory that grows with what is backed up and not with jobs. */
export interface JobTrends {
  add(job: ListedJob): void;
  slowest(): readonly JobTrend[];
  /** Those that grew by a quarter or more, in time or in size. */
  growing(): readonly JobTrend[];
}

export function createJobTrends(fromMs: number, untilMs: number): JobTrends {
  const kept = new Map<string, Kept>();
  const third = (untilMs - fromMs) / 3;

  function endOf(startedAt: string): 'first' | 'last' | null {
    const at = Date.parse(startedAt);
    if (at < fromMs + third) return 'first';
    return at >= untilMs - third ? 'last' : null;
  }
  function keptOf({ connection, target, plan }: ListedJob): Kept | null {
    const name = target?.name ?? target?.id ?? plan?.name ?? plan?.id;
    if (name === undefined || name === null) return null;
    const key = JSON.stringify([connection, name]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const ends = {
      first: { seconds: createMean(), bytes: createMean() },
      last: { seconds: createMean(), bytes: createMean() },
    };
    const fresh = { connection, name, longest: 0, seconds: createMean(), bytes: createMean(), ends };
    kept.set(key, fresh);
    return fresh;
  }
  const trends = (): readonly JobTrend[] =>
    [...kept.values()].flatMap(({ connection, name, longest, seconds, bytes, ends: { first, last } }) => {
      const meanSeconds = toMean(seconds);
      if (meanSeconds === null) return [];
      return {
        connection,
        name,
        jobs: seconds.count,
        meanSeconds,
        longestSeconds: longest,
        durationGrowth: toGrowth(first.seconds, last.seconds),
        sizeGrowth: toGrowth(first.bytes, last.bytes),
        meanSizeBytes: toMean(bytes),
      };
    });
  const growthOf = ({ durationGrowth, sizeGrowth }: JobTrend): number => Math.max(durationGrowth ?? 0, sizeGrowth ?? 0);

  return {
    add(job) {
      const { startedAt, durationSeconds } = job;
      if (startedAt === null || durationSeconds === null || !madeSomething.has(job.status)) return;
      const own = keptOf(job);
      if (own === null) return;
      const bytes = job.sizeBytes ?? job.transferredBytes;
      own.longest = Math.max(own.longest, durationSeconds);
      add(own.seconds, durationSeconds);
      add(own.bytes, bytes);
      const end = endOf(startedAt);
      if (end === null) return;
      add(own.ends[end].seconds, durationSeconds);
      add(own.ends[end].bytes, bytes);
    },
    slowest: () =>
      trends()
        .toSorted((one, other) => other.meanSeconds - one.meanSeconds)
        .slice(0, shown),
    growing: () =>
      trends()
        .filter((trend) => growthOf(trend) >= isGrowing)
        .toSorted((one, other) => growthOf(other) - growthOf(one))
        .slice(0, shown),
  };
}
