import {
  type Clock,
  type Connector,
  CrossvaultError,
  type JobContext,
  type JobList,
  type JobRaw,
  type JobStatus,
  type ListQuery,
  type MapResult,
  type Rejection,
  type SourceCondition,
  toJobId,
} from '@crossvault/core';
import { goodCondition, makeJob } from './fake-connector.ts';

/** A job of the moving vendor. */
export interface MovingJob {
  readonly id: string;
  readonly startedAt: string;
  /** Null while it runs. */
  readonly endedAt: string | null;
  readonly status: JobStatus;
}

/** A vendor whose jobs a test adds, changes and takes away while it is read. */
export interface MovingVendor {
  readonly jobs: Map<string, MovingJob>;
  list: JobList;
  /** Several lists, each of which shows all jobs. @default the one above */
  lists?: readonly JobList[];
  /** Rows on a page at the most. */
  pageSize: number;
  mapperVersion: number;
  condition: SourceCondition;
  /** What the first page has beside jobs. */
  rejected: readonly Rejection[];
  withoutRun: number;
  /** What goes wrong with the next request; null: nothing. `cut`: a list's page is its last although there is more. */
  trouble(): 'error' | 'cut' | null;
  /** Whether nothing answers: not even the lists can be named. */
  isUnreachable: boolean;
  /** What happens at the vendor between two pages of one reading, the next of which begins at the offset: rows move while they are read. */
  betweenPages(rows: readonly MovingJob[], offset: number): void;
  readonly requests: { readonly kind: 'list' | 'get'; readonly query: ListQuery | null }[];
}

export function createMovingVendor(change: Partial<MovingVendor> = {}): MovingVendor {
  return {
    jobs: new Map(),
    list: { key: 'jobs', order: 'newest-first', nativeFilters: ['startedAfter', 'startedBefore', 'status'] },
    pageSize: 100,
    mapperVersion: 1,
    condition: goodCondition,
    rejected: [],
    withoutRun: 0,
    trouble: () => null,
    isUnreachable: false,
    betweenPages: () => undefined,
    requests: [],
    ...change,
  };
}

const isRow = (value: unknown): value is MovingJob => typeof value === 'object' && value !== null && 'id' in value;

/** The rules of this vendor: a row and an answer differ in what went wrong, which only the answer contains. */
function mapRow(version: number, raw: JobRaw, context: JobContext): MapResult {
  const row = raw.get ?? raw.list;
  if (!isRow(row)) return { kind: 'rejected', rejection: { nativeId: null, reason: 'not-an-object', value: row } };
  const { connection, observedAt } = context;
  const isFull = raw.get !== undefined;
  const { id, status, startedAt, endedAt } = row;
  const durationSeconds = endedAt === null ? null : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  const message = {
    code: null,
    message: `It went wrong (rules ${version}).`,
    recommendation: null,
    helpUrl: null,
    count: 1,
  };
  const job = makeJob(connection, id, {
    status,
    ended: endedAt !== null,
    problem: status === 'failed' || status === 'warning',
    startedAt,
    endedAt,
    durationSeconds,
    errors: isFull && status === 'failed' ? [message] : [],
    depth: isFull ? 'full' : 'list',
    observedAt,
    provenance: isFull ? {} : { errors: 'missing' },
  });
  return { kind: 'job', record: { key: [id], job: { ...job, id: toJobId(connection, [id]) }, raw, context } };
}

export function createMovingConnector(connection: string, vendor: MovingVendor, clock: Pick<Clock, 'now'>): Connector {
  const toRecord = (raw: JobRaw) => {
    const context = { connection, list: vendor.list.key, observedAt: new Date(clock.now()).toISOString() };
    const result = mapRow(vendor.mapperVersion, raw, context);
    return result.kind === 'job' ? [result.record] : [];
  };
  const ask = (kind: 'list' | 'get', query: ListQuery | null): 'cut' | null => {
    vendor.requests.push({ kind, query });
    const trouble = vendor.trouble();
    if (trouble !== 'error') return trouble;
    throw new CrossvaultError({ code: 'source-error', message: 'The moving vendor stumbled.', source: connection });
  };
  const read = (id: string): MovingJob => {
    const job = vendor.jobs.get(id);
    if (job !== undefined) return job;
    throw new CrossvaultError({ code: 'job-not-found', message: `No job ${id}.`, source: connection });
  };
  return {
    vendor: 'moving',
    history: 'complete',
    addresses: [],
    condition: () => vendor.condition,
    async jobLists() {
      if (!vendor.isUnreachable) return vendor.lists ?? [vendor.list];
      throw new CrossvaultError({ code: 'source-unreachable', message: 'Nothing listens there.', source: connection });
    },
    async listJobs(list, query, page) {
      const isCut = ask('list', query) === 'cut';
      const rowsNow = () =>
        inOrder(
          [...vendor.jobs.values()].filter((job) => passes(job, query)),
          list,
        );
      const offset = Number(page.token ?? 0);
      if (page.token !== null) vendor.betweenPages(rowsNow(), offset);
      const rows = rowsNow();
      const end = offset + Math.min(vendor.pageSize, page.size);
      const isMore = end < rows.length;
      return {
        records: rows.slice(offset, end).flatMap((row) => toRecord({ list: { ...row } })),
        rejected: offset === 0 ? [...vendor.rejected] : [],
        withoutRun: offset === 0 ? vendor.withoutRun : 0,
        next: isMore && !isCut ? String(end) : null,
        warnings: isMore && isCut ? ['list-ended-early'] : [],
      };
    },
    findJobs: async (nativeId) => (vendor.jobs.has(nativeId) ? [[nativeId]] : []),
    async getJob([id = '']) {
      ask('get', null);
      const [record] = toRecord({ get: { ...read(id) } });
      if (record === undefined) throw new Error('A job of the moving vendor is one.');
      return record;
    },
    explainJob: () => null,
    mapJob: (raw, context) => mapRow(vendor.mapperVersion, raw, context),
    get mapperVersion() {
      return vendor.mapperVersion;
    },
    probe: async () => ({ ok: true, steps: [], deniedFields: [] }),
    close: async () => undefined,
  };
}

/** Without a promise rows come as they were added. */
const inOrder = (jobs: readonly MovingJob[], { order }: JobList): readonly MovingJob[] =>
  order === 'none'
    ? jobs
    : jobs.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : a.id < b.id ? 1 : -1));

const passes = ({ startedAt }: MovingJob, { startedAfter, startedBefore }: ListQuery): boolean =>
  (startedAfter === null || startedAt >= startedAfter) && (startedBefore === null || startedAt <= startedBefore);
