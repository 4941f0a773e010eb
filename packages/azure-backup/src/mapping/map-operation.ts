import {
  type Job,
  type JobKey,
  type JobStatus,
  joinSentences,
  type Operation,
  readInstant,
  readText,
  redact,
  toJobId,
  Unreadable,
} from '@crossvault/core';
import type { VaultAddress } from '../client/job-source.ts';
import { operationWords } from '../client/tracking.ts';
import { sentinels } from './map-tasks.ts';
import { toVaultKey } from './vault-key.ts';
import type { OperationStatusWire } from './wire-operation.ts';

/** A job that an operation made; null when the vault does not know it, or not yet. */
export interface MadeJob {
  readonly key: JobKey;
  readonly job: Job | null;
}

export interface OperationContext {
  readonly connection: string;
  readonly vault: VaultAddress;
  /** As it was requested. */
  readonly id: string;
  readonly made: readonly MadeJob[];
  readonly retryAfterSeconds: number | null;
}

/** The worst first. */
const severity: readonly JobStatus[] = ['failed', 'unknown', 'cancelled', 'warning', 'skipped', 'succeeded'];

/** Names of the jobs that an operation made. */
export function madeJobs({ properties }: OperationStatusWire): string[] {
  if (properties instanceof Unreadable || !properties) return [];
  const { jobId, jobIds } = properties;
  const several = jobIds instanceof Unreadable ? [] : (jobIds ?? []);
  return [jobId, ...several].flatMap((name) => (typeof name === 'string' && name !== '' ? [name] : []));
}

/** The status of an operation, which concerns the request only; its jobs have their own results. */
export function toOperation(status: OperationStatusWire, context: OperationContext): Operation {
  const { connection, vault, id, made, retryAfterSeconds } = context;
  const word = readText(status.status).value;
  const ours = word === null ? 'unknown' : (operationWords.get(word.toLowerCase()) ?? 'running');
  const jobs = made.map(({ key, job }) => ({ id: toJobId(connection, key), status: job?.status ?? 'unknown' }));
  const haveEnded = made.length > 0 && made.every(({ job }) => job?.ended === true);
  const [only] = made.length === 1 ? made : [];
  return {
    id: toJobId(connection, ['operation', toVaultKey(vault), id.toLowerCase()]),
    connection,
    action: only?.job?.kind ?? 'unknown',
    target: only?.job?.target?.name ?? vault.name,
    status: ours,
    jobs,
    outcome: haveEnded ? (severity.find((each) => jobs.some((job) => job.status === each)) ?? null) : null,
    startedAt: readInstant(status.startTime, sentinels).value,
    endedAt: ours === 'running' ? null : readInstant(status.endTime, sentinels).value,
    retryAfterSeconds: ours === 'running' ? retryAfterSeconds : null,
    error: readOperationError(status),
    links: {},
  };
}

export function readOperationError({ error, properties }: OperationStatusWire): Operation['error'] {
  if (!(error instanceof Unreadable) && error) {
    const message = readText(error.message).value;
    const code = readText(error.code).value;
    return code === null && message === null ? null : { code, message: redact(message ?? '') };
  }
  const refused = properties instanceof Unreadable ? null : properties?.failedJobsError;
  const texts = refused instanceof Unreadable ? [] : Object.values(refused ?? {}).map((text) => readText(text).value);
  const reported = texts.filter((text) => text !== null);
  return reported.length === 0
    ? null
    : { code: null, message: redact(reported.length > 1 ? joinSentences(...reported) : (reported[0] ?? '')) };
}
