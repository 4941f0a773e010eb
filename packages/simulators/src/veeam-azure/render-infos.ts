import { momentOf, type VeeamSession } from './session.ts';
import { renderInstant } from './time-text.ts';
import type { VersionManner } from './versions.ts';
import { kindOfType } from './words.ts';

type Infos = Readonly<Record<string, unknown>>;
type InfoManner = Pick<VersionManner, 'isFirst' | 'infos'>;

const REASON = 'Restore test of the quarter';
const INITIATOR = 'svc-restore';

const backupInfo = ({ policy, instances }: VeeamSession, { infos }: InfoManner): Infos => ({
  policyId: policy?.id,
  policyName: policy?.name,
  ...(infos === 'all' ? { policyType: policy?.type } : {}),
  protectedInstancesCount: instances,
  policyRemoved: policy?.removed,
});

const fileLevelInfo = (session: VeeamSession, nowMs: number, { infos }: InfoManner): Infos => {
  const { startMicros, endMicros } = momentOf(session, nowMs);
  const isOpen = endMicros === null;
  const flrLink = isOpen
    ? { url: 'https://10.0.4.17/', thumbprint: '5F2C0A9B7D1E48366C85E1D0B94FA273C618DE52' }
    : { url: null, thumbprint: null };
  const vmId = session.machine.id;
  if (infos !== 'all') return { reason: REASON, flrLink, vmId };
  return {
    initiator: INITIATOR,
    reason: REASON,
    flrLink,
    vmId,
    vmName: session.machine.name,
    backupPolicyDisplayName: 'Prod VMs daily',
    restorePointCreatedDateUtc: startMicros === null ? null : renderInstant(startMicros - 3_600_000_000),
    isFlrSessionReady: isOpen,
  };
};

const repositoryInfo = ({ repository }: VeeamSession, { isFirst }: InfoManner): Infos => ({
  repositoryId: isFirst ? repository.number : repository.id,
  repositoryName: repository.name,
  repositoryRemoved: repository.removed,
});

const fileShareInfo = ({ id, machine }: VeeamSession): Infos => ({
  initiator: INITIATOR,
  reason: REASON,
  flrLink: { url: null, thumbprint: null },
  fileShareId: id.toUpperCase(),
  fileShareName: machine.name,
  backupPolicyDisplayName: 'Shares every six hours',
  restorePointCreatedDateUtc: null,
});

const retrievalInfo = ({ id, machine }: VeeamSession): Infos => ({
  restorePointId: id,
  initiator: INITIATOR,
  instanceName: machine.name,
  daysToKeep: 3,
  dataRetrievalPriority: 'Normal',
});

/** The infos of later versions beside the four of the first: two more in v3, the others after it. */
const laterInfos = (session: VeeamSession, infos: VersionManner['infos']): Infos => {
  const { shape, policy, instances } = session;
  if (infos === 'four') return {};
  if (infos === 'all' && shape.type === 'HealthCheck' && policy !== null) {
    const { id, name, removed } = policy;
    const info = { policyId: id, policyName: name, checkedInstancesCount: instances, policyRemoved: removed };
    return { healthCheckJobInfo: info };
  }
  if (infos === 'all' && shape.type === 'FileShareFileRestore')
    return { fileShareFileLevelRestoreJobInfo: fileShareInfo(session) };
  if (shape.type.endsWith('RestorePointDataRetrieval')) {
    return { restorePointDataRetrievalJobInfo: retrievalInfo(session) };
  }
  const isRetention = kindOfType(shape.type) === 'retention';
  return isRetention ? { retentionJobInfo: { deletedRestorePointsCount: instances } } : {};
};

/** An info that does not apply is absent, as on the reference page; it is never null. */
export const renderInfos = (session: VeeamSession, nowMs: number, manner: InfoManner): Infos => {
  const { shape, policy } = session;
  if (policy !== null && shape.type !== 'HealthCheck') return { backupJobInfo: backupInfo(session, manner) };
  if (shape.type.startsWith('Repository')) return { repositoryJobInfo: repositoryInfo(session, manner) };
  if (shape.type === 'FileLevelRestore') return { fileLevelRestoreJobInfo: fileLevelInfo(session, nowMs, manner) };
  if (kindOfType(shape.type) === 'restore' && shape.type !== 'FileShareFileRestore') {
    const rest = manner.infos !== 'all' ? { items: [] } : { backupPolicyDisplayName: policy?.name ?? 'Prod VMs daily' };
    return { restoreJobInfo: { reason: REASON, ...rest } };
  }
  return laterInfos(session, manner.infos);
};
