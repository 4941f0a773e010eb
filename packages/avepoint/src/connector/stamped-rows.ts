import { toJobContext } from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  isJsonObject,
  type JobContext,
  type JobRecord,
  type MapResult,
  type Rejection,
  type SourceWarning,
} from '@crossvault/core';
import type { AvepointCalls } from '../client/client.ts';
import { jobMapper } from '../mapping/map-job.ts';
import { backupStamp } from '../mapping/map-kind.ts';
import { createJobTypeStamps } from './job-type-stamps.ts';
import type { RowsSource } from './read-rows.ts';
import { createServiceStamps } from './service-stamps.ts';

/** Rows that are mapped with what only the lists' filters tell: the type of a job, and the service of a backup. */
export interface StampedRows {
  /** The context of an answer of which nothing of this is known. */
  unstamped(location: string): JobContext;
  /** Maps rows with the stamps that are known. Only jobs with a start have some. */
  map(
    location: string,
    rows: readonly unknown[],
  ): { readonly records: readonly JobRecord[]; readonly rejected: readonly Rejection[] };
  /** Maps records again with their stamps. Lists are read for those that are not known yet. */
  stamp(
    location: string,
    records: readonly JobRecord[],
    call: CallOptions,
  ): Promise<{ readonly records: readonly JobRecord[]; readonly warnings: readonly SourceWarning[] }>;
}

type Stamps = { readonly jobType: string | null; readonly service: string | null };
const nothing: Stamps = { jobType: null, service: null };

interface StampedSource extends RowsSource {
  readonly client: RowsSource['client'] & Pick<AvepointCalls, 'getFrequency'>;
}

export function createStampedRows(source: StampedSource, context: ConnectorContext): StampedRows {
  const types = createJobTypeStamps(source, context.concurrency);
  const services = createServiceStamps(source, context);
  const unstamped = (location: string): JobContext => toJobContext(context, location, { ...nothing });

  function findStamps(location: string, row: unknown): Stamps {
    const id = isJsonObject(row) ? row['id'] : null;
    const jobType = typeof id === 'string' ? types.find(location, id) : null;
    return { jobType, service: typeof id === 'string' && jobType === backupStamp ? services.find(location, id) : null };
  }

  function map(location: string, rows: readonly unknown[]) {
    const page = unstamped(location);
    const records: JobRecord[] = [];
    const rejected: Rejection[] = [];
    const contextOf = rememberContexts(page);
    for (const row of rows) {
      const mapped = mapRow(row, page, contextOf(findStamps(location, row)));
      if (mapped.kind === 'job') records.push(mapped.record);
      else rejected.push(mapped.rejection);
    }
    return { records, rejected };
  }

  async function stamp(location: string, records: readonly JobRecord[], asked: CallOptions) {
    const call = recallOnce(asked);
    const untyped = records.filter(({ context: { jobType } }) => jobType === null).map(({ job }) => job);
    const typed = untyped.length === 0 ? null : await types.stamp(location, untyped, call);
    const typeOf = ({ job, context: { jobType = null } }: JobRecord) =>
      jobType ?? typed?.stamps.get(job.nativeId) ?? null;
    const backups = records.filter((record) => !record.context['service'] && typeOf(record) === backupStamp);
    const found =
      backups.length === 0
        ? null
        : await services.stamp(
            location,
            backups.map(({ job }) => job),
            call,
          );
    const stamped = records.map((record): JobRecord => {
      const jobType = typeOf(record);
      const service = record.context['service'] ?? found?.stamps.get(record.job.nativeId) ?? null;
      const isKnown = record.context['jobType'] === jobType && record.context['service'] === service;
      if (isKnown || record.job.startedAt === null) return record;
      const result = jobMapper.map(record.raw, { ...record.context, jobType, service });
      return result.kind === 'job' ? result.record : record;
    });
    return { records: stamped, warnings: [...new Set([...(typed?.warnings ?? []), ...(found?.warnings ?? [])])] };
  }

  return Object.freeze({ unstamped, map, stamp });
}

/** The context of a page for each pair of stamps: rows with the same ones share it. */
function rememberContexts(page: JobContext): (stamps: Stamps) => JobContext {
  const contexts = new Map<string, JobContext>();
  return ({ jobType, service }) => {
    if (jobType === null) return page;
    const key = `${jobType} ${service}`;
    const context = contexts.get(key) ?? { ...page, jobType, service };
    contexts.set(key, context);
    return context;
  };
}

function mapRow(row: unknown, unstamped: JobContext, stamped: JobContext): MapResult {
  const raw = { list: row };
  const result = jobMapper.map(raw, stamped);
  const isUndated = result.kind === 'job' && result.record.job.startedAt === null;
  return isUndated && stamped !== unstamped ? jobMapper.map(raw, unstamped) : result;
}

/** Both kinds of stamps are recalled from the same stored jobs. */
function recallOnce(call: CallOptions): CallOptions {
  const { recall } = call;
  if (recall === undefined) return call;
  const asked = new Set<string>();
  const known = new Map<string, JobContext>();
  return {
    ...call,
    async recall(list, ids) {
      const others = ids.filter((id) => !asked.has(id));
      for (const id of others) asked.add(id);
      if (others.length > 0) for (const [id, context] of await recall(list, others)) known.set(id, context);
      return known;
    },
  };
}
