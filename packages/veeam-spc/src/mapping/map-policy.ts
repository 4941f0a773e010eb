import {
  asRead,
  computed,
  defineWords,
  foldWord,
  isJsonObject,
  mapPlan,
  notReported,
  type Plan,
  type PlanRecord,
  type PlanRules,
  type Reading,
  type Rejection,
  readText,
} from '@crossvault/core';
import { readId } from './key.ts';
import { toPolicyKey } from './plan-key.ts';
import { type PolicyWire, policyWire } from './wire.ts';

interface PolicyAnswer {
  readonly id: string;
  readonly policy: PolicyWire;
}

/** While it changes, the new state counts. */
const stateWords = defineWords<'on' | 'off'>({ on: ['Enabled', 'Enabling'], off: ['Disabled', 'Disabling'] });
const busyWords = ['running', 'starting'];

const rules: PlanRules<PolicyAnswer> = {
  nativeId: { from: ['instanceUid'], rule: 'Takes the uid as it came.', read: ({ id }) => asRead(id) },
  name: { from: ['name'], rule: 'Takes the name unchanged.', read: ({ policy }) => readText(policy.name) },
  enabled: {
    from: ['state'],
    rule: 'Looks the state up: Enabled and Enabling are true, Disabled and Disabling false.',
    read: ({ policy }) => readState(policy),
  },
  nativeStatus: {
    from: ['status'],
    rule: 'Takes the status unchanged.',
    read: ({ policy }) => readText(policy.status),
  },
  schedule: notReported(null),
  lastJob: notReported(null),
  lastSuccessAt: notReported(null),
  nextRunAt: notReported(null),
  targets: notReported(null),
  sizeBytes: notReported(null),
  details: notReported({}),
  streak: notReported(null),
  missed: notReported(null),
  actions: {
    from: ['status', 'state'],
    rule: 'Offers run or stop by the status, and enable or disable by the state; nothing for a policy that is being deleted.',
    read: ({ policy }) => readActions(policy),
  },
};

export function mapPolicyRow(
  row: unknown,
  connection: string,
): { readonly record: PlanRecord } | { readonly rejection: Rejection } {
  if (!isJsonObject(row)) return { rejection: { nativeId: null, reason: 'not-an-object', value: row } };
  const policy = policyWire.parse(row);
  const id = readId(policy.instanceUid);
  if (id === null) return { rejection: { nativeId: readId(policy.name), reason: 'no-readable-id', value: row } };
  const origin = { connection, vendor: 'veeam-spc', key: toPolicyKey(id), raw: row };
  return { record: mapPlan(rules, { id, policy }, origin) };
}

function readState({ state }: PolicyWire): Reading<boolean | null> {
  const word = readText(state);
  const ours = word.value === null ? undefined : stateWords.lookup(word.value);
  return word.value === null ? { ...word, value: null } : asRead(ours === undefined ? null : ours === 'on');
}

function readActions(policy: PolicyWire): Reading<Plan['actions']> {
  const status = foldWord(readText(policy.status).value ?? '');
  if (status === 'deleting') return computed([]);
  const { value: enabled } = readState(policy);
  const found: Plan['actions'] = [];
  if (status !== 'stopping') found.push(busyWords.includes(status) ? 'stop' : 'run');
  if (enabled !== true) found.push('enable');
  if (enabled !== false) found.push('disable');
  return computed(found);
}
