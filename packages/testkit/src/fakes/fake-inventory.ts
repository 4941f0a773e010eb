import { type Plan, type ProtectedItem, toJobId } from '@crossvault/core';

/** A plan of a made-up vendor, of which nothing but its name is known and to which nothing can be done. */
export function makePlan(connection: string, nativeId: string, overrides: Partial<Plan> = {}): Plan {
  return {
    id: toJobId(connection, ['plan', nativeId]),
    connection,
    vendor: 'fake',
    nativeId,
    name: `Plan ${nativeId}`,
    enabled: true,
    nativeStatus: null,
    schedule: null,
    lastJob: null,
    lastSuccessAt: null,
    nextRunAt: null,
    targets: null,
    sizeBytes: null,
    streak: null,
    missed: null,
    actions: [],
    details: {},
    provenance: {},
    tenant: null,
    ...overrides,
  };
}

/** A machine of a made-up vendor that is protected, likewise. */
export function makeItem(connection: string, nativeId: string, overrides: Partial<ProtectedItem> = {}): ProtectedItem {
  return {
    id: toJobId(connection, ['item', nativeId]),
    connection,
    vendor: 'fake',
    nativeId,
    type: 'vm',
    name: `Item ${nativeId}`,
    protection: 'protected',
    plan: null,
    lastJob: null,
    lastSuccessAt: null,
    lastRecoveryPointAt: null,
    streak: null,
    expectedNextAt: null,
    missed: null,
    health: null,
    actions: [],
    provenance: {},
    tenant: null,
    ...overrides,
  };
}
