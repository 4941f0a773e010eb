import { type Answer, createManners, createVendorClient, type TokenSource } from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, SourceCondition } from '@crossvault/contract';
import type { VeeamAzureConfig } from '../config.ts';
import type { paths } from '../generated/schema.ts';
import { createVeeamAzureTokens } from './auth.ts';
import { readProblem } from './problem.ts';

/** What a page of sessions is asked for. The filters exist from v2 on. */
export interface SessionQuery {
  readonly offset: number;
  readonly limit: number;
  /** Whole seconds of UTC, by the start of the session. */
  readonly fromUtc?: string;
  readonly toUtc?: string;
  readonly status?: readonly string[];
}

/** The calls that are made at an appliance; bodies come as they are. */
export interface VeeamAzureClient {
  readonly tokens: TokenSource;
  /** How the vendor treats this connection right now. */
  condition(): SourceCondition;
  listSessions(query: SessionQuery, call: CallOptions): Promise<Answer>;
  getSession(id: string, call: CallOptions): Promise<Answer>;
  getSessionLog(id: string, call: CallOptions): Promise<Answer>;
}

export function createVeeamAzureClient(config: VeeamAzureConfig, context: ConnectorContext): VeeamAzureClient {
  const { apiVersion: version, baseUrl } = config;
  const manners = createManners({ context, baseUrl });
  const tokens = createVeeamAzureTokens(config, context, manners);
  const client = createVendorClient<paths>({ baseUrl, context, manners, tokens, readProblem });

  return Object.freeze({
    tokens,
    condition: manners.condition,
    listSessions: (query, call) =>
      client.read(call, (api, signal) =>
        api.GET('/api/{version}/jobSessions', {
          params: { path: { version }, query: toParameters(query, version) },
          signal,
        }),
      ),
    getSession: (id, call) =>
      client.read(call, (api, signal) =>
        api.GET('/api/{version}/jobSessions/{id}', { params: { path: { version, id } }, signal }),
      ),
    getSessionLog: (id, call) =>
      client.read(call, (api, signal) =>
        api.GET('/api/{version}/jobSessions/{id}/log', { params: { path: { version, id } }, signal }),
      ),
  } satisfies VeeamAzureClient);
}

/** Names are case-sensitive from v2 on; v1 writes its two in lower case. Several statuses repeat the key. */
function toParameters(query: SessionQuery, version: VeeamAzureConfig['apiVersion']) {
  const { offset, limit, fromUtc, toUtc, status } = query;
  if (version === 'v1') return { offset, limit };
  return {
    Offset: offset,
    Limit: limit,
    ...(fromUtc === undefined ? {} : { FromUtc: fromUtc }),
    ...(toUtc === undefined ? {} : { ToUtc: toUtc }),
    ...(status === undefined ? {} : { Status: status }),
  };
}
