import { payloadOf, type TableJob } from '../fleet/job-table.ts';
import { renderSession } from './render.ts';
import { momentOf, type VeeamSession } from './session.ts';
import { parseInstant } from './time-text.ts';
import { requireVersion } from './versions.ts';
import { typeIn } from './words.ts';

/** What the list's filters see of a session. */
export type SessionView = {
  readonly status: unknown;
  readonly type: unknown;
  readonly policyId: unknown;
  readonly resourceId: unknown;
  /** What the free text searches; which fields that are is not documented: here the type and the names. */
  readonly text: string;
  /** null: it has no start, or none that can be read; such a session goes before all others. */
  readonly startMicros: number | null;
};

type SessionJob = TableJob<VeeamSession>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export const readId = (raw: unknown): string | null =>
  isRecord(raw) && typeof raw.id === 'string' && raw.id.trim() !== '' ? raw.id : null;

const viewPayload = (payload: unknown): SessionView => {
  const { status, type, backupJobInfo, healthCheckJobInfo, executionStartTime } = isRecord(payload) ? payload : {};
  const info = backupJobInfo ?? healthCheckJobInfo;
  const { policyId, policyName } = isRecord(info) ? info : {};
  const text = [type, policyName].filter((part) => typeof part === 'string').join(' ');
  return { status, type, policyId, resourceId: undefined, text, startMicros: parseInstant(executionStartTime) };
};

const isUntouched = (job: SessionJob): job is SessionJob & { spec: VeeamSession } =>
  job.spec !== null && job.raw === undefined && job.merge === undefined && job.remove === undefined;

const MANNER = { ...requireVersion('v8.1'), version: 'v8.1', address: '' };

export const viewOf = (job: SessionJob, nowMs: number): SessionView => {
  if (!isUntouched(job)) return viewPayload(payloadOf(job, (spec) => renderSession(spec, spec.id, nowMs, MANNER)));
  const { shape, policy, machine, repository } = job.spec;
  const { word, startMicros } = momentOf(job.spec, nowMs);
  const type = typeIn(shape.type, MANNER);
  const text = [type, policy?.name, machine.name, repository.name].join(' ');
  return { status: word, type, policyId: policy?.id, resourceId: machine.id, text, startMicros };
};
