import {
  asRead,
  combine,
  computed,
  derivedFromJobs,
  foldWord,
  type ItemRules,
  inferred,
  isJsonObject,
  type JobContext,
  type JobPlan,
  mapItem,
  missing,
  type ProtectedItemRecord,
  parseWire,
  type Reading,
  type Rejection,
  readInstant,
  readText,
} from '@crossvault/core';
import { readPart } from './job-answer.ts';
import { linkItemTo } from './link-item.ts';
import { readItemActions, readProtection } from './map-protection.ts';
import { readItemType } from './map-target.ts';
import { sentinels } from './map-tasks.ts';
import { readItemNames, segmentAfter, toItemKey } from './protection-key.ts';
import { type ItemWire, itemResourceWire, itemWire } from './wire-protection.ts';

/** Input of the rules: an item's answer, taken apart. */
interface ItemAnswer {
  readonly id: string;
  readonly itemName: string;
  readonly item: ItemWire;
}

const rules: ItemRules<ItemAnswer> = {
  nativeId: { from: ['id'], rule: 'Takes the path unchanged.', read: ({ id }) => asRead(id) },
  type: {
    from: ['properties.workloadType', 'properties.backupManagementType', 'properties.protectedItemType'],
    rule: 'Looks up the kind of data, else the management, else the type of the item.',
    read: ({ item }) => readItemType(item),
  },
  name: {
    from: ['properties.friendlyName', 'name'],
    rule: 'Takes the friendly name, else the text after the last semicolon of the name.',
    read: ({ item, itemName }) => {
      const name = readText(item.friendlyName);
      return name.value === null ? computed(itemName.split(';').at(-1) ?? itemName) : name;
    },
  },
  protection: {
    from: ['properties.protectionState', 'properties.protectionStatus', 'properties.isScheduledForDeferredDelete'],
    rule: 'Looks up the state, else the older status; a soft-deleted item is stopped.',
    read: ({ item }) => readProtection(item),
  },
  plan: {
    from: ['properties.policyId', 'properties.policyName'],
    rule: 'Takes the policy, and its name from its path where only the path is reported.',
    read: ({ item }) => readItemPlan(item),
  },
  lastJob: derivedFromJobs(),
  lastSuccessAt: {
    from: ['properties.lastBackupTime', 'properties.lastBackupStatus'],
    rule: 'Takes the time of the last backup where its status is a success without warnings.',
    read: ({ item }) => readLastSuccess(item),
  },
  lastRecoveryPointAt: {
    from: ['properties.lastRecoveryPoint'],
    rule: 'Reads the instant in UTC; an instant before 1990 and 2001-01-01 count as none.',
    read: ({ item }) => readInstant(item.lastRecoveryPoint, sentinels),
  },
  streak: derivedFromJobs(),
  expectedNextAt: derivedFromJobs(),
  missed: derivedFromJobs(),
  health: {
    from: ['properties.healthStatus', 'properties.protectedItemHealthStatus'],
    rule: 'Takes the status unchanged; databases have a separate field.',
    read: ({ item }) => {
      const health = readText(item.healthStatus);
      return health.value === null ? readText(item.protectedItemHealthStatus) : health;
    },
  },
  actions: {
    from: [
      'properties.backupManagementType',
      'properties.protectionState',
      'properties.protectionStatus',
      'properties.isScheduledForDeferredDelete',
    ],
    rule: 'Offers what the state allows for machines, shares and databases; none for items that agents protect.',
    read: ({ item }) => readItemActions(item),
  },
};

/** Of what a vault has discovered and does not protect: it has the names that the protected item would have. */
const protectableRules: ItemRules<ItemAnswer> = {
  ...rules,
  protection: {
    from: ['properties.protectionState'],
    rule: 'Unprotected where the vault says that it does not protect it; what it protects stands in another list.',
    read: ({ item }) => combine('unprotected', [readText(item.protectionState)]),
  },
  actions: { from: [], rule: 'None: an object is protected by its own id.', read: () => asRead([]) },
};

export type ItemResult =
  | { readonly kind: 'record'; readonly record: ProtectedItemRecord; readonly item: ItemWire }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** Maps an item from a list row or a single answer. Pure, never throws. */
export const readItem = (raw: unknown, origin: Pick<JobContext, 'connection' | 'list'>): ItemResult =>
  readBy(rules, raw, origin);

/** Maps an item that the vault could protect; null where it protects it, or begins to. Pure, never throws. */
export function readProtectable(raw: unknown, origin: Pick<JobContext, 'connection' | 'list'>): ItemResult | null {
  const result = readBy(protectableRules, raw, origin);
  if (result.kind === 'rejected') return result;
  return foldWord(readText(result.item.protectionState).value ?? '') === 'notprotected' ? result : null;
}

function readBy(
  table: ItemRules<ItemAnswer>,
  raw: unknown,
  { connection, list }: Pick<JobContext, 'connection' | 'list'>,
): ItemResult {
  if (!isJsonObject(raw)) {
    return { kind: 'rejected', rejection: { nativeId: null, reason: 'not-an-object', value: raw } };
  }
  const row = parseWire(itemResourceWire, raw);
  const names = typeof row.id === 'string' ? readItemNames(row.id) : null;
  if (typeof row.id !== 'string' || names === null) {
    const nativeId = readText(row.name).value;
    return { kind: 'rejected', rejection: { nativeId, reason: 'no-readable-id', value: raw } };
  }
  const item = readPart(row.properties, itemWire);
  const origin = { connection, vendor: 'azure-backup', key: toItemKey(list, names), raw };
  const mapped = mapItem(table, { id: row.id, itemName: names.item, item }, origin);
  return { kind: 'record', record: { ...mapped, jobLink: linkItemTo(list, names, item, mapped.item.name) }, item };
}

function readItemPlan({ policyId, policyName }: ItemWire): Reading<JobPlan | null> {
  const id = readText(policyId);
  const name = readText(policyName);
  const known = name.value ?? (id.value === null ? null : segmentAfter(id.value, 'backupPolicies'));
  if (id.value === null && known === null) return { ...id, value: null };
  return combine({ id: id.value, name: known, nextRunAt: null }, [id, name]);
}

/** Machines report how the backup ended, databases their health: each of these words means that the last backup succeeded. A backup with warnings does not count. */
const successes: readonly string[] = ['completed', 'healthy'];

function readLastSuccess({ lastBackupTime, lastBackupStatus }: ItemWire): Reading<string | null> {
  const at = readInstant(lastBackupTime, sentinels);
  if (at.value === null) return at;
  const status = readText(lastBackupStatus).value?.toLowerCase();
  return status !== undefined && successes.includes(status) ? inferred(at.value) : missing(null);
}
