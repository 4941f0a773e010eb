import { hasEnded, type Job, type JobQuery } from '@crossvault/core';
import {
  type Absence,
  feedStart,
  type JobCriteria,
  type JobStore,
  type ListedRow,
  type Position,
  type PutObservation,
  type RowsRequest,
} from '@crossvault/core/store';
import { makeJob } from '../fakes/fake-connector.ts';

/** Minutes after the first of January 2026. */
export const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

/** The number of a reading at an instant, as if time and numbers went on together: far above all that a test takes. */
export const numberAt = (instant: string): number => 1_000_000 + (Date.parse(instant) - Date.UTC(2026, 0, 1)) / 60_000;

/** What is seen to be gone at a minute. */
export const absentAt = (minute: number): Absence => ({ at: at(minute), number: numberAt(at(minute)) });

/** A reading of a made-up job. `status` brings what follows from it; whatever is said beside it wins. */
export function reading(
  connection: string,
  nativeId: string,
  fields: Partial<Job> = {},
  more: Partial<PutObservation> = {},
): PutObservation {
  const status = fields.status ?? 'succeeded';
  const startedAt = fields.startedAt === undefined ? at(0) : fields.startedAt;
  const endedAt = fields.endedAt === undefined && hasEnded(status, null) ? at(10) : (fields.endedAt ?? null);
  const job = makeJob(connection, nativeId, {
    nativeStatus: status,
    problem: ['warning', 'failed', 'unknown'].includes(status),
    durationSeconds: null,
    ...fields,
    status,
    startedAt,
    endedAt,
    ended: hasEnded(status, endedAt),
  });
  const answer = { id: nativeId, status, size: fields.sizeBytes ?? null };
  const raw = job.depth === 'full' ? { get: answer } : { list: answer };
  const context = { connection, list: 'jobs', observedAt: job.observedAt };
  return {
    record: { key: [nativeId], job, raw, context },
    mapperVersion: 1,
    number: numberAt(job.observedAt),
    ...more,
  };
}

export const idOf = ({ record }: PutObservation): string => record.job.id;

export const everything: JobCriteria = { query: {}, since: null, startedAfter: null, startedBefore: null, words: [] };
export const asking = (query: JobQuery, more: Partial<JobCriteria> = {}): JobCriteria => ({
  ...everything,
  query,
  ...more,
});

export const firstRows: RowsRequest = {
  sort: '-startedAt',
  after: null,
  limit: 100,
  include: { tasks: false, raw: false },
};

/** The whole list, read page by page. */
export async function readPages(
  store: JobStore,
  criteria: JobCriteria,
  sort: RowsRequest['sort'],
  limit: number,
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: Position | null = null;
  for (;;) {
    const rows: readonly ListedRow[] = await store.listJobs(criteria, { ...firstRows, sort, after, limit });
    ids.push(...rows.map(({ position }) => position.id));
    const last = rows.at(-1);
    if (last === undefined) return ids;
    after = last.position;
  }
}

export const outcomesOf = async (store: JobStore, batch: readonly PutObservation[]): Promise<readonly string[]> =>
  (await store.putJobs(batch)).outcomes.map(({ outcome }) => outcome);

export const allChanges = { after: feedStart, limit: 10_000, connections: null, statuses: null } as const;

/** What the feed, replayed from its start, says of every job. */
export async function replay(store: JobStore): Promise<ReadonlyMap<string, string>> {
  const statuses = new Map<string, string>();
  const { changes } = await store.changes(allChanges);
  for (const { id, from, to } of changes) {
    if ((statuses.get(id) ?? null) !== from)
      throw new Error(`The feed says ${from} of ${id}, and said otherwise before.`);
    if (to === null) statuses.delete(id);
    else statuses.set(id, to);
  }
  return statuses;
}

/** What the store says of every job. */
export async function readStatuses(store: JobStore): Promise<ReadonlyMap<string, string>> {
  const statuses = new Map<string, string>();
  for await (const { document } of store.exportJobs(everything, firstRows)) {
    const { id, status }: Job = JSON.parse(document);
    statuses.set(id, status);
  }
  return statuses;
}

const always = { since: null, startedBefore: null, connections: null } as const;

/** What is kept of the numbers of jobs, and the same counted job by job. */
export async function readCounts(store: JobStore): Promise<Readonly<Record<'kept' | 'counted', unknown>>> {
  const told = await store.summary(always);
  const counts = new Map<string, Record<string, number>>();
  for await (const { connection, document } of store.exportJobs(everything, firstRows)) {
    const { status, problem }: Job = JSON.parse(document);
    const own = counts.get(connection) ?? { jobs: 0, problems: 0 };
    counts.set(connection, {
      ...own,
      jobs: (own['jobs'] ?? 0) + 1,
      problems: (own['problems'] ?? 0) + (problem ? 1 : 0),
      [status]: (own[status] ?? 0) + 1,
    });
  }
  const jobs = await store.countJobs();
  const kept = told
    .filter(({ connection }) => jobs.has(connection))
    .map(({ connection, counts: own, problems }) => [connection, { jobs: jobs.get(connection), problems, ...own }]);
  return { kept: Object.fromEntries(kept), counted: Object.fromEntries(counts) };
}
