import type { PreparedRequest, VendorClient } from '@crossvault/client-kit';
import type { VeeamSpcConfig } from '../config.ts';
import type { paths } from '../generated/schema.ts';
import type { AgentSystem } from './calls-v3.ts';
import { clientVersionHeader } from './client-version.ts';

/** An agent's job as addresses have it. */
export interface AgentJobAddress {
  readonly system: AgentSystem;
  readonly agentUid: string;
  readonly jobUid: string;
}

/** What can be asked of a policy for a public cloud. */
export type PolicyVerb = 'start' | 'stop' | 'enable' | 'disable';

/**
 * The calls of REST v3 that change something, put together and not sent. Each says its own id, by which the action can be
 * found that it may be handed over to, even where the answer was lost.
 */
export interface ChangesV3 {
  startAgentJob(address: AgentJobAddress, full: boolean, requestId: string): Promise<PreparedRequest>;
  stopAgentJob(address: AgentJobAddress, requestId: string): Promise<PreparedRequest>;
  /** Agents for Windows alone. */
  enableAgentJob(address: AgentJobAddress, enabled: boolean, requestId: string): Promise<PreparedRequest>;
  deleteAgentJob(address: AgentJobAddress, removeRestorePoints: boolean, requestId: string): Promise<PreparedRequest>;
  actOnServerJob(jobUid: string, verb: 'start' | 'stop' | 'retry', requestId: string): Promise<PreparedRequest>;
  enableServerJob(jobUid: string, enabled: boolean, requestId: string): Promise<PreparedRequest>;
  actOnPolicy(policyUid: string, verb: PolicyVerb, requestId: string): Promise<PreparedRequest>;
}

const switched = (enabled: boolean) => [{ op: 'replace' as const, path: '/isEnabled', value: enabled }];

export function createChangesV3(client: VendorClient<paths>, config: Pick<VeeamSpcConfig, 'clientVersion'>): ChangesV3 {
  const headerFor = (requestId: string) => ({ ...clientVersionHeader(config), 'X-Request-id': requestId });
  return {
    startAgentJob: ({ system, agentUid, jobUid }, full, requestId) =>
      client.prepare('operate', (api) =>
        api.POST(`/api/v3/infrastructure/backupAgents/${system}/{agentUid}/jobs/{jobUid}/start`, {
          params: {
            header: headerFor(requestId),
            path: { agentUid, jobUid },
            query: full ? { activeFullBackup: true } : {},
          },
        }),
      ),
    stopAgentJob: ({ system, agentUid, jobUid }, requestId) =>
      client.prepare('operate', (api) =>
        api.POST(`/api/v3/infrastructure/backupAgents/${system}/{agentUid}/jobs/{jobUid}/stop`, {
          params: { header: headerFor(requestId), path: { agentUid, jobUid } },
        }),
      ),
    enableAgentJob: ({ agentUid, jobUid }, enabled, requestId) =>
      client.prepare('operate', (api) =>
        api.PATCH('/api/v3/infrastructure/backupAgents/windows/{agentUid}/jobs/{jobUid}', {
          params: { header: headerFor(requestId), path: { agentUid, jobUid } },
          body: switched(enabled),
        }),
      ),
    deleteAgentJob: ({ system, agentUid, jobUid }, removeRestorePoints, requestId) =>
      client.prepare('destroy', (api) =>
        api.DELETE(`/api/v3/infrastructure/backupAgents/${system}/{agentUid}/jobs/{jobUid}`, {
          params: { header: headerFor(requestId), path: { agentUid, jobUid }, query: { removeRestorePoints } },
        }),
      ),
    actOnServerJob: (jobUid, verb, requestId) =>
      client.prepare('operate', (api) =>
        api.POST(`/api/v3/infrastructure/backupServers/jobs/{jobUid}/${verb}`, {
          params: { header: headerFor(requestId), path: { jobUid } },
        }),
      ),
    enableServerJob: (jobUid, enabled, requestId) =>
      client.prepare('operate', (api) =>
        api.PATCH('/api/v3/infrastructure/backupServers/jobs/{jobUid}', {
          params: { header: headerFor(requestId), path: { jobUid } },
          body: switched(enabled),
        }),
      ),
    actOnPolicy: (policyUid, verb, requestId) =>
      client.prepare('operate', (api) =>
        api.POST(`/api/v3/infrastructure/backupServers/publicCloud/policies/{policyUid}/${verb}`, {
          params: { header: headerFor(requestId), path: { policyUid } },
        }),
      ),
  };
}
