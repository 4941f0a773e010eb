import type { ListedJob } from '@crossvault/core';
import type { JobTrend } from '../../output/report/manager-report.ts';

/** A mean that is kept without its values. */
interface Mean {
  readonly count: number;
  readonly sum: number;
}

interface Day {
  readonly seconds: Mean;
  readonly bytes: Mean;
}

interface Kept {
  readonly connection: string;
  readonly name: string;
  longest: number;
  /** By the day of their starts. */
  readonly days: Map<number, Day>;
}

const dayMs = 86_400_000;
/** Fewer jobs than this in a third of the span say nothing about growth. */
const leastJobs = 3;
const isGrowing = 1.25;
const shown = 10;

const madeSomething: ReadonlySet<string> = new Set(['succeeded', 'warning']);

const none: Mean = { count: 0, sum: 0 };
const plus = (mean: Mean, value: number | null): Mean =>
  value === null ? mean : { count: mean.count + 1, sum: mean.sum + value };
const joined = (means: readonly Mean[]): Mean =>
  means.reduce((one, other) => ({ count: one.count + other.count, sum: one.sum + other.sum }), none);
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

export function createJobTrends(): JobTrends {
  const kept = new Map<string, Kept>();

  function keptOf({ connection, target, plan }: ListedJob): Kept | null {
    const name = target?.name ?? target?.id ?? plan?.name ?? plan?.id ?? null;
    if (name === null) return null;
    const key = JSON.stringify([connection, name]);
    const own = kept.get(key) ?? { connection, name, longest: 0, days: new Map<number, Day>() };
    kept.set(key, own);
    return own;
  }
  const trends = (): readonly JobTrend[] => [...kept.values()].flatMap((each) => toTrend(each) ?? []);
  const growthOf = ({ durationGrowth, sizeGrowth }: JobTrend): number => Math.max(durationGrowth ?? 0, sizeGrowth ?? 0);

  return {
    add(job) {
      const { startedAt, durationSeconds } = job;
      if (startedAt === null || durationSeconds === null || !madeSomething.has(job.status)) return;
      const own = keptOf(job);
      if (own === null) return;
      const day = Math.floor(Date.parse(startedAt) / dayMs);
      const { seconds, bytes } = own.days.get(day) ?? { seconds: none, bytes: none };
      own.longest = Math.max(own.longest, durationSeconds);
      own.days.set(day, {
        seconds: plus(seconds, durationSeconds),
        bytes: plus(bytes, job.sizeBytes ?? job.transferredBytes),
      });
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

/** The first and the last third are those of the days between its own first job and its last one. */
function toTrend({ connection, name, longest, days }: Kept): JobTrend | null {
  const all = [...days.values()];
  const seconds = joined(all.map((day) => day.seconds));
  const meanSeconds = toMean(seconds);
  if (meanSeconds === null) return null;
  const [from, until] = [Math.min(...days.keys()), Math.max(...days.keys()) + 1];
  const third = (until - from) / 3;
  const within = (isWithin: (day: number) => boolean): readonly Day[] =>
    [...days].flatMap(([day, kept]) => (isWithin(day) ? [kept] : []));
  const [first, last] = [within((day) => day < from + third), within((day) => day >= until - third)];
  return {
    connection,
    name,
    jobs: seconds.count,
    meanSeconds,
    longestSeconds: longest,
    durationGrowth: toGrowth(joined(first.map((day) => day.seconds)), joined(last.map((day) => day.seconds))),
    sizeGrowth: toGrowth(joined(first.map((day) => day.bytes)), joined(last.map((day) => day.bytes))),
    meanSizeBytes: toMean(joined(all.map((day) => day.bytes))),
  };
}
