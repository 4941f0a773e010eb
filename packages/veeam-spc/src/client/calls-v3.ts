import type { Answer, VendorClient } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext } from '@crossvault/core';
import type { VeeamSpcConfig } from '../config.ts';
import type { paths } from '../generated/schema.ts';
import type { LookAtAction } from './async-action.ts';
import { clientVersionHeader } from './client-version.ts';
import { createTracking } from './tracking.ts';

/** Which part of a list, and of which rows. */
export interface ListRequest {
  readonly limit: number;
  readonly offset: number;
  readonly filter: string | null;
}

/** How addresses spell the system of an agent's computer. */
export type AgentSystem = 'windows' | 'linux' | 'mac';

/** The calls of REST v3 that the connector makes. Any of them may be answered later; then it is waited for. */
export interface CallsV3 {
  listAgents(request: ListRequest, call: CallOptions): Promise<Answer>;
  listOrganizations(request: ListRequest, call: CallOptions): Promise<Answer>;
  listAgentJobs(request: ListRequest, call: CallOptions): Promise<Answer>;
  listServerJobs(request: ListRequest, call: CallOptions): Promise<Answer>;
  listPolicies(request: ListRequest, call: CallOptions): Promise<Answer>;
  getAgentJob(system: AgentSystem, agentUid: string, jobUid: string, call: CallOptions): Promise<Answer>;
  getServerJob(jobUid: string, call: CallOptions): Promise<Answer>;
  getPolicy(policyUid: string, call: CallOptions): Promise<Answer>;
  getAbout(call: CallOptions): Promise<Answer>;
  getCurrentUser(call: CallOptions): Promise<Answer>;
}

export function createCallsV3(
  client: VendorClient<paths>,
  config: Pick<VeeamSpcConfig, 'clientVersion'>,
  context: ConnectorContext,
  lookAtAction: LookAtAction,
): CallsV3 {
  const header = clientVersionHeader(config);
  const settle = createTracking(lookAtAction, context);
  const read: VendorClient<paths>['read'] = async (call, send) => settle(await client.read(call, send), call);
  const toQuery = ({ limit, offset, filter }: ListRequest) => ({
    limit,
    offset,
    ...(filter === null ? {} : { filter }),
  });
  return {
    listAgents: (request, call) =>
      read(call, (api, signal) =>
        api.GET('/api/v3/infrastructure/backupAgents', { signal, params: { header, query: toQuery(request) } }),
      ),
    listOrganizations: (request, call) =>
      read(call, (api, signal) =>
        api.GET('/api/v3/organizations', { signal, params: { header, query: toQuery(request) } }),
      ),
    listAgentJobs: (request, call) =>
      read(call, (api, signal) =>
        api.GET('/api/v3/infrastructure/backupAgents/jobs', { signal, params: { header, query: toQuery(request) } }),
      ),
    listServerJobs: (request, call) =>
      read(call, (api, signal) =>
        api.GET('/api/v3/infrastructure/backupServers/jobs', { signal, params: { header, query: toQuery(request) } }),
      ),
    listPolicies: (request, call) =>
      read(call, (api, signal) =>
        api.GET('/api/v3/infrastructure/backupServers/publicCloud/policies', {
          signal,
          params: { header, query: toQuery(request) },
        }),
      ),
    getAgentJob: (system, agentUid, jobUid, call) =>
      read(call, (api, signal) =>
        api.GET(`/api/v3/infrastructure/backupAgents/${system}/{agentUid}/jobs/{jobUid}`, {
          signal,
          params: { header, path: { agentUid, jobUid } },
        }),
      ),
    getServerJob: (jobUid, call) =>
      read(call, (api, signal) =>
        api.GET('/api/v3/infrastructure/backupServers/jobs/{jobUid}', {
          signal,
          params: { header, path: { jobUid } },
        }),
      ),
    getPolicy: (policyUid, call) =>
      read(call, (api, signal) =>
        api.GET('/api/v3/infrastructure/backupServers/publicCloud/policies/{policyUid}', {
          signal,
          params: { header, path: { policyUid } },
        }),
      ),
    getAbout: (call) => read(call, (api, signal) => api.GET('/api/v3/about', { signal, params: { header } })),
    getCurrentUser: (call) => read(call, (api, signal) => api.GET('/api/v3/users/me', { signal, params: { header } })),
  };
}
