import type { SimulatedClock } from '../clock/clock.ts';
import type { PlanCourse } from '../schedule/plan-course.ts';
import type { Planner } from '../schedule/planner.ts';
import { DOCUMENTED_SESSIONS } from './documented.ts';
import { sortOf, TYPE_OF_SORT } from './plans.ts';
import type { PolicySort } from './policy-sort.ts';
import { POLICIES, type Policy } from './shapes.ts';

/** A policy that the appliance still has. */
export type KeptPolicy = Policy & {
  readonly sort: PolicySort;
  /** When it runs, where its schedule makes its sessions. */
  readonly course?: PlanCourse;
  /** When its schedule does not hold: from when on, and until when; null: until further notice. */
  readonly pauses: readonly { readonly fromMs: number; readonly untilMs: number | null }[];
};

export type Policies = {
  of(sort: PolicySort): readonly KeptPolicy[];
  /** Ids are compared without case. The one of virtual networks is found without an id. */
  find(sort: PolicySort, id: string | undefined): KeptPolicy | undefined;
  isEnabled(policy: KeptPolicy): boolean;
  /** From now on; what is so already stays so. */
  enable(policy: KeptPolicy, isEnabled: boolean): void;
  /** Whether the schedule of the policy holds at that time; false for a removed one. */
  holds(policyId: string, atMs: number): boolean;
  /** Rises with every change. */
  readonly version: number;
};

const SORTS: Readonly<Record<string, PolicySort>> = {
  VirtualMachines: 'virtualMachines',
  AzureSql: 'sql',
  FileShares: 'fileShares',
  CosmosDb: 'cosmosDb',
  ProtectionVmPolicy: 'slaBased',
  Vnet: 'vnet',
};

const SLA_POLICY: Policy = {
  id: 'a4f7d20c-95e1-4b36-8d7a-0c62e9b3f5d9',
  name: 'Gold four hours',
  type: 'ProtectionVmPolicy',
  removed: false,
};

/** Those of the reference page are machines'. */
const documentedPolicies = (): Policy[] => {
  const infos = DOCUMENTED_SESSIONS.flatMap(({ backupJobInfo }) => backupJobInfo ?? []);
  return [...new Map(infos.map((info) => [info.policyId, info])).values()].map((info) => ({
    id: info.policyId,
    name: info.policyName,
    type: 'VirtualMachines',
    removed: info.policyRemoved,
  }));
};

/** The policies of plans, which make their sessions. */
export const createPlannedPolicies = (clock: SimulatedClock, planner: Planner): Policies => {
  const toPolicy = (course: PlanCourse): KeptPolicy[] => {
    const { id, name, sort: word } = course.plan;
    const sort = sortOf(word);
    if (sort === undefined || course.isGoneAt(null, clock.now())) return [];
    return [{ id, name, type: TYPE_OF_SORT[sort] ?? word, removed: false, sort, course, pauses: [] }];
  };
  const of = (sort: PolicySort): KeptPolicy[] => planner.plans.flatMap(toPolicy).filter((one) => one.sort === sort);
  const isEnabled = ({ course }: KeptPolicy): boolean => course?.isEnabledAt(clock.now()) ?? true;
  return Object.freeze({
    of,
    find: (sort: PolicySort, id: string | undefined) =>
      of(sort).find((policy) => id === undefined || policy.id === id.toLowerCase()),
    isEnabled,
    enable: (policy: KeptPolicy, wanted: boolean) => {
      if (isEnabled(policy) !== wanted) planner.plant({ kind: wanted ? 'enable' : 'disable', plan: policy.id });
    },
    holds: () => true,
    version: 0,
  });
};

export const createPolicies = (clock: SimulatedClock): Policies => {
  const kept = new Map<string, KeptPolicy>();
  for (const policy of [...documentedPolicies(), ...POLICIES, SLA_POLICY]) {
    const sort = SORTS[policy.type];
    if (sort !== undefined && !policy.removed) kept.set(policy.id, { ...policy, sort, pauses: [] });
  }
  let version = 0;
  const of = (sort: PolicySort): KeptPolicy[] => [...kept.values()].filter((policy) => policy.sort === sort);
  const isEnabled = ({ pauses }: KeptPolicy): boolean => pauses.every(({ untilMs }) => untilMs !== null);

  return Object.freeze({
    of,
    find: (sort: PolicySort, id: string | undefined) =>
      of(sort).find((policy) => id === undefined || policy.id === id.toLowerCase()),
    isEnabled,
    enable: (policy: KeptPolicy, wanted: boolean) => {
      if (isEnabled(policy) === wanted) return;
      const nowMs = clock.now();
      const pauses = wanted
        ? policy.pauses.map((pause) => ({ ...pause, untilMs: pause.untilMs ?? nowMs }))
        : [...policy.pauses, { fromMs: nowMs, untilMs: null }];
      kept.set(policy.id, { ...policy, pauses });
      version += 1;
    },
    holds: (policyId: string, atMs: number) =>
      kept
        .get(policyId)
        ?.pauses.every(({ fromMs, untilMs }) => atMs < fromMs || (untilMs !== null && atMs >= untilMs)) ?? true,
    get version() {
      return version;
    },
  });
};
