import {
  asRead,
  combine,
  computed,
  isJsonObject,
  type JobStatus,
  mapPlan,
  notReported,
  type Plan,
  type PlanRecord,
  type PlanRules,
  type Reading,
  type Rejection,
  readInstant,
  readText,
  readWire,
  Unreadable,
  type WireValue,
} from '@crossvault/core';
import type { PolicySort } from '../versions.ts';
import { firstReported } from './first-reported.ts';
import { readSchedule } from './map-schedule.ts';
import { readStatus, statusWords } from './map-status.ts';
import { toPlanKey } from './plan-key.ts';
import { type PolicyWire, policyWire } from './wire-policy.ts';

/** Input of the rules: a policy, and by which path it was read. */
interface PlanAnswer {
  readonly sort: PolicySort;
  readonly id: string | null;
  readonly policy: PolicyWire;
  readonly timeZone: string | null;
}

/** Where a policy was read. */
export interface PlanSource {
  readonly connection: string;
  /** The zone of the appliance, in its own word; null where it does not report it. */
  readonly timeZone: string | null;
}

const statusFields = [
  'backupStatus',
  'snapshotStatus',
  'archiveStatus',
  'configurationStatus',
  'indexingStatus',
  'healthCheckStatus',
] as const satisfies readonly (keyof PolicyWire)[];

const open: readonly JobStatus[] = ['queued', 'running', 'cancelling'];

const rules: PlanRules<PlanAnswer> = {
  nativeId: {
    from: ['id'],
    rule: 'Takes the id unchanged; the policy of virtual networks has none and gets the id vnet.',
    read: ({ id, sort }) => (id === null ? computed(sort) : asRead(id)),
  },
  name: { from: ['name'], rule: 'Takes the name unchanged.', read: ({ policy }) => readText(policy.name) },
  enabled: {
    from: ['isEnabled'],
    rule: 'True while the policy runs by its schedule.',
    read: ({ policy }) => readWire(policy.isEnabled, asRead),
  },
  nativeStatus: {
    from: statusFields,
    rule: 'Takes the status of a running part, else of the part that ended worst: a failure, an unlisted status, a cancellation, a warning, a success; a part that never ran comes last.',
    read: ({ policy }) => readNativeStatus(policy),
  },
  schedule: {
    from: [
      'dailySchedule',
      'weeklySchedule',
      'monthlySchedule',
      'yearlySchedule',
      'backupIntervalHours',
      'backupIntervalMinutes',
      'context.timeZone',
    ],
    rule: 'Reads hours, days and months in the time zone of the appliance, which reports it beside its policies.',
    read: ({ policy, timeZone }) => readSchedule(policy, timeZone),
  },
  lastJob: notReported(null),
  lastSuccessAt: notReported(null),
  nextRunAt: {
    from: ['nextExecutionTime'],
    rule: 'Reads the instant in UTC; an instant before 1990 or from 2200 on counts as none.',
    read: ({ policy }) => readInstant(policy.nextExecutionTime),
  },
  targets: notReported(null),
  sizeBytes: notReported(null),
  streak: notReported(null),
  missed: notReported(null),
  actions: {
    from: ['isEnabled', ...statusFields],
    rule: 'Offers run while none of its parts is running and stop while one is, both where that is not reported; enable or disable by whether it is enabled, both where that is not reported. Policies by agreed service level are only enabled and disabled.',
    read: readActions,
  },
  details: {
    from: statusFields,
    rule: 'Keeps the status of every part under the name of its field.',
    read: ({ policy }) => readParts(policy),
  },
};

export type PlanResult =
  | { readonly kind: 'plan'; readonly record: PlanRecord }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** Maps a policy, a list row or a single answer. Pure, never throws. */
export function toPlan(raw: unknown, sort: PolicySort, { connection, timeZone }: PlanSource): PlanResult {
  if (!isJsonObject(raw)) {
    return { kind: 'rejected', rejection: { nativeId: null, reason: 'not-an-object', value: raw } };
  }
  const policy = policyWire.parse(raw);
  const id = readText(policy.id).value;
  const key = sort === 'vnet' ? toPlanKey(sort, '') : id === null || id.trim() === '' ? null : toPlanKey(sort, id);
  if (key === null) {
    const nativeId = readText(policy.name).value;
    return { kind: 'rejected', rejection: { nativeId, reason: 'no-readable-id', value: raw } };
  }
  const origin = { connection, vendor: 'veeam-azure', key, raw };
  return { kind: 'plan', record: mapPlan(rules, { sort, id, policy, timeZone }, origin) };
}

function readNativeStatus(policy: PolicyWire): Reading<string | null> {
  const parts = statusFields.map((field) => readText(policy[field]));
  const words = parts.flatMap(({ value }) => (value === null ? [] : [value]));
  const [first, ...others] = words;
  if (first === undefined) return firstReported(parts);
  return combine(
    others.reduce((worst, word) => (rankOf(word) < rankOf(worst) ? word : worst), first),
    parts,
  );
}

/** A running part first, then from the worst result on. An unlisted status may be a failure. */
const byBadness: readonly (JobStatus | 'unlisted')[] = [
  ...open,
  'failed',
  'unlisted',
  'cancelled',
  'warning',
  'succeeded',
  'unknown',
];

const rankOf = (word: string): number => byBadness.indexOf(statusWords.lookup(word) ?? 'unlisted');

function readParts(policy: PolicyWire): Reading<Plan['details']> {
  const parts = statusFields.map((field) => [field, readText(policy[field])] as const);
  return combine(
    Object.fromEntries(parts.flatMap(([field, { value }]) => (value === null ? [] : [[field, value]]))),
    parts.map(([, part]) => part),
  );
}

function readActions({ sort, policy }: PlanAnswer): Reading<Plan['actions']> {
  const switches = readWire(policy.isEnabled, asRead);
  const switching: Plan['actions'] =
    switches.value === null ? ['enable', 'disable'] : [switches.value ? 'disable' : 'enable'];
  if (sort === 'sla') return combine(switching, [switches]);
  const words = statusFields.map((field) => policy[field]);
  const running: Plan['actions'] = words.some(isRunning)
    ? ['stop']
    : words.some(isReported)
      ? ['run']
      : ['run', 'stop'];
  return computed([...running, ...switching]);
}

const isOpen = (word: string): boolean => open.includes(readStatus(word).value);
const isReported = (word: WireValue<string>): boolean => typeof word === 'string' && word !== '';
const isRunning = (word: WireValue<string>): boolean => !(word instanceof Unreadable) && isOpen(word ?? '');
