import type { TruthJob } from '../truth.ts';
import type { JobFields } from './course.ts';
import { withoutValueAt } from './json-path.ts';

/** Raw changes of a test to a job, beside the normalized fields. */
export type RawChange = {
  /** Served as given, whatever it is. */
  readonly raw?: unknown;
  /** Laid over the payload: objects are joined, everything else (null too) replaces. */
  readonly merge?: Readonly<Record<string, unknown>>;
  /** Dotted paths that are taken out of the payload. */
  readonly remove?: readonly string[];
  /** The new truth of the job, where the payload does not determine it; `null`: a job that cannot be identified. */
  readonly truth?: Partial<TruthJob> | null;
};

export type AddJobInput = JobFields & Omit<RawChange, 'merge' | 'remove'>;
export type JobChange = JobFields & RawChange;

/** One record of a vendor: grown (`spec`), or given by a test (`raw`, with `spec` null). */
export type TableJob<Spec> = RawChange & {
  readonly nativeId: string;
  readonly list: string;
  readonly spec: Spec | null;
  readonly addedMs: number;
};

export class UnknownJobError extends Error {
  constructor(nativeId: string) {
    super(`no job ${nativeId} here`);
    this.name = 'UnknownJobError';
  }
}

export type JobTable<Spec> = {
  readonly jobs: readonly TableJob<Spec>[];
  /** Increases with every addition and change, which invalidates computed values. */
  readonly version: number;
  put(job: TableJob<Spec>): void;
  /** Ids are compared with the `sameId` of the table. Throws UnknownJobError. */
  find(nativeId: string, list?: string): TableJob<Spec>;
  change(nativeId: string, change: JobChange, changeSpec: (spec: Spec) => Spec): void;
  /** Throws UnknownJobError. */
  remove(nativeId: string, list?: string): void;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mergeRecords = (payload: unknown, merge: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const base = isRecord(payload) ? payload : {};
  const merged = Object.entries(merge).map(([key, value]) => [
    key,
    isRecord(value) ? mergeRecords(base[key], value) : value,
  ]);
  return { ...base, ...Object.fromEntries(merged) };
};

/** The payload of a record: its raw form, or what the fleet renders, with the test's changes laid over it. */
export const payloadOf = <Spec>(job: TableJob<Spec>, render: (spec: Spec) => unknown): unknown => {
  const payload = job.raw !== undefined || job.spec === null ? job.raw : render(job.spec);
  const merged = job.merge === undefined ? payload : mergeRecords(payload, job.merge);
  return (job.remove ?? []).reduce(withoutValueAt, merged);
};

/** The truth of a record, or null when it does not exist yet, or when no truth was given for a raw payload. */
export const truthOf = <Spec>(
  job: TableJob<Spec>,
  describe: (spec: Spec) => TruthJob | null,
  blank: TruthJob,
): TruthJob | null => {
  if (job.truth === null) return null;
  if (job.spec === null) return job.truth === undefined ? null : { ...blank, ...job.truth };
  const described = describe(job.spec);
  return described === null ? null : { ...described, ...job.truth };
};

export const createJobTable = <Spec>(sameId: (id: string) => string = (id) => id): JobTable<Spec> => {
  const jobs: TableJob<Spec>[] = [];
  let version = 0;
  const indexOf = (nativeId: string, list?: string): number => {
    const index = jobs.findIndex(
      (job) => sameId(job.nativeId) === sameId(nativeId) && (list === undefined || job.list === list),
    );
    if (index < 0) throw new UnknownJobError(nativeId);
    return index;
  };
  const at = (index: number): TableJob<Spec> => {
    const job = jobs[index];
    if (job === undefined) throw new RangeError(`no job at ${index}`);
    return job;
  };
  return Object.freeze({
    jobs,
    get version() {
      return version;
    },
    put: (job: TableJob<Spec>) => {
      jobs.push(job);
      version += 1;
    },
    find: (nativeId: string, list?: string) => at(indexOf(nativeId, list)),
    change: (nativeId: string, change: JobChange, changeSpec: (spec: Spec) => Spec) => {
      const index = indexOf(nativeId, change.list);
      const job = at(index);
      jobs[index] = {
        ...job,
        ...(change.raw === undefined ? {} : { raw: change.raw }),
        ...(change.truth === undefined
          ? {}
          : { truth: change.truth === null ? null : { ...job.truth, ...change.truth } }),
        ...(change.merge === undefined ? {} : { merge: mergeRecords(job.merge ?? {}, change.merge) }),
        ...(change.remove === undefined ? {} : { remove: [...(job.remove ?? []), ...change.remove] }),
        spec: job.spec === null ? null : changeSpec(job.spec),
      };
      version += 1;
    },
    remove: (nativeId: string, list?: string) => {
      jobs.splice(indexOf(nativeId, list), 1);
      version += 1;
    },
  });
};
