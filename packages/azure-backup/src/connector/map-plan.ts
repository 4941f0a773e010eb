import {
  asRead,
  computed,
  isJsonObject,
  type JobContext,
  neverTold,
  type Plan,
  type PlanRecord,
  parseWire,
  type Rejection,
  type Rule,
  readCount,
  toJobId,
} from '@crossvault/contract';
import { readPart } from './job-answer.ts';
import { isJobId } from './key.ts';
import { readSchedule } from './map-schedule.ts';
import { segmentAfter, toPolicyKey } from './protection-key.ts';
import { provenanceOf } from './provenance-of.ts';
import { type PolicyWire, policyResourceWire, policyWire } from './wire-protection.ts';

/** What the rules read: a policy's answer, taken apart. */
interface PlanAnswer {
  readonly id: string | null;
  readonly name: string;
  readonly policy: PolicyWire;
}

type PlanField = Exclude<keyof Plan, 'id' | 'connection' | 'vendor' | 'provenance'>;
type PlanRules = { readonly [Field in PlanField]: Rule<PlanAnswer, Plan[Field]> };

const rules: PlanRules = {
  nativeId: {
    from: ['id', 'name'],
    rule: 'Takes the path as it came, else the name.',
    read: ({ id, name }) => (id === null ? computed(name) : asRead(id)),
  },
  name: { from: ['name', 'id'], rule: 'Takes the name, else the end of the path.', read: ({ name }) => asRead(name) },
  enabled: neverTold(null),
  nativeStatus: neverTold(null),
  schedule: {
    from: [
      'properties.schedulePolicy',
      'properties.subProtectionPolicy',
      'properties.timeZone',
      'properties.backupManagementType',
    ],
    rule: 'Writes the schedule out; a policy of databases has one for each sort of backup, the first one being the type.',
    read: ({ policy }) => readSchedule(policy),
  },
  lastJob: neverTold(null),
  lastSuccessAt: neverTold(null),
  nextRunAt: neverTold(null),
  targets: {
    from: ['properties.protectedItemsCount'],
    rule: 'Takes the number of protected items.',
    read: ({ policy }) => readCount(policy.protectedItemsCount),
  },
  streak: neverTold(null),
  missed: neverTold(null),
  actions: {
    from: [],
    rule: 'Azure starts, stops and switches no policy: its items are acted on.',
    read: () => asRead([]),
  },
};

export type PlanResult =
  | { readonly kind: 'plan'; readonly record: PlanRecord }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** Maps a policy, a row of a list or a single answer. Pure and total. */
export function mapPlan(raw: unknown, { connection, list }: Pick<JobContext, 'connection' | 'list'>): PlanResult {
  if (!isJsonObject(raw)) {
    return { kind: 'rejected', rejection: { nativeId: null, reason: 'not-an-object', value: raw } };
  }
  const row = parseWire(policyResourceWire, raw);
  const id = typeof row.id === 'string' && row.id !== '' ? row.id : null;
  const own = typeof row.name === 'string' && isJobId(row.name) ? row.name : null;
  const name = own ?? (id === null ? null : segmentAfter(id, 'backupPolicies'));
  if (name === null) return { kind: 'rejected', rejection: { nativeId: id, reason: 'no-readable-id', value: raw } };
  const answer: PlanAnswer = { id, name, policy: readPart(row.properties, policyWire) };
  const key = toPolicyKey(list, name);
  const read = {
    nativeId: rules.nativeId.read(answer),
    name: rules.name.read(answer),
    enabled: rules.enabled.read(answer),
    nativeStatus: rules.nativeStatus.read(answer),
    schedule: rules.schedule.read(answer),
    lastJob: rules.lastJob.read(answer),
    lastSuccessAt: rules.lastSuccessAt.read(answer),
    nextRunAt: rules.nextRunAt.read(answer),
    targets: rules.targets.read(answer),
    streak: rules.streak.read(answer),
    missed: rules.missed.read(answer),
    actions: rules.actions.read(answer),
  };
  const plan = {
    id: toJobId(connection, ['plan', ...key]),
    connection,
    vendor: 'azure-backup',
    nativeId: read.nativeId.value,
    name: read.name.value,
    enabled: read.enabled.value,
    nativeStatus: read.nativeStatus.value,
    schedule: read.schedule.value,
    lastJob: read.lastJob.value,
    lastSuccessAt: read.lastSuccessAt.value,
    nextRunAt: read.nextRunAt.value,
    targets: read.targets.value,
    streak: read.streak.value,
    missed: read.missed.value,
    actions: read.actions.value,
    provenance: provenanceOf(read),
  } satisfies Plan;
  return { kind: 'plan', record: { key, plan, raw } };
}
