import type { Answer, PreparedRequest } from '@crossvault/client-kit';
import type { CallOptions } from '@crossvault/core';
import { type ApiVersion, mannerOf, type PolicySort } from '../versions.ts';
import type { ApplianceApi } from './appliance-api.ts';

/** Actions on a policy. */
export type PolicyAct = 'start' | 'stop' | 'enable' | 'disable';

/** Part of a list. */
export interface Slice {
  readonly offset: number;
  readonly limit: number;
}

export interface PolicyCalls {
  /** The one policy of virtual networks has no list. */
  list(sort: Exclude<PolicySort, 'vnet'>, slice: Slice, call: CallOptions): Promise<Answer>;
  /** `id` is ignored for virtual networks. */
  get(sort: PolicySort, id: string, call: CallOptions): Promise<Answer>;
  /** Policies by agreed service level are neither started nor stopped: null. */
  prepare(sort: PolicySort, id: string, act: PolicyAct): Promise<PreparedRequest> | null;
}

const former = '/api/{version}/policies';
const vnetPath = '/api/{version}/policy/vnet';
const listPaths = {
  'virtual-machines': '/api/{version}/policies/virtualMachines',
  sql: '/api/{version}/policies/sql',
  'file-shares': '/api/{version}/policies/fileShares',
  'cosmos-db': '/api/{version}/policies/cosmosDb',
  sla: '/api/{version}/policy/slaBased/virtualMachines',
} as const;

export function createPolicyCalls({ read, prepare }: ApplianceApi, version: ApiVersion): PolicyCalls {
  const manner = mannerOf(version);
  const pathOf = (sort: Exclude<PolicySort, 'vnet' | 'sla'>) =>
    sort === 'virtual-machines' && manner.hasFormerPolicies ? former : listPaths[sort];

  return {
    list: (sort, { offset, limit }, call) =>
      read('policies', call, (api, signal) => {
        const path = { version };
        if (manner.parameters === 'lower-case') {
          return api.GET(former, { params: { path, query: { offset, limit } }, signal });
        }
        const query = { Offset: offset, Limit: limit };
        return api.GET(sort === 'sla' ? listPaths.sla : pathOf(sort), { params: { path, query }, signal });
      }),
    get: (sort, policyId, call) =>
      read('policies', call, (api, signal) => {
        if (sort === 'vnet') return api.GET(vnetPath, { params: { path: { version } }, signal });
        const base = sort === 'sla' ? listPaths.sla : pathOf(sort);
        return api.GET(`${base}/{policyId}` as const, { params: { path: { version, policyId } }, signal });
      }),
    prepare(sort, policyId, act) {
      const what = `${act} policies`;
      const params = { path: { version, policyId } };
      if (sort === 'vnet') {
        return prepare(what, (api) => api.POST(`${vnetPath}/${act}` as const, { params: { path: { version } } }));
      }
      if (sort !== 'sla') {
        return prepare(what, (api) => api.POST(`${pathOf(sort)}/{policyId}/${act}` as const, { params }));
      }
      if (act === 'start' || act === 'stop') return null;
      return prepare(what, (api) => api.POST(`${listPaths.sla}/{policyId}/${act}` as const, { params }));
    },
  };
}
