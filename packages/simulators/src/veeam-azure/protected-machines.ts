import type { Manner } from './render.ts';
import { MACHINES, type Machine } from './shapes.ts';
import { renderInstant } from './time-text.ts';

const SUBSCRIPTION_ID = '6c1f0a57-2b9e-4d38-8f4a-90d7be35c216';
const TENANT_ID = '0f5d2c8e-7a41-4b69-9e13-c84b6da0f723';
const DAY_MICROS = 86_400_000_000;

const renderMachine = ({ id, name }: Machine, nowMs: number, { address, version }: Manner) => ({
  id,
  azureId: `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/prod/providers/Microsoft.Compute/virtualMachines/${name}`,
  name,
  azureEnvironment: 'Global',
  osType: name.startsWith('vm-sql') ? 'Windows' : 'Linux',
  regionName: 'UK West',
  totalSizeInGB: 128,
  vmSize: 'Standard_D2s_v3',
  availabilityZone: null,
  isController: false,
  lastBackup: renderInstant(nowMs * 1000 - DAY_MICROS),
  subscription: {
    id: SUBSCRIPTION_ID,
    environment: 'Global',
    tenantId: TENANT_ID,
    tenantName: 'contoso',
    name: 'Production',
  },
  region: { id: 'ukwest', name: 'UK West' },
  resourceGroup: { id: 'rg-prod', name: 'prod', azureEnvironment: 'Global', subscriptionId: SUBSCRIPTION_ID },
  _links: { self: { href: `${address}/api/${version}/protectedItem/virtualMachines/${id}` } },
});

type Page = { readonly offset: number; readonly limit: number };

/** `SearchPattern` is taken as a part of the name; what else it may be is not documented. */
export const renderMachines = (pattern: string, { offset, limit }: Page, nowMs: number, manner: Manner): unknown => {
  const found = MACHINES.filter(({ name }) => name.toLowerCase().includes(pattern.toLowerCase()));
  return {
    offset,
    limit,
    totalCount: found.length,
    results: found
      .slice(offset, limit === -1 ? undefined : offset + limit)
      .map((machine) => renderMachine(machine, nowMs, manner)),
    _links: {
      self: {
        href: `${manner.address}/api/${manner.version}/protectedItem/virtualMachines?Offset=${offset}&Limit=${limit}`,
      },
    },
  };
};
