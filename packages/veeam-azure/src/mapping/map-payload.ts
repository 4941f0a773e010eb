import {
  createPayloadMapper,
  type Explanation,
  type JobPayloadOptions,
  type MappedItem,
  type MappedJob,
  type MappedPlan,
  type Operation,
  type PayloadOptions,
  toRejectedPayload,
} from '@crossvault/core';
import type { ItemSort, PolicySort } from '../versions.ts';
import { logDenied } from './job-answer.ts';
import { jobMapper } from './map-job.ts';
import { toOperation } from './map-operation.ts';
import { toPlan } from './map-plan.ts';
import { toProtectedItem } from './map-protected-item.ts';

const vendor = 'veeam-azure';

/** How a session is mapped. `detail` is the session's own answer, `log` that of its log. */
export interface SessionOptions extends JobPayloadOptions {
  /** Whether the account was refused the log: `errors` are then `denied` instead of `missing`. @default false */
  readonly isLogDenied?: boolean;
}

const withLog = createPayloadMapper(jobMapper, { vendor, list: 'sessions' });
const withoutLog = createPayloadMapper(jobMapper, { vendor, list: 'sessions', extras: logDenied });
const mapperFor = ({ isLogDenied = false }: SessionOptions) => (isLogDenied ? withoutLog : withLog);

/** Maps a session: a row of `/jobSessions`, or the answer to a single get. Never throws. */
export function mapJob(payload: unknown, options?: SessionOptions | null): MappedJob {
  return mapperFor(options ?? {}).map(payload, options);
}

/** Explains every field of the job by the rule that maps it; null when the payload is not a session. Never throws. */
export function explainJob(payload: unknown, options?: SessionOptions | null): Explanation | null {
  return mapperFor(options ?? {}).explain(payload, options);
}

/** How a policy is mapped. */
export interface PolicyOptions extends PayloadOptions {
  /** The path from which the policy was read. @default virtual-machines */
  readonly sort?: PolicySort;
  /** The zone of the appliance, as `/system/time` reports it. @default unknown: then no time of day is an instant */
  readonly timeZone?: string;
}

/** Maps a policy: a row of a list of policies, or the answer to a single get. Never throws. */
export function mapPlan(payload: unknown, options?: PolicyOptions | null): MappedPlan {
  const { sort = 'virtual-machines', connection = vendor, timeZone = null } = options ?? {};
  const result = toPlan(payload, sort, { connection, timeZone });
  return result.kind === 'plan' ? { kind: 'plan', plan: result.record.plan } : toRejectedPayload(result.rejection);
}

/** How a protected item is mapped. */
export interface ProtectedItemOptions extends PayloadOptions {
  /** The path from which the item was read. @default virtual-machines */
  readonly sort?: ItemSort;
}

/** Maps a protected item: a row of a list of protected items, or the answer to a single get. Never throws. */
export function mapProtectedItem(payload: unknown, options?: ProtectedItemOptions | null): MappedItem {
  const { sort = 'virtual-machines', connection = vendor } = options ?? {};
  const result = toProtectedItem(payload, sort, connection);
  return result.kind === 'item' ? { kind: 'item', item: result.record.item } : toRejectedPayload(result.rejection);
}

/** Maps the answer of `/operations/{operationId}`; null when it is no operation. Never throws. */
export function mapOperation(payload: unknown, options?: PayloadOptions | null): Operation | null {
  const { connection = vendor } = options ?? {};
  return toOperation(payload, connection);
}
