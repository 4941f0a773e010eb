import type { Explanation } from '@crossvault/core';
import type { Source } from './source.ts';

/** The customers that the configuration names, by connection. They are added at reading, so a change of the configuration is seen at once. */
export type Tenants = ReadonlyMap<string, string>;

type Connections = readonly { readonly name: string; readonly tenant?: string | null }[];

/** The connections without a customer are absent. */
export const tenantsOf = (connections: Connections): Tenants =>
  new Map(
    connections.flatMap(({ name, tenant = null }) =>
      tenant === null ? [] : [[name, tenant] satisfies [string, string]],
    ),
  );

/** The connections of these customers, without regard to case; [] where none is asked for. */
export function connectionsOfTenants(
  sources: readonly Source[],
  wanted: readonly string[] | undefined,
): readonly string[] {
  const names = new Set(wanted?.map((name) => name.toLowerCase()));
  return sources.flatMap(({ connection: { name, tenant = null } }) =>
    tenant !== null && names.has(tenant.toLowerCase()) ? [name] : [],
  );
}

/** The same with the customer of its connection, unless the vendor names one. What an earlier version stored has no such field. */
export function withTenant<Thing extends { readonly connection: string; readonly tenant: string | null }>(
  thing: Thing,
  tenants: Tenants,
): Thing {
  const tenant = thing.tenant ?? tenants.get(thing.connection) ?? null;
  return tenant === thing.tenant ? thing : { ...thing, tenant };
}

/** The explanation of a job that is shown with the customer of its connection. */
export function explainTenant(explanation: Explanation, tenants: Tenants): Explanation {
  const tenant = tenants.get(explanation.connection) ?? null;
  const fields = explanation.fields.map((each) =>
    each.field === 'tenant' ? { ...each, value: each.value ?? tenant } : each,
  );
  return { ...explanation, fields };
}
