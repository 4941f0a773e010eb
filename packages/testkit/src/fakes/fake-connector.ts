import {
  type Connector,
  CrossvaultError,
  type Job,
  type JobKey,
  type JobList,
  type JobRecord,
  type ListQuery,
  type Rejection,
  type SourceCondition,
  toJobId,
} from '@crossvault/core';

/** A job of a made-up vendor: a succeeded backup, but for what is said otherwise. */
export function makeJob(connection: string, nativeId: string, overrides: Partial<Job> = {}): Job {
  return {
    id: toJobId(connection, [nativeId]),
    connection,
    vendor: 'fake',
    nativeId,
    kind: 'backup',
    nativeKind: 'Backup',
    status: 'succeeded',
    nativeStatus: 'Success',
    ended: true,
    problem: false,
    trigger: 'unknown',
    target: null,
    plan: null,
    startedAt: '2026-01-01T00:00:00.000Z',
    endedAt: '2026-01-01T00:10:00.000Z',
    durationSeconds: 600,
    progressPercent: null,
    sizeBytes: null,
    transferredBytes: null,
    counts: null,
    tasks: [],
    errors: [],
    actions: [],
    details: {},
    links: {},
    depth: 'list',
    observedAt: '2026-01-02T00:00:00.000Z',
    goneAt: null,
    provenance: {},
    anomalies: [],
    tenant: null,
    ...overrides,
  };
}

/** How the made-up vendor behaves. A test changes it while the engine reads. */
export interface FakeVendor {
  jobs: Job[];
  rejected: Rejection[];
  withoutRun: number;
  order: JobList['order'];
  nativeFilters: JobList['nativeFilters'];
  /** Rows on a page, whatever was asked for. */
  pageSize: number;
  /** How the vendor really sorts; newest first by default. */
  sort: (jobs: readonly Job[]) => readonly Job[];
  /** It takes filters and does not apply them. */
  ignoresFilters: boolean;
  /** Thrown by every request while it is set. */
  failure: CrossvaultError | null;
  /** Requests from this one on fail (counted from 1), null: none. */
  failsFromRequest: number | null;
  /** Thrown when it is asked which lists it has, while it is set. */
  listsFailure: CrossvaultError | null;
  /** After every so many pages of a reading it points elsewhere instead of to the next page; null: never. */
  refusedLinkAfter: number | null;
  /** It never answers, and does not listen to the signal. */
  hangs: boolean;
  requests: { readonly query: ListQuery; readonly token: string | null }[];
  condition: SourceCondition;
}

/** Of a vendor with which everything is well. */
export const goodCondition: SourceCondition = {
  budget: null,
  circuit: 'closed',
  waitMs: 0,
  until: null,
  clockSkewSeconds: null,
  requests: { sent: 0, retried: 0 },
};

export const newestFirst = (jobs: readonly Job[]): readonly Job[] =>
  jobs.toSorted((a, b) => (b.startedAt ?? '9').localeCompare(a.startedAt ?? '9'));

export function createFakeVendor(overrides: Partial<FakeVendor> = {}): FakeVendor {
  return {
    jobs: [],
    rejected: [],
    withoutRun: 0,
    order: 'newest-first',
    nativeFilters: ['startedAfter', 'startedBefore', 'status'],
    pageSize: 10,
    sort: newestFirst,
    ignoresFilters: false,
    failure: null,
    failsFromRequest: null,
    listsFailure: null,
    refusedLinkAfter: null,
    hangs: false,
    requests: [],
    condition: goodCondition,
    ...overrides,
  };
}

/** A connector over a {@link FakeVendor}: one list, paged by offset as a careless vendor would. */
export function createFakeConnector(connection: string, vendor: FakeVendor): Connector {
  const toRecord = (job: Job): JobRecord => ({
    key: [job.nativeId],
    job,
    raw: { list: { id: job.nativeId } },
    context: { connection, list: 'jobs', observedAt: job.observedAt },
  });
  async function answer<T>(make: () => T): Promise<T> {
    if (vendor.hangs) return new Promise<T>(() => undefined);
    if (vendor.failure !== null) throw vendor.failure;
    if (vendor.failsFromRequest !== null && vendor.requests.length >= vendor.failsFromRequest) {
      throw new CrossvaultError({ code: 'source-error', message: 'The made-up vendor is broken.', source: connection });
    }
    return make();
  }
  const find = (key: JobKey): Job => {
    const job = vendor.jobs.find(({ nativeId }) => nativeId === key[0]);
    if (job !== undefined) return job;
    throw new CrossvaultError({ code: 'job-not-found', message: `No job ${key[0]}.`, source: connection });
  };
  return {
    vendor: 'fake',
    history: 'complete',
    addresses: [],
    condition: () => vendor.condition,
    jobLists: async () => {
      if (vendor.listsFailure !== null) throw vendor.listsFailure;
      return [{ key: 'jobs', order: vendor.order, nativeFilters: vendor.nativeFilters }];
    },
    listJobs(_list, query, page) {
      vendor.requests.push({ query, token: page.token });
      return answer(() => {
        const rows = vendor.sort(vendor.jobs).filter((job) => vendor.ignoresFilters || passes(job, query));
        const offset = Number(page.token ?? 0);
        const end = offset + vendor.pageSize;
        const isRefused = end < rows.length && offset / vendor.pageSize + 1 === vendor.refusedLinkAfter;
        return {
          records: rows.slice(offset, end).map(toRecord),
          rejected: offset === 0 ? vendor.rejected : [],
          withoutRun: offset === 0 ? vendor.withoutRun : 0,
          next: end < rows.length && !isRefused ? String(end) : null,
          warnings: isRefused ? ['link-refused'] : [],
        };
      });
    },
    findJobs: (nativeId) =>
      answer(() => vendor.jobs.filter((job) => job.nativeId === nativeId).map((job) => [job.nativeId])),
    getJob: (key) => answer(() => toRecord(find(key))),
    explainJob: () => null,
    mapJob: () => ({
      kind: 'rejected',
      rejection: { nativeId: null, reason: 'not-an-object', value: null },
    }),
    mapperVersion: 1,
    probe: () => answer(() => ({ ok: true, steps: [], deniedFields: [] })),
    close: async () => undefined,
  };
}

/** The filters as this vendor applies them: on the start, inclusive on both sides; rows without a start pass none of them. */
function passes(job: Job, query: ListQuery): boolean {
  const { startedAfter, startedBefore, status } = query;
  if (status !== null && !status.includes(job.status)) return false;
  if (job.startedAt === null) return startedAfter === null && startedBefore === null;
  return (
    (startedAfter === null || job.startedAt >= startedAfter) &&
    (startedBefore === null || job.startedAt <= startedBefore)
  );
}
