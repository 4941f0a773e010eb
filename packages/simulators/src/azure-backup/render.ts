import { phaseOf } from '../fleet/course.ts';
import type { JobPayload } from './documented.ts';
import { type AzureJob, statusWordAt } from './fleet.ts';
import { accountOf, renderExtendedInfo, SENTINEL } from './render-details.ts';
import { addTicks, renderDuration, renderInstant, type TickTime } from './time-text.ts';

const CONFLICT = {
  errorCode: 510008,
  errorTitle: 'OperationCancelledBecauseConflictingOperationRunningUserError',
  errorString: 'The operation was cancelled because a conflicting operation was running on the same database.',
};
const UNREACHABLE = {
  errorCode: 400008,
  errorTitle: 'VMAgentStatusUnreachable',
  errorString: 'The virtual machine agent did not answer while the snapshot was taken.',
};
const RECOMMENDATIONS = ['Make sure that the agent is running and up to date.', 'Then start the backup again.'];

const isOver = (job: AzureJob, nowMs: number): boolean => phaseOf(job.course, nowMs) === 'ended';

/** Virtual machine and workload errors have code, title and text, storage and vault errors no title, the agents' no code. */
const renderErrorItem = ({ shape }: AzureJob): Readonly<Record<string, unknown>> => {
  const { errorCode, errorTitle, errorString } = shape.jobType === 'AzureWorkloadJob' ? CONFLICT : UNREACHABLE;
  const recommendations = RECOMMENDATIONS;
  const isAgent = shape.jobType === 'DpmJob' || shape.jobType === 'MabJob';
  if (isAgent || shape.errors === 'without-code') return { errorString, recommendations };
  if (shape.jobType === 'AzureStorageJob' || shape.jobType === 'VaultJob') {
    return { errorCode, errorString, recommendations };
  }
  const item = { errorCode, errorTitle, errorString, recommendations };
  return shape.jobType === 'AzureWorkloadJob' ? { ...item, additionalDetails: 'Session 4711' } : item;
};

const renderErrors = (job: AzureJob, nowMs: number): { errorDetails?: unknown } => {
  const { errors } = job.shape;
  if (errors === 'absent') return {};
  if (errors === 'null') return { errorDetails: null };
  if (errors === 'empty' || !isOver(job, nowMs)) return { errorDetails: [] };
  return { errorDetails: [renderErrorItem(job)] };
};

/** Numbers stand for the words in the order of the enumeration: 1 Cancellable, 2 Retriable (only 1 was seen). */
const renderActions = (job: AzureJob, nowMs: number): { actionsInfo?: unknown } => {
  const { actions, outcome } = job.shape;
  if (actions === 'absent') return {};
  if (actions === 'null') return { actionsInfo: null };
  if (actions === 'empty') return { actionsInfo: [] };
  const canRetry = isOver(job, nowMs) && outcome === 'Failed';
  if (actions === 'numbers') return { actionsInfo: [canRetry ? 2 : 1] };
  return { actionsInfo: [canRetry ? 'Retriable' : 'Cancellable'] };
};

const spanAt = (job: AzureJob, nowMs: number): TickTime =>
  isOver(job, nowMs)
    ? { milliseconds: job.course.durationMs, ticks: job.durationTicks }
    : { milliseconds: Math.max(0, nowMs - job.course.startMs), ticks: 0 };

const renderSpan = (job: AzureJob, nowMs: number, apiVersion: string): { duration?: string } => {
  const { duration } = job.shape;
  if (duration === 'absent') return {};
  if (duration === 'unreadable') return { duration: 'soon' };
  return {
    duration: renderDuration(duration === 'zero' ? { milliseconds: 0, ticks: 0 } : spanAt(job, nowMs), apiVersion),
  };
};

const OPEN_END = { absent: {}, null: { endTime: null }, sentinel: { endTime: SENTINEL } } as const;

const renderTimes = (job: AzureJob, nowMs: number): { startTime: string; endTime?: string | null } => {
  const start = { milliseconds: job.course.startMs, ticks: job.startTicks };
  const startTime = renderInstant(start);
  const { endTime, openEnd } = job.shape;
  if (!isOver(job, nowMs)) return { startTime, ...OPEN_END[openEnd] };
  if (endTime === 'absent') return { startTime };
  if (endTime === 'sentinel') return { startTime, endTime: SENTINEL };
  if (endTime === 'unreadable') return { startTime, endTime: 'not a date' };
  return { startTime, endTime: renderInstant(addTicks(start, spanAt(job, nowMs))) };
};

const renderOwnFields = ({ shape, entity, item }: AzureJob): Readonly<Record<string, unknown>> => {
  switch (shape.jobType) {
    case 'AzureIaaSVMJob':
    case 'AzureIaaSVMJobV2': {
      const containerName = item?.container ?? `iaasvmcontainer;iaasvmcontainerv2;rg-compute;${entity}`;
      return { virtualMachineVersion: 'Compute', containerName };
    }
    case 'AzureStorageJob':
      return { storageAccountName: accountOf(item), storageAccountVersion: 'Storage' };
    case 'AzureWorkloadJob':
      return { workloadType: entity.startsWith('HXE') ? 'SAPHanaDatabase' : 'SQLDataBase' };
    case 'DpmJob':
      return { dpmServerName: 'dpm01.corp.example', containerType: 'DPMContainer', workloadType: 'Exchange' };
    case 'MabJob':
      return { mabServerName: 'fs01.corp.example', mabServerType: 'Windows', workloadType: 'FileFolder' };
    case 'VaultJob':
      return {};
  }
};

const TRIGGERED = ['AzureIaaSVMJob', 'AzureStorageJob', 'AzureWorkloadJob'];

const renderTrigger = ({ shape }: AzureJob): { isUserTriggered?: boolean } =>
  shape.trigger === 'absent' || !TRIGGERED.includes(shape.jobType) ? {} : { isUserTriggered: shape.trigger === 'true' };

const renderId = ({ vault, id, shape }: AzureJob): string => {
  const plain = `${vault.idPrefix}/backupJobs/${id}`;
  if (shape.ids === 'capital-subscriptions') return plain.replace(/^\/subscriptions\//i, '/Subscriptions/');
  if (shape.ids === 'lower-provider') return plain.replace('Microsoft.RecoveryServices', 'microsoft.recoveryservices');
  return shape.ids === 'upper-vault' ? plain.replace(vault.name, vault.name.toUpperCase()) : plain;
};

const renderGrown = (job: AzureJob, nowMs: number, apiVersion: string): JobPayload => ({
  id: renderId(job),
  name: job.id,
  type: 'Microsoft.RecoveryServices/vaults/backupJobs',
  properties: {
    jobType: job.shape.jobType,
    ...renderSpan(job, nowMs, apiVersion),
    ...renderActions(job, nowMs),
    ...renderOwnFields(job),
    ...renderErrors(job, nowMs),
    ...renderExtendedInfo(job, { nowMs, apiVersion }),
    ...renderTrigger(job),
    entityFriendlyName: job.entity,
    backupManagementType: job.shape.backupManagementType,
    operation: job.shape.operation,
    status: statusWordAt(job, nowMs),
    ...renderTimes(job, nowMs),
    activityId: job.activityId,
  },
});

/** A page's payload, word for word but for the form of its duration. */
const renderPage = (page: JobPayload, job: AzureJob, nowMs: number, apiVersion: string): JobPayload => ({
  ...page,
  properties: { ...page.properties, duration: renderDuration(spanAt(job, nowMs), apiVersion) },
});

/** A job as the answer for a single job shows it. */
export const renderJob = (job: AzureJob, nowMs: number, apiVersion: string): JobPayload =>
  job.page === null ? renderGrown(job, nowMs, apiVersion) : renderPage(job.page, job, nowMs, apiVersion);

/** A row of the list: the same without `extendedInfo`. What is no object stays as it is. */
export const toListRow = (payload: unknown): unknown => {
  if (typeof payload !== 'object' || payload === null || !('properties' in payload)) return payload;
  const { properties } = payload;
  if (typeof properties !== 'object' || properties === null || !('extendedInfo' in properties)) return payload;
  const { extendedInfo: _, ...row } = properties;
  return { ...payload, properties: row };
};
