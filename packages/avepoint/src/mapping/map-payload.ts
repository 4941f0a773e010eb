import {
  createPayloadMapper,
  type Explanation,
  type JobPayloadOptions,
  type MappedJob,
  type MappedPlan,
  type PayloadMapper,
  type PayloadOptions,
  toRejectedPayload,
} from '@crossvault/core';
import { jobMapper } from './map-job.ts';
import type { JobType } from './map-kind.ts';
import { toPlan } from './map-plan.ts';

const vendor = 'avepoint';

/** How a job is mapped. `detail` is the job's own answer; AvePoint has no log. */
export interface BackupJobOptions extends JobPayloadOptions {
  /** The filter `jobType` of the list that contained the row. No row contains its type. @default none: the kind is `other` */
  readonly jobType?: JobType['filter'];
  /** The number (`serviceType`) of the service whose list contained the backup. No row names its service. @default none: `plan` is null */
  readonly service?: number;
  /** The location with which the list was requested; part of the job's id. @default '': no location was sent */
  readonly location?: string;
}

/** Maps a job: a row of the list, or `data` of the answer to a single get. Never throws. */
export function mapJob(payload: unknown, options?: BackupJobOptions | null): MappedJob {
  return mapperFor(options ?? {}).map(payload, options);
}

/** Explains every field of the job by the rule that maps it; null when the payload is not a job. Never throws. */
export function explainJob(payload: unknown, options?: BackupJobOptions | null): Explanation | null {
  return mapperFor(options ?? {}).explain(payload, options);
}

/** How a service is mapped as a plan. */
export interface ServiceOptions extends PayloadOptions {
  /** `data` of the answer about retention. @default null: it was not read */
  readonly retention?: unknown;
  /** `data` of the answer about the licence; kept in `raw` only. @default null */
  readonly licence?: unknown;
  /** The location with which the settings were requested; part of the plan's id. @default '': no location was sent */
  readonly location?: string;
  /** The instant at which the payload was read: the next run is after it. @default now */
  readonly observedAt?: string;
}

/** Maps one service of the answer about frequencies. Its newest jobs are in other lists and stay null. Never throws. */
export function mapPlan(payload: unknown, options?: ServiceOptions | null): MappedPlan {
  const { connection = vendor, location = '', observedAt, retention = null, licence = null } = options ?? {};
  const nowMs = observedAt === undefined ? Date.now() : Date.parse(observedAt);
  const result = toPlan({ frequency: payload, retention, licence }, null, { connection, location, nowMs });
  return result.kind === 'plan' ? { kind: 'plan', plan: result.record.plan } : toRejectedPayload(result.rejection);
}

function mapperFor({ jobType, service, location = '' }: BackupJobOptions): PayloadMapper {
  const extras = {
    ...(jobType === undefined ? {} : { jobType: String(jobType) }),
    ...(service === undefined ? {} : { service: String(service) }),
  };
  return createPayloadMapper(jobMapper, { vendor, list: location, extras });
}
