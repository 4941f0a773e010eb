import { type ConnectorContext, CrossvaultError } from '@crossvault/core';
import type { ChangesV2 } from '../client/changes-v2.ts';
import type { PlanRequests } from './plan-requests.ts';

export function createPlanRequestsV2(changes: ChangesV2, { connection }: ConnectorContext): PlanRequests {
  const notGuaranteed = (message: string): CrossvaultError =>
    new CrossvaultError({ code: 'not-guaranteed', message, source: connection });
  return {
    offered: ({ family }) => (family === 'agent' ? ['run', 'stop', 'update', 'remove'] : []),
    checkDetails(request) {
      if (request.action === 'run' && request.full) {
        throw notGuaranteed(
          'REST v2 of the console starts a job as it is set up, and cannot be asked for a full backup.',
        );
      }
      if (request.action === 'remove' && request.removeRestorePoints !== null) {
        throw notGuaranteed(
          'REST v2 of the console does not say what becomes of the restore points of a job that is deleted: leave removeRestorePoints out, or use REST v3.',
        );
      }
    },
    prepare(request, { planAddress }) {
      if (planAddress.family !== 'agent') return null;
      const { agentUid, jobUid } = planAddress;
      switch (request.action) {
        case 'run':
          return changes.startJob(agentUid, jobUid);
        case 'stop':
          return changes.stopJob(agentUid, jobUid);
        case 'update':
          return changes.updateJob(agentUid, jobUid, request.allowLicenseEscalate);
        case 'remove':
          return changes.deleteJob(agentUid, jobUid);
        default:
          return null;
      }
    },
  };
}
