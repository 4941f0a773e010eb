import {
  type Answer,
  createRequestPolicy,
  createVendorClient,
  type PreparedRequest,
  type TokenSource,
} from '@crossvault/client-kit';
import type { CallOptions, ConnectorContext, SourceCondition } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import type { VeeamAzureConfig } from '../config.ts';
import type { paths } from '../generated/schema.ts';
import { type ApiVersion, mannerOf } from '../versions.ts';
import type { ApplianceApi } from './appliance-api.ts';
import { createVeeamAzureTokens } from './auth.ts';
import { createItemCalls, type ItemCalls } from './item-calls.ts';
import { createPolicyCalls, type PolicyCalls, type Slice } from './policy-calls.ts';
import { readProblem } from './problem.ts';
import { explainChangeRefusal, explainRefusal, versionNotServed } from './refusal.ts';

/** Parameters of a page of sessions. The filters exist from v2 on. */
export interface SessionQuery {
  readonly offset: number;
  readonly limit: number;
  /** Whole seconds of UTC, by the start of the session. */
  readonly fromUtc?: string;
  readonly toUtc?: string;
  readonly status?: readonly string[];
  readonly policyId?: string;
}

/** The calls to an appliance. They return the bodies unparsed. */
export interface VeeamAzureCalls {
  readonly tokens: TokenSource;
  /** Current condition of the connection. */
  condition(): SourceCondition;
  /** `version` to try another than the configured one. */
  listSessions(query: SessionQuery, call: CallOptions, version?: ApiVersion): Promise<Answer>;
  getSession(id: string, call: CallOptions): Promise<Answer>;
  getSessionLog(id: string, call: CallOptions): Promise<Answer>;
  /** What became of the resources of a session. */
  listSessionItems(id: string, slice: Slice, call: CallOptions): Promise<Answer>;
  prepareSessionStop(id: string): Promise<PreparedRequest>;
  readonly policies: PolicyCalls;
  readonly items: ItemCalls;
  getOperation(id: string, call: CallOptions): Promise<Answer>;
  getAbout(call: CallOptions): Promise<Answer>;
  getServerInfo(call: CallOptions): Promise<Answer>;
  getTime(call: CallOptions): Promise<Answer>;
  getStatus(call: CallOptions): Promise<Answer>;
}

export function createVeeamAzureCalls(config: VeeamAzureConfig, context: ConnectorContext): VeeamAzureCalls {
  const { apiVersion, baseUrl } = config;
  const requestPolicy = createRequestPolicy({ context, baseUrl });
  const tokens = createVeeamAzureTokens(config, context, requestPolicy);
  const vendor = createVendorClient<paths>({ baseUrl, context, requestPolicy, tokens, readProblem });
  const path = { version: apiVersion };

  /** Logs in first, so that a refusal or a 404 concerns the call and not the token endpoint. */
  async function read(what: string, call: CallOptions, send: Parameters<typeof vendor.read>[1]): Promise<Answer> {
    await tokens.get(call);
    return vendor.read(call, send).catch((error: unknown) => {
      throw explainRefusal(error, what);
    });
  }

  const api: ApplianceApi = {
    read,
    async prepare(what, run) {
      const { planned, send } = await vendor.prepare('operate', run);
      const sendOnce: PreparedRequest['send'] = (call) =>
        send(call).catch((error: unknown) => {
          throw explainChangeRefusal(error, what);
        });
      return { planned, send: sendOnce };
    },
  };

  async function listSessions(query: SessionQuery, call: CallOptions, version = apiVersion): Promise<Answer> {
    await tokens.get(call);
    return read('sessions', call, (api, signal) =>
      api.GET('/api/{version}/jobSessions', {
        params: { path: { version }, query: toParameters(query, version) },
        signal,
      }),
    ).catch((error: unknown) => {
      const isNotServed = CrossvaultError.isInstance(error) && error.code === 'source-not-found';
      throw isNotServed ? versionNotServed(version, error) : error;
    });
  }

  return Object.freeze({
    tokens,
    condition: requestPolicy.condition,
    listSessions,
    getSession: (id, call) =>
      read('sessions', call, (api, signal) =>
        api.GET('/api/{version}/jobSessions/{id}', { params: { path: { ...path, id } }, signal }),
      ),
    getSessionLog: (id, call) =>
      read('the logs of sessions', call, (api, signal) =>
        api.GET('/api/{version}/jobSessions/{id}/log', { params: { path: { ...path, id } }, signal }),
      ),
    listSessionItems: (id, { offset, limit }, call) =>
      read('the results of sessions', call, (api, signal) =>
        api.GET('/api/{version}/jobSessions/{id}/protectedItems', {
          params: { path: { ...path, id }, query: { Offset: offset, Limit: limit } },
          signal,
        }),
      ),
    prepareSessionStop: (id) =>
      api.prepare('stop sessions', (appliance) =>
        appliance.POST('/api/{version}/jobSessions/{id}/stop', { params: { path: { ...path, id } } }),
      ),
    policies: createPolicyCalls(api, apiVersion),
    items: createItemCalls(api, apiVersion),
    getOperation: (operationId, call) =>
      read('operations', call, (api, signal) =>
        api.GET('/api/{version}/operations/{operationId}', { params: { path: { ...path, operationId } }, signal }),
      ),
    getAbout: (call) =>
      read('the version', call, (api, signal) => api.GET('/api/{version}/system/about', { params: { path }, signal })),
    getServerInfo: (call) =>
      read('the server information', call, (api, signal) =>
        api.GET('/api/{version}/system/serverInfo', { params: { path }, signal }),
      ),
    getTime: (call) =>
      read('the clock', call, (api, signal) => api.GET('/api/{version}/system/time', { params: { path }, signal })),
    getStatus: (call) =>
      read('the status', call, (api, signal) => api.GET('/api/{version}/system/status', { params: { path }, signal })),
  } satisfies VeeamAzureCalls);
}

/** Several statuses repeat the key. */
function toParameters(query: SessionQuery, version: ApiVersion) {
  const { offset, limit, fromUtc, toUtc, status, policyId } = query;
  const manner = mannerOf(version);
  if (manner.parameters === 'lower-case') return { offset, limit };
  return {
    Offset: offset,
    Limit: limit,
    ...(manner.takesDisplay ? ({ Display: 'Full' } as const) : {}),
    ...(fromUtc === undefined ? {} : { FromUtc: fromUtc }),
    ...(toUtc === undefined ? {} : { ToUtc: toUtc }),
    ...(status === undefined ? {} : { Status: [...status] }),
    ...(policyId === undefined ? {} : { PolicyId: policyId }),
  };
}
