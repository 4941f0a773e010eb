import type { Connector } from '@crossvault/core';

export const call = { signal: new AbortController().signal };
export const prepare = { ...call, requestId: '5a0f8c1e-4d27-49b3-8e60-1c9d7f2ab345' };

/** A policy of each sort, none of which runs anything at an appliance without jobs. */
export const policies = {
  machines: ['virtual-machines', '5d0c0a6e-4c2b-4f7e-9a53-0f0b7f2e6c11'],
  sql: ['sql', 'e4d2b790-35fa-47c6-9c18-7a6b0e5f8d24'],
  shares: ['file-shares', '92c7e1d5-0a4b-4d38-a6f9-5e3b8c7d1a65'],
  cosmos: ['cosmos-db', 'c05a9e37-1d6f-4b82-9e7c-8b2d4f0a3e87'],
  sla: ['sla', 'a4f7d20c-95e1-4b36-8d7a-0c62e9b3f5d9'],
  vnet: ['vnet'],
} as const;

/** The plans and the following of a connector that has both. */
export function actorOf({ plans, writes, cancelJob }: Connector) {
  if (!plans?.run || !plans.stop || !plans.enable || !plans.disable || !writes || !cancelJob) {
    throw new Error('The connector does not act.');
  }
  const { get, run, stop, enable, disable } = plans;
  return { plans: { get, run, stop, enable, disable }, writes, cancelJob };
}
