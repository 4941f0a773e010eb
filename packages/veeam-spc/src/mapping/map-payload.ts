import {
  createPayloadMapper,
  type Explanation,
  isJsonObject,
  type JobPayloadOptions,
  type MappedJob,
  type MappedPlan,
  type PayloadMapper,
  type PayloadOptions,
  toRejectedPayload,
} from '@crossvault/core';
import { readId } from './key.ts';
import { jobMapper } from './map-job.ts';
import { mapPlanRow } from './map-plan.ts';
import { mapPolicyRow } from './map-policy.ts';
import { parseJob } from './wire.ts';

const vendor = 'veeam-spc';
const list = 'jobs';

/** Whose the definition is. An answer of v3 names its agent or server; one of v2 does not. */
export interface DefinitionOwner {
  /** Id of the backup agent. @default `backupAgentUid` of the payload */
  readonly agentId?: string;
  /** Name of the agent's computer: the job's target. @default null, since no answer contains it */
  readonly agentName?: string;
  /** Id of the backup server, for a job of a backup server. @default `backupServerUid` of a payload without `backupAgentUid` */
  readonly serverId?: string;
}

/** How a job is mapped. `detail` is the job's own answer; the console has no log. */
export interface DefinitionOptions extends JobPayloadOptions, DefinitionOwner {}

/**
 * Maps the last run of a job of an agent or a backup server, of REST v2 or v3: a row of a list, or the answer to a single
 * get. A definition that never ran has no run and is rejected with `no-readable-id`; {@link mapPlan} maps it. Never throws.
 */
export function mapJob(payload: unknown, options?: DefinitionOptions | null): MappedJob {
  return mapperFor(payload, options ?? {}).map(payload, options);
}

/** Explains every field of the job by the rule that maps it; null when the payload is not a run. Never throws. */
export function explainJob(payload: unknown, options?: DefinitionOptions | null): Explanation | null {
  return mapperFor(payload, options ?? {}).explain(payload, options);
}

/** How a definition is mapped as a plan. */
export interface PlanOptions extends PayloadOptions, DefinitionOwner {
  /** The version of REST that answered: v2 reports available actions as links, v3 does not report them. @default v3 */
  readonly apiVersion?: 'v2' | 'v3';
  /** The instant at which the payload was read. @default now */
  readonly observedAt?: string;
}

/** Maps the definition of a job of an agent or a backup server, whether it ran or not. Never throws. */
export function mapPlan(payload: unknown, options?: PlanOptions | null): MappedPlan {
  const { connection = vendor, apiVersion = 'v3', observedAt = new Date().toISOString() } = options ?? {};
  const context = { connection, list, observedAt, ...toExtras(payload, options ?? {}) };
  return toMappedPlan(mapPlanRow(payload, context, apiVersion));
}

/** Maps a policy for public clouds: a row of `/publicCloud/policies`, or the answer to a single get. Never throws. */
export function mapCloudPolicy(payload: unknown, options?: PayloadOptions | null): MappedPlan {
  const { connection = vendor } = options ?? {};
  return toMappedPlan(mapPolicyRow(payload, connection));
}

function toMappedPlan(result: ReturnType<typeof mapPolicyRow>): MappedPlan {
  return 'record' in result ? { kind: 'plan', plan: result.record.plan } : toRejectedPayload(result.rejection);
}

function mapperFor(payload: unknown, options: DefinitionOptions): PayloadMapper {
  return createPayloadMapper(jobMapper, { vendor, list, extras: toExtras(options.detail ?? payload, options) });
}

/** The same extras that the connector keeps beside a row. */
function toExtras(payload: unknown, { agentId, agentName, serverId }: DefinitionOwner) {
  const job = isJsonObject(payload) ? parseJob(payload) : null;
  const agent = agentId ?? readId(job?.backupAgentUid);
  const server = serverId ?? (agent === null ? readId(job?.backupServerUid) : null);
  return server === null ? { agent: agent ?? '', agentName: agentName ?? null } : { family: 'server', server };
}
