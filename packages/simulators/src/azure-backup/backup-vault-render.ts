import { phaseOf } from '../fleet/course.ts';
import { type BackupVaultJob, backupVaultWordAt, SOURCES } from './backup-vault-fleet.ts';
import type { JobPayload } from './documented.ts';
import { addTicks, renderInstant, renderIsoDuration, renderTimeSpan, type TickTime } from './time-text.ts';

const isOver = (job: BackupVaultJob, nowMs: number): boolean => phaseOf(job.course, nowMs) === 'ended';

const RECOMMENDED = ['Give the vault the missing role.', 'Then start the backup again.'];

const DENIED = {
  code: 'UserErrorMissingPermission',
  message: 'The vault lacks a role on what is to be backed up.',
  target: '',
  isRetryable: false,
  isUserError: true,
  recommendedAction: RECOMMENDED,
  details: null,
  innerError: null,
  properties: {},
};

const renderErrors = ({ shape, name }: BackupVaultJob): unknown => {
  if (shape.errors === 'null') return null;
  if (shape.errors === 'plain') return [DENIED];
  if (shape.errors === 'nested') {
    const below = { ...DENIED, code: 'UserErrorOneOfMany', message: `The copy of ${name} is not complete.` };
    return [{ ...DENIED, code: 'UserErrorSeveral', message: 'Several steps had trouble.', details: [below] }];
  }
  const cause = { code: 'AuthorizationFailed', additionalInfo: { action: 'read' }, embeddedInnerError: null };
  return [{ ...DENIED, innerError: { code: 'CloudServiceError', additionalInfo: {}, embeddedInnerError: cause } }];
};

const taskStatus = (job: BackupVaultJob, nowMs: number): string => {
  if (!isOver(job, nowMs)) return 'InProgress';
  if (job.shape.tasks === 'one-failed') return 'Failed';
  return job.shape.outcome === 'Failed' || job.shape.outcome === 'Cancelled' ? job.shape.outcome : 'Completed';
};

const renderTasks = (job: BackupVaultJob, nowMs: number): unknown =>
  job.shape.tasks === 'null'
    ? null
    : [
        { taskId: 1, taskName: 'Trigger Backup', taskStatus: 'Completed', taskProgress: '100', additionalDetails: {} },
        { taskId: 2, taskName: 'Move data to store', taskStatus: taskStatus(job, nowMs), taskProgress: null },
      ];

const renderExtended = (job: BackupVaultJob, nowMs: number): unknown =>
  job.shape.extended === 'null'
    ? null
    : {
        additionalDetails: { 'Resource guard': 'none' },
        backupInstanceState: 'ProtectionConfigured',
        dataTransferredInBytes: job.shape.category === 'Management' ? null : job.bytes,
        recoveryDestination: job.shape.category === 'Restore' ? `${job.name}-restored` : null,
        sourceRecoverPoint: null,
        targetRecoverPoint: null,
        subTasks: renderTasks(job, nowMs),
      };

const renderSpan = ({ shape }: BackupVaultJob, span: TickTime): { duration?: string } => {
  if (shape.duration === 'absent') return {};
  if (shape.duration === 'unreadable') return { duration: 'a while' };
  return { duration: shape.duration === 'iso' ? renderIsoDuration(span) : renderTimeSpan(span) };
};

const renderTimes = (job: BackupVaultJob, nowMs: number) => {
  const start = { milliseconds: job.course.startMs, ticks: job.startTicks };
  const span = isOver(job, nowMs)
    ? { milliseconds: job.course.durationMs, ticks: job.durationTicks }
    : { milliseconds: Math.max(0, nowMs - job.course.startMs), ticks: 0 };
  return {
    startTime: renderInstant(start),
    ...(isOver(job, nowMs) ? { endTime: renderInstant(addTicks(start, span)) } : {}),
    ...renderSpan(job, span),
  };
};

/** A job as the answer for a single job shows it. */
export const renderBackupVaultJob = (job: BackupVaultJob, nowMs: number): JobPayload => {
  const { vault, shape, name, id, activityId } = job;
  const { subscriptionId, resourceGroup } = vault;
  const source = SOURCES[shape.source];
  const group = `/subscriptions/${subscriptionId}/resourceGroups/rg-app`;
  const policy = shape.hasPolicy ? (job.policyName ?? 'daily') : null;
  return {
    id: `${vault.idPrefix}/backupJobs/${id}`,
    name: id,
    type: 'Microsoft.DataProtection/backupVaults/backupJobs',
    properties: {
      activityID: shape.activity === 'guid' ? activityId : `${activityId};Fri Nov 20 2026 06:00:00 GMT+0100`,
      backupInstanceFriendlyName: name,
      backupInstanceId: `${vault.idPrefix}/backupInstances/${name}`,
      dataSourceId: `${group}/providers/${source.type}/${name}`,
      dataSourceLocation: 'westeurope',
      dataSourceName: name,
      dataSourceSetName: shape.source === 'database' ? 'pg-old-weu' : null,
      dataSourceType: source.type,
      destinationDataStoreName: shape.category === 'Tiering' ? 'ArchiveStore' : null,
      ...renderTimes(job, nowMs),
      errorDetails: isOver(job, nowMs) ? renderErrors(job) : null,
      etag: 'W/"1"',
      extendedInfo: renderExtended(job, nowMs),
      isUserTriggered: shape.byUser,
      operation: shape.operation,
      operationCategory: shape.category,
      policyId: policy === null ? null : `${vault.idPrefix}/backupPolicies/${policy}`,
      policyName: policy,
      progressEnabled: false,
      progressUrl: null,
      restoreType: shape.category === 'Restore' ? 'AlternateLocation' : null,
      sourceDataStoreName: 'OperationalStore',
      sourceResourceGroup: resourceGroup,
      sourceSubscriptionID: subscriptionId,
      status: backupVaultWordAt(job, nowMs),
      subscriptionId,
      supportedActions: shape.actions,
      vaultName: vault.name,
    },
  };
};
