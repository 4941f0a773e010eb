import type { Job } from '../model/job.ts';
import type { JobRaw, Rejection } from '../model/job-record.ts';
import type { Plan } from '../model/plan.ts';
import type { ProtectedItem } from '../model/protected-item.ts';
import type { Explanation } from './explanation.ts';
import type { JobMapper } from './job-mapper.ts';

/** How a payload is mapped by itself, without a connection. */
export interface PayloadOptions {
  /** Name of the connection, which is part of every id. @default the vendor's id */
  readonly connection?: string;
}

/** How a job's payload is mapped by itself. */
export interface JobPayloadOptions extends PayloadOptions {
  /** The vendor's answer to a single get of the job. It outranks the list row. @default only the list row is mapped */
  readonly detail?: unknown;
  /** The vendor's log of the job. @default no log was read */
  readonly log?: unknown;
  /** The vendor's answer on the results of the job's objects. @default none was read */
  readonly objects?: unknown;
  /** The instant at which the payload was read: `job.observedAt`, and the end of the duration of a job that still runs. @default now */
  readonly observedAt?: string;
}

/** Why a payload is no record: it is not an object, or it has no readable id. */
export interface RejectedPayload {
  readonly kind: 'rejected';
  readonly reason: Rejection['reason'];
  /** The best hint of the vendor's id; null where there is none. */
  readonly nativeId: string | null;
}

/** A job, or why the payload is none. */
export type MappedJob = { readonly kind: 'job'; readonly job: Job } | RejectedPayload;
/** A plan, or why the payload is none. */
export type MappedPlan = { readonly kind: 'plan'; readonly plan: Plan } | RejectedPayload;
/** A protected item, or why the payload is none. */
export type MappedItem = { readonly kind: 'item'; readonly item: ProtectedItem } | RejectedPayload;

/** Maps payloads of one vendor's list. Options of null are none. */
export interface PayloadMapper {
  /** Pure, but for the default of `observedAt`; never throws. */
  map(payload: unknown, options?: JobPayloadOptions | null): MappedJob;
  /** Explains every field by the rules that map it. Null when the payload is not a job. */
  explain(payload: unknown, options?: JobPayloadOptions | null): Explanation | null;
}

/** The context of a payload that no connection read: the key of the list, and the vendor's extras. */
export interface PayloadContext {
  /** Id of the vendor. */
  readonly vendor: string;
  /** Key of the list, as the connector names it. */
  readonly list: string;
  /** The vendor's own extras of the context. @default none */
  readonly extras?: Readonly<Record<string, string | null>>;
}

/** Maps and explains payloads with the rules of a connector. */
export function createPayloadMapper(mapper: JobMapper, { vendor, list, extras }: PayloadContext): PayloadMapper {
  const toContext = ({ connection = vendor, observedAt = new Date().toISOString() }: JobPayloadOptions) => ({
    connection,
    list,
    observedAt,
    ...extras,
  });
  return {
    map(payload, given) {
      const options = given ?? {};
      const result = mapper.map(toRaw(payload, options), toContext(options));
      return result.kind === 'job' ? { kind: 'job', job: result.record.job } : toRejectedPayload(result.rejection);
    },
    explain(payload, given) {
      const options = given ?? {};
      return mapper.explain(toRaw(payload, options), toContext(options));
    },
  };
}

function toRaw(list: unknown, { detail, log, objects }: JobPayloadOptions): JobRaw {
  return {
    list,
    ...(detail === undefined ? {} : { get: detail }),
    ...(log === undefined ? {} : { log }),
    ...(objects === undefined ? {} : { objects }),
  };
}

/** A rejection without the payload, which the caller has. */
export function toRejectedPayload({ reason, nativeId }: Rejection): RejectedPayload {
  return { kind: 'rejected', reason, nativeId };
}
