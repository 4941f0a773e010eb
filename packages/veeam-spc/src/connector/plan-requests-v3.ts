import type { PreparedRequest } from '@crossvault/client-kit';
import { type ConnectorContext, CrossvaultError } from '@crossvault/core';
import type { ChangesV3 } from '../client/changes-v3.ts';
import type { PlanRequest, PlanRequests } from './plan-requests.ts';
import type { PlanAddress } from './plan-state.ts';

const verbs = { run: 'start', stop: 'stop', enable: 'enable', disable: 'disable' } as const;

export function createPlanRequestsV3(changes: ChangesV3, { connection }: ConnectorContext): PlanRequests {
  function prepareForAgent(
    request: PlanRequest,
    { agentUid, jobUid, system }: Extract<PlanAddress, { family: 'agent' }>,
    requestId: string,
  ): Promise<PreparedRequest> | null {
    if (system === null) return null;
    const planAddress = { agentUid, jobUid, system };
    switch (request.action) {
      case 'run':
        return changes.startAgentJob(planAddress, request.full, requestId);
      case 'stop':
        return changes.stopAgentJob(planAddress, requestId);
      case 'enable':
      case 'disable':
        return changes.enableAgentJob(planAddress, request.action === 'enable', requestId);
      case 'remove':
        return request.removeRestorePoints === null
          ? null
          : changes.deleteAgentJob(planAddress, request.removeRestorePoints, requestId);
      default:
        return null;
    }
  }

  function prepareForServer(
    { action }: PlanRequest,
    jobUid: string,
    requestId: string,
  ): Promise<PreparedRequest> | null {
    switch (action) {
      case 'run':
        return changes.actOnServerJob(jobUid, 'start', requestId);
      case 'stop':
      case 'retry':
        return changes.actOnServerJob(jobUid, action, requestId);
      case 'enable':
      case 'disable':
        return changes.enableServerJob(jobUid, action === 'enable', requestId);
      default:
        return null;
    }
  }

  return {
    offered(planAddress) {
      if (planAddress.family === 'server') return ['run', 'stop', 'enable', 'disable', 'retry'];
      if (planAddress.family === 'policy') return ['run', 'stop', 'enable', 'disable'];
      if (planAddress.system === null) return [];
      return planAddress.system === 'windows'
        ? ['run', 'stop', 'enable', 'disable', 'remove']
        : ['run', 'stop', 'remove'];
    },
    checkDetails(request, family) {
      if (request.action === 'run' && request.full && family !== 'agent') {
        const message = 'Crossvault asks the console for a full backup of jobs of backup agents alone.';
        throw new CrossvaultError({ code: 'not-guaranteed', message, source: connection });
      }
      if (request.action === 'remove' && family === 'agent' && request.removeRestorePoints === null) {
        const message =
          'removeRestorePoints has to be said: true removes the restore points of the job with it, false keeps them.';
        const parameter = 'removeRestorePoints';
        throw new CrossvaultError({ code: 'invalid-parameter', message, parameter, source: connection });
      }
    },
    prepare(request, { planAddress }, requestId) {
      if (planAddress.family === 'agent') return prepareForAgent(request, planAddress, requestId);
      if (planAddress.family === 'server') return prepareForServer(request, planAddress.jobUid, requestId);
      const { action } = request;
      return action in verbs && action !== 'retry' && action !== 'update' && action !== 'remove'
        ? changes.actOnPolicy(planAddress.policyUid, verbs[action], requestId)
        : null;
    },
  };
}
