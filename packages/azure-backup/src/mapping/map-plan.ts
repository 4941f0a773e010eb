import {
  asRead,
  computed,
  derivedFromJobs,
  isJsonObject,
  type JobContext,
  mapPlan,
  missing,
  notReported,
  type PlanRecord,
  type PlanRules,
  parseWire,
  type Rejection,
  readCount,
} from '@crossvault/core';
import { readPart } from './job-answer.ts';
import { isJobId } from './key.ts';
import { readSchedule } from './map-schedule.ts';
import { readVaultSchedule, type VaultPolicyWire, vaultPolicyWire } from './map-vault-schedule.ts';
import { segmentAfter, toPolicyKey } from './protection-key.ts';
import { type PolicyWire, policyResourceWire, policyWire } from './wire-protection.ts';

/** Input of the rules: a policy's answer, taken apart. */
interface PlanAnswer {
  readonly id: string | null;
  readonly name: string;
  readonly policy: PolicyWire;
  /** The same properties, as policies of Backup vaults have them. */
  readonly vaultPolicy: VaultPolicyWire;
}

const rules: PlanRules<PlanAnswer> = {
  nativeId: {
    from: ['id', 'name'],
    rule: 'Takes the path unchanged, else the name.',
    read: ({ id, name }) => (id === null ? computed(name) : asRead(id)),
  },
  name: { from: ['name', 'id'], rule: 'Takes the name, else the end of the path.', read: ({ name }) => asRead(name) },
  enabled: notReported(null),
  nativeStatus: notReported(null),
  schedule: {
    from: [
      'properties.schedulePolicy',
      'properties.subProtectionPolicy',
      'properties.timeZone',
      'properties.settings.timeZone',
      'properties.backupManagementType',
      'properties.policyRules',
    ],
    rule: 'Reads times of day, days and windows in the zone of the policy; a policy of databases has a schedule for each backup type, and one of a Backup vault repeats at intervals.',
    read: ({ policy, vaultPolicy }) => readVaultSchedule(vaultPolicy) ?? readSchedule(policy),
  },
  lastJob: derivedFromJobs(),
  lastSuccessAt: derivedFromJobs(),
  nextRunAt: {
    from: [],
    rule: 'Follows from the schedule, and is computed whenever the plan is read.',
    read: () => missing(null),
  },
  targets: {
    from: ['properties.protectedItemsCount'],
    rule: 'Takes the number of protected items.',
    read: ({ policy }) => readCount(policy.protectedItemsCount),
  },
  sizeBytes: notReported(null),
  details: notReported({}),
  streak: derivedFromJobs(),
  missed: derivedFromJobs(),
  actions: {
    from: [],
    rule: 'None: Azure has actions for items, not for policies.',
    read: () => asRead([]),
  },
};

export type PlanResult =
  | { readonly kind: 'record'; readonly record: PlanRecord }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** Maps a policy from a list row or a single answer. Pure, never throws. */
export function readPlan(raw: unknown, { connection, list }: Pick<JobContext, 'connection' | 'list'>): PlanResult {
  if (!isJsonObject(raw)) {
    return { kind: 'rejected', rejection: { nativeId: null, reason: 'not-an-object', value: raw } };
  }
  const row = parseWire(policyResourceWire, raw);
  const id = typeof row.id === 'string' && row.id !== '' ? row.id : null;
  const own = typeof row.name === 'string' && isJobId(row.name) ? row.name : null;
  const name = own ?? (id === null ? null : segmentAfter(id, 'backupPolicies'));
  if (name === null) return { kind: 'rejected', rejection: { nativeId: id, reason: 'no-readable-id', value: raw } };
  const policy = readPart(row.properties, policyWire);
  const vaultPolicy = vaultPolicyWire.safeParse(raw['properties']).data ?? {};
  const origin = { connection, vendor: 'azure-backup', key: toPolicyKey(list, name), raw };
  // Jobs name a policy by its name, which every vault may have.
  return {
    kind: 'record',
    record: { ...mapPlan(rules, { id, name, policy, vaultPolicy }, origin), jobLink: { list } },
  };
}
