import { phaseOf } from '../fleet/course.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import {
  ABSENT,
  type ActResult,
  ALREADY_RUNNING,
  DONE,
  NOT_RUNNING,
  refused,
  type SpcAct,
  withStart,
  withStop,
} from './acts.ts';
import type { Run } from './definition.ts';

/** Policies of appliances that back public clouds up, which v3 alone shows, without their runs. */
export type Policies = {
  rows(): unknown[];
  /** undefined: no such policy. */
  row(policyId: string): unknown;
  act(policyId: string, act: SpcAct): ActResult;
};

type Policy = {
  readonly id: string;
  readonly name: string;
  readonly applianceId: string;
  readonly serverId: string;
  readonly platform: 'Amazon' | 'Azure' | 'Google';
  readonly type: 'VirtualMachine' | 'FileShare' | 'Database' | 'CloudNetwork';
  readonly enabled: boolean;
  readonly runs: readonly Run[];
};

const POLICIES = [
  { platform: 'Azure', type: 'VirtualMachine' },
  { platform: 'Azure', type: 'FileShare' },
  { platform: 'Azure', type: 'Database' },
  { platform: 'Amazon', type: 'VirtualMachine' },
  { platform: 'Amazon', type: 'CloudNetwork' },
  { platform: 'Google', type: 'VirtualMachine' },
] as const satisfies readonly Pick<Policy, 'platform' | 'type'>[];

const WORDS = { future: 'Idle', queued: 'Starting', running: 'Running', closing: 'Stopping', ended: 'Idle' } as const;
const RUN_SECONDS = 900;

export const createPolicies = (core: VendorCore, serverId: string, delayMs: number): Policies => {
  const { clock } = core;
  const random = core.random.fork('policies');
  const policies = POLICIES.map(
    ({ platform, type }, index): Policy => ({
      id: random.uuid(),
      name: `${platform} ${type} policy`,
      applianceId: random.uuid(),
      serverId,
      platform,
      type,
      enabled: index !== 2,
      runs: [],
    }),
  );

  const render = ({ id, name, applianceId, serverId, platform, type, enabled, runs }: Policy) => {
    const begun = runs.findLast(({ course }) => phaseOf(course, clock.now()) !== 'future');
    return {
      instanceUid: id,
      name,
      applianceUid: applianceId,
      applianceManagementType: 'ByConsole',
      backupServerUid: serverId,
      organizationUid: null,
      status: begun === undefined ? 'Idle' : WORDS[phaseOf(begun.course, clock.now())],
      state: enabled ? 'Enabled' : 'Disabled',
      platformType: platform,
      policyType: type,
    };
  };

  const changed = (policy: Policy, act: SpcAct): Policy | ActResult => {
    const history = { runs: policy.runs, casing: 'pascal' } as const;
    if (act.kind === 'switch') return { ...policy, enabled: act.enabled };
    if (act.kind === 'start') {
      const runs = withStart(history, clock.now(), { delayMs, queuedForMs: 20_000, seconds: RUN_SECONDS });
      return runs === null ? ALREADY_RUNNING : { ...policy, runs };
    }
    if (act.kind !== 'stop') return refused(400, 'Policies for public clouds have no such operation.');
    const runs = withStop(history, clock.now(), delayMs);
    return runs === null ? NOT_RUNNING : { ...policy, runs };
  };

  const indexOf = (policyId: string): number => policies.findIndex(({ id }) => id === policyId.toLowerCase());
  return Object.freeze({
    rows: () => policies.map(render),
    row: (policyId: string) => {
      const policy = policies[indexOf(policyId)];
      return policy === undefined ? undefined : render(policy);
    },
    act: (policyId: string, act: SpcAct) => {
      const index = indexOf(policyId);
      const policy = policies[index];
      if (policy === undefined) return ABSENT;
      const after = changed(policy, act);
      if (!('platform' in after)) return after;
      policies[index] = after;
      return DONE;
    },
  });
};
