import { phaseOf } from '../fleet/course.ts';
import type { AzureJob } from './fleet.ts';
import type { AzureJobType } from './shapes.ts';
import { renderDuration, renderInstant } from './time-text.ts';

/** What stands where a time is not known yet. */
export const SENTINEL = '0001-01-01T00:00:00Z';

type Moment = { readonly nowMs: number; readonly apiVersion: string };

const TASKS: Readonly<Record<AzureJobType, readonly string[]>> = {
  AzureIaaSVMJob: ['Take Snapshot', 'Transfer data to vault'],
  AzureIaaSVMJobV2: ['Take Snapshot', 'Transfer data to vault'],
  AzureStorageJob: ['Take Snapshot'],
  AzureWorkloadJob: ['Transfer data to vault'],
  DpmJob: ['Synchronization', 'Transfer data to vault'],
  MabJob: ['Scan', 'Transfer data to vault'],
  VaultJob: [],
};

const lastTaskStatus = (job: AzureJob): string => {
  if (job.shape.tasks === 'one-failed') return 'Failed';
  return job.shape.outcome === 'Failed' || job.shape.outcome === 'Cancelled' ? job.shape.outcome : 'Completed';
};

const taskStatusAt = (job: AzureJob, index: number, count: number, nowMs: number): string => {
  const isLast = index === count - 1;
  if (phaseOf(job.course, nowMs) === 'ended') return isLast ? lastTaskStatus(job) : 'Completed';
  if (index === 0) return count === 1 ? 'InProgress' : 'Completed';
  return index === 1 ? 'InProgress' : 'NotStarted';
};

const taskTimes = (job: AzureJob, status: string, index: number, count: number, { apiVersion }: Moment) => {
  const lengthMs = Number.isFinite(job.course.durationMs) ? Math.floor(job.course.durationMs / count) : 60_000;
  const startMs = job.course.startMs + lengthMs * index;
  const isOver = status !== 'InProgress' && status !== 'NotStarted';
  return {
    startTime: status === 'NotStarted' ? SENTINEL : renderInstant({ milliseconds: startMs, ticks: job.startTicks }),
    endTime: isOver ? renderInstant({ milliseconds: startMs + lengthMs, ticks: job.startTicks }) : SENTINEL,
    duration: renderDuration({ milliseconds: isOver ? lengthMs : 0, ticks: 0 }, apiVersion),
  };
};

/** Storage and workload tasks have neither times nor duration; virtual machines' often have a zero duration only. */
const renderTasks = (job: AzureJob, moment: Moment) => {
  const { jobType, tasks, operation } = job.shape;
  if (tasks === 'none') return [];
  const names = operation.includes('Restore') ? ['Transfer data from vault'] : TASKS[jobType];
  return names.map((taskId, index) => {
    const status = taskStatusAt(job, index, names.length, moment.nowMs);
    if (jobType === 'AzureStorageJob' || jobType === 'AzureWorkloadJob') return { taskId, status };
    const isTimed = tasks === 'timed' || jobType === 'DpmJob' || jobType === 'MabJob';
    if (isTimed) return { taskId, ...taskTimes(job, status, index, names.length, moment), status };
    return { taskId, duration: renderDuration({ milliseconds: 0, ticks: 0 }, moment.apiVersion), status };
  });
};

/** The storage account of a file share. */
export const accountOf = (item: AzureJob['item']): string => item?.container.split(';').at(-1) ?? 'stfilesprod';

const policyLabel = (item: AzureJob['item'], usual: string): Record<string, string> => {
  const name = item === null ? usual : item.policyName;
  return name === null ? {} : { 'Policy Name': name };
};

const usualLabels = ({ shape, entity, megabytes, failedFiles, item }: AzureJob): Record<string, string> => {
  const isRestore = shape.operation.includes('Restore');
  if (shape.jobType === 'AzureStorageJob') {
    const share = { 'File Share Name': entity, 'Storage Account Name': accountOf(item) };
    if (!isRestore) return { ...share, ...policyLabel(item, 'daily-files') };
    return {
      ...share,
      'Job Type': 'Recover to an alternate file share',
      RestoreDestination: `${accountOf(item)}/${entity}-restored`,
      'Number Of Restored Files': String(megabytes),
      'Number Of Skipped Files': '0',
      'Number Of Failed Files': String(failedFiles),
      'Data Transferred (in MB)': String(megabytes),
    };
  }
  if (shape.jobType === 'AzureIaaSVMJob' || shape.jobType === 'AzureIaaSVMJobV2') {
    if (isRestore) return { 'VM Name': entity, 'Job Type': 'Restore as files' };
    return { 'VM Name': entity, 'Backup Size': `${megabytes} MB`, ...policyLabel(item, 'nightly-vm') };
  }
  if (shape.jobType === 'VaultJob') return { 'Vault Name': entity };
  return { 'Data Transferred (in MB)': String(megabytes) };
};

const renderLabels = (job: AzureJob): Record<string, string> => {
  const labels = usualLabels(job);
  if (job.shape.labels === 'unreadable-size') return { ...labels, 'Backup Size': 'a few' };
  if (job.shape.labels !== 'unknown-ones') return labels;
  return { ...labels, 'Instant Restore Tier': 'Snapshot', 'Backup Engine Build': '14.0.42.7' };
};

const renderProgress = (job: AzureJob, nowMs: number) => {
  const isOpen = phaseOf(job.course, nowMs) !== 'ended';
  if (!isOpen || !job.shape.operation.includes('Restore') || job.shape.progress === 'absent') return {};
  if (job.shape.progress === 'unreadable') return { progressPercentage: 'n/a' };
  const share = (nowMs - job.course.startMs) / job.course.durationMs;
  return { progressPercentage: Math.round(share * 1000) / 10, estimatedRemainingDuration: '' };
};

const renderDynamicMessage = ({ course, shape }: AzureJob, nowMs: number) =>
  shape.outcome === 'Failed' && phaseOf(course, nowMs) === 'ended'
    ? { dynamicErrorMessage: 'The agent could not reach the storage endpoint.' }
    : {};

/** What only the answer for a single job has. */
export const renderExtendedInfo = (job: AzureJob, moment: Moment): { extendedInfo?: unknown } => {
  const { extended, jobType, tasks } = job.shape;
  if (extended === 'absent') return {};
  if (extended !== 'full') return { extendedInfo: extended === 'null' ? null : {} };
  return {
    extendedInfo: {
      ...(jobType === 'VaultJob' ? {} : { tasksList: tasks === 'null' ? null : renderTasks(job, moment) }),
      propertyBag: renderLabels(job),
      ...renderProgress(job, moment.nowMs),
      ...renderDynamicMessage(job, moment.nowMs),
    },
  };
};
