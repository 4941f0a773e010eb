import { type Answer, createManners, createVendorClient, type TokenSource } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, SourceCondition } from '@crossvault/contract';
import type { VeeamSpcConfig } from '../config.ts';
import type { paths } from '../generated/schema.ts';
import { createVeeamSpcTokens } from './auth.ts';
import { readProblem, readWait } from './problem.ts';

/** Which part of a list: `skip` rows are left out, then `top` rows come. */
export interface Page {
  readonly top: number;
  readonly skip: number;
}

/** The calls of REST v2 that the connector makes. `_links` of answers may name another host and are never followed. */
export interface VeeamSpcClient {
  readonly tokens: TokenSource;
  /** How the vendor treats this connection right now. */
  condition(): SourceCondition;
  listAgents(page: Page, call: CallOptions): Promise<Answer>;
  getAgent(agentId: string, call: CallOptions): Promise<Answer>;
  listAgentJobs(agentId: string, page: Page, call: CallOptions): Promise<Answer>;
  getAgentJob(agentId: string, jobId: string, call: CallOptions): Promise<Answer>;
}

export function createVeeamSpcClient(config: VeeamSpcConfig, context: ConnectorContext): VeeamSpcClient {
  const { baseUrl } = config;
  const manners = createManners({ context, baseUrl });
  const tokens = createVeeamSpcTokens(config, context, manners);
  const client = createVendorClient<paths>({ baseUrl, context, manners, tokens, readProblem, readWait });
  return Object.freeze({
    tokens,
    condition: manners.condition,
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
  } satisfies VeeamSpcClient);
}
