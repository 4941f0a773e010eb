import type { PreparedRequest, VendorClient } from '@crossvault/client-kit';
import type { paths } from '../generated/schema.ts';

/**
 * The calls of REST v2 that change something, put together and not sent. What a job offers, its `_links` say; their hosts
 * may be others than the one that was called, so the addresses are built from ids.
 */
export interface ChangesV2 {
  startJob(agentId: string, jobId: string): Promise<PreparedRequest>;
  stopJob(agentId: string, jobId: string): Promise<PreparedRequest>;
  updateJob(agentId: string, jobId: string, allowLicenseEscalate: boolean): Promise<PreparedRequest>;
  deleteJob(agentId: string, jobId: string): Promise<PreparedRequest>;
}

export function createChangesV2(client: VendorClient<paths>): ChangesV2 {
  return {
    startJob: (agentId, jobId) =>
      client.prepare('operate', (api) =>
        api.POST('/v2/backupAgents/{agentId}/jobs/{jobId}/start', { params: { path: { agentId, jobId } } }),
      ),
    stopJob: (agentId, jobId) =>
      client.prepare('operate', (api) =>
        api.POST('/v2/backupAgents/{agentId}/jobs/{jobId}/stop', { params: { path: { agentId, jobId } } }),
      ),
    updateJob: (agentId, jobId, allowLicenseEscalate) =>
      client.prepare('operate', (api) =>
        api.POST('/v2/backupAgents/{agentId}/jobs/{jobId}/update', {
          params: { path: { agentId, jobId }, query: { allowLicenseEscalate } },
        }),
      ),
    deleteJob: (agentId, jobId) =>
      client.prepare('destroy', (api) =>
        api.DELETE('/v2/backupAgents/{agentId}/jobs/{jobId}/delete', { params: { path: { agentId, jobId } } }),
      ),
  };
}
