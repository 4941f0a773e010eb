import { momentOf, type VeeamSession } from './session.ts';
import { renderInstant } from './time-text.ts';
import { kindOfType } from './words.ts';

type Infos = Readonly<Record<string, unknown>>;

const REASON = 'Restore test of the quarter';
const INITIATOR = 'svc-restore';

const backupInfo = ({ policy, instances }: VeeamSession, isFirst: boolean): Infos => ({
  policyId: policy?.id,
  policyName: policy?.name,
  ...(isFirst ? {} : { policyType: policy?.type }),
  protectedInstancesCount: instances,
  policyRemoved: policy?.removed,
});

const fileLevelInfo = (session: VeeamSession, nowMs: number, isFirst: boolean): Infos => {
  const { startMicros, endMicros } = momentOf(session, nowMs);
  const isOpen = endMicros === null;
  const flrLink = isOpen
    ? { url: 'https://10.0.4.17/', thumbprint: '5F2C0A9B7D1E48366C85E1D0B94FA273C618DE52' }
    : { url: null, thumbprint: null };
  const vmId = `vm-${session.id.slice(0, 8)}`;
  if (isFirst) return { reason: REASON, flrLink, vmId };
  return {
    initiator: INITIATOR,
    reason: REASON,
    flrLink,
    vmId,
    vmName: session.machine,
    backupPolicyDisplayName: 'Prod VMs daily',
    restorePointCreatedDateUtc: startMicros === null ? null : renderInstant(startMicros - 3_600_000_000),
    isFlrSessionReady: isOpen,
  };
};

const repositoryInfo = ({ repository }: VeeamSession, isFirst: boolean): Infos => ({
  repositoryId: isFirst ? repository.number : repository.id,
  repositoryName: repository.name,
  repositoryRemoved: repository.removed,
});

const fileShareInfo = ({ id, machine }: VeeamSession): Infos => ({
  initiator: INITIATOR,
  reason: REASON,
  flrLink: { url: null, thumbprint: null },
  fileShareId: id.toUpperCase(),
  fileShareName: machine,
  backupPolicyDisplayName: 'Shares every six hours',
  restorePointCreatedDateUtc: null,
});

const retrievalInfo = ({ id, machine }: VeeamSession): Infos => ({
  restorePointId: id,
  initiator: INITIATOR,
  instanceName: machine,
  daysToKeep: 3,
  dataRetrievalPriority: 'Normal',
});

/** What later versions tell beside the four infos of the first. */
const laterInfos = (session: VeeamSession): Infos => {
  const { shape, policy, instances } = session;
  if (shape.type === 'HealthCheck' && policy !== null) {
    const { id, name, removed } = policy;
    const info = { policyId: id, policyName: name, checkedInstancesCount: instances, policyRemoved: removed };
    return { healthCheckJobInfo: info };
  }
  if (shape.type === 'FileShareFileRestore') return { fileShareFileLevelRestoreJobInfo: fileShareInfo(session) };
  if (shape.type.endsWith('RestorePointDataRetrieval')) {
    return { restorePointDataRetrievalJobInfo: retrievalInfo(session) };
  }
  const isRetention = kindOfType(shape.type) === 'retention';
  return isRetention ? { retentionJobInfo: { deletedRestorePointsCount: instances } } : {};
};

/** An info that does not apply is absent, as on the reference page; it is never null. */
export const renderInfos = (session: VeeamSession, nowMs: number, isFirst: boolean): Infos => {
  const { shape, policy } = session;
  if (policy !== null && shape.type !== 'HealthCheck') return { backupJobInfo: backupInfo(session, isFirst) };
  if (shape.type.startsWith('Repository')) return { repositoryJobInfo: repositoryInfo(session, isFirst) };
  if (shape.type === 'FileLevelRestore') return { fileLevelRestoreJobInfo: fileLevelInfo(session, nowMs, isFirst) };
  if (kindOfType(shape.type) === 'restore' && shape.type !== 'FileShareFileRestore') {
    const rest = isFirst ? { items: [] } : { backupPolicyDisplayName: policy?.name ?? 'Prod VMs daily' };
    return { restoreJobInfo: { reason: REASON, ...rest } };
  }
  return isFirst ? {} : laterInfos(session);
};
