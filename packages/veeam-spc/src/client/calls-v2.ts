import type { Answer, VendorClient } from '@crossvault/client-kit';
import type { CallOptions } from '@crossvault/core';
import type { paths } from '../generated/schema.ts';

/** Which part of a list: `skip` rows are left out, then `top` rows come. */
export interface Page {
  readonly top: number;
  readonly skip: number;
}

/** The calls of REST v2 that the connector makes. `_links` of answers may name another host and are never followed. */
export interface CallsV2 {
  listAgents(page: Page, call: CallOptions): Promise<Answer>;
  getAgent(agentId: string, call: CallOptions): Promise<Answer>;
  listAgentJobs(agentId: string, page: Page, call: CallOptions): Promise<Answer>;
  getAgentJob(agentId: string, jobId: string, call: CallOptions): Promise<Answer>;
}

export function createCallsV2(client: VendorClient<paths>): CallsV2 {
  return {
    listAgents: ({ top, skip }, call) =>
      client.read(call, (api, signal) =>
        api.GET('/v2/backupAgents', { signal, params: { query: { $top: top, $skip: skip } } }),
      ),
    getAgent: (agentId, call) =>
      client.read(call, (api, signal) =>
        api.GET('/v2/backupAgents/{agentId}', { signal, params: { path: { agentId } } }),
      ),
    listAgentJobs: (agentId, { top, skip }, call) =>
      client.read(call, (api, signal) =>
        api.GET('/v2/backupAgents/{agentId}/jobs', {
          signal,
          params: { path: { agentId }, query: { $top: top, $skip: skip } },
        }),
      ),
    getAgentJob: (agentId, jobId, call) =>
      client.read(call, (api, signal) =>
        api.GET('/v2/backupAgents/{agentId}/jobs/{jobId}', { signal, params: { path: { agentId, jobId } } }),
      ),
  };
}
