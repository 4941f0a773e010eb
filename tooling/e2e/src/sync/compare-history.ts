import { feedStart, type JobStore } from '@crossvault/core/store';
import type { TruthJob } from '@crossvault/simulators';

/** What is wrong with a stored history; all empty where nothing is. */
export interface HistoryFaults {
  readonly missing: readonly string[];
  readonly twice: readonly string[];
  /** Stored with other values than the vendor's. */
  readonly untrue: readonly string[];
  /** Where the feed, replayed from its beginning, does not lead to what is stored. */
  readonly feed: readonly string[];
  /** What the store finds wrong with itself. */
  readonly store: readonly string[];
}

export const soundHistory: HistoryFaults = { missing: [], twice: [], untrue: [], feed: [], store: [] };

/** A job as the store returns it. */
export interface ReportedJob {
  readonly id: string;
  readonly vendor: string;
  readonly nativeId: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly status: string;
  readonly depth: 'list' | 'full';
  readonly goneAt: string | null;
}

/** A job as its vendor has it. */
export interface TrueJob extends Pick<TruthJob, 'nativeId' | 'startedAt' | 'endedAt'> {
  readonly vendor: string;
  /** As a reader of the list sees it, and as one of the job alone does. */
  readonly status: string;
  readonly fullStatus: string;
}

type RunOf = Pick<ReportedJob | TrueJob, 'vendor' | 'nativeId' | 'startedAt'>;
/** Which run it is, whatever has become of it meanwhile. */
export const runOf = ({ vendor, nativeId, startedAt }: RunOf): string =>
  `${vendor} ${nativeId.toLowerCase()} ${startedAt ?? '-'}`;

export async function readJobs(store: JobStore): Promise<readonly ReportedJob[]> {
  const jobs: ReportedJob[] = [];
  const everything = { query: {}, since: null, startedAfter: null, startedBefore: null, words: [] };
  const rows = store.exportJobs(everything, { sort: '-startedAt', include: { tasks: false, raw: false } });
  for await (const { document } of rows) jobs.push(JSON.parse(document));
  return jobs;
}

const isSame = ({ status, endedAt, depth, goneAt }: ReportedJob, job: TrueJob): boolean =>
  status === (depth === 'full' ? job.fullStatus : job.status) && endedAt === job.endedAt && goneAt === null;

/** A whole history against what the vendors have: every job of these, each once, as it is, and a feed that leads there. */
export async function compareHistory(store: JobStore, truth: readonly TrueJob[]): Promise<HistoryFaults> {
  const jobs = await readJobs(store);
  const byRun = Map.groupBy(jobs, runOf);
  const truthByRun = Map.groupBy(truth, runOf);
  const untrue = truth.flatMap((job) => {
    const listed = byRun.get(runOf(job)) ?? [];
    if (listed.length === 0 || listed.some((each) => isSame(each, job))) return [];
    const [first] = listed.map(({ status, endedAt, goneAt }) => `${status} ${endedAt} ${goneAt}`);
    return [`${runOf(job)}: ${first}, not ${job.status} or ${job.fullStatus} ${job.endedAt}`];
  });
  return {
    missing: [...truthByRun].filter(([run, same]) => (byRun.get(run)?.length ?? 0) < same.length).map(([run]) => run),
    // A console has jobs of one id under several agents.
    twice: [...byRun]
      .filter(([run, same]) => same.length > Math.max(1, truthByRun.get(run)?.length ?? 0))
      .map(([run]) => run),
    untrue,
    feed: await compareFeed(store, jobs),
    store: await store.check(),
  };
}

/** Compares the result of following the feed from its beginning with the store. */
async function compareFeed(store: JobStore, jobs: readonly ReportedJob[]): Promise<readonly string[]> {
  const believed = new Map<string, string>();
  const faults: string[] = [];
  for (let after: string = feedStart, more = true; more; ) {
    const page = await store.changes({ after, limit: 5_000, connections: null, statuses: null });
    for (const { position, id, from, to } of page.changes) {
      if ((believed.get(id) ?? null) !== from) faults.push(`${position}: ${id} was ${believed.get(id)}, not ${from}`);
      if (to === null) believed.delete(id);
      else believed.set(id, to);
    }
    after = page.next;
    more = page.more;
  }
  for (const { id, status } of jobs)
    if (believed.get(id) !== status) faults.push(`${id}: ${believed.get(id)}, stored ${status}`);
  if (believed.size !== jobs.length) faults.push(`${believed.size} jobs by the feed, ${jobs.length} stored`);
  return faults;
}
