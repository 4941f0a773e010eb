import {
  asRead,
  type ItemRules,
  inferred,
  isJsonObject,
  type JobPlan,
  mapItem,
  notReported,
  type ProtectedItem,
  type ProtectedItemRecord,
  toRecoveryPoint as pointOf,
  type Reading,
  type RecoveryPoint,
  type Rejection,
  readInstant,
  readSize,
  readText,
} from '@crossvault/core';
import type { ItemSort } from '../versions.ts';
import { firstReported, whole } from './first-reported.ts';
import { toItemKey } from './plan-key.ts';
import { type ItemWire, itemWire, restorePointWire } from './wire-policy.ts';

/** Input of the rules: an item, and by which path it was read. */
interface ItemAnswer {
  readonly sort: ItemSort;
  readonly id: string;
  readonly item: ItemWire;
}

const types: Readonly<Record<ItemSort, ProtectedItem['type']>> = {
  'virtual-machines': 'vm',
  sql: 'database',
  'file-shares': 'file-share',
  'cosmos-db': 'database',
};

const rules: ItemRules<ItemAnswer> = {
  nativeId: { from: ['id'], rule: 'Takes the id unchanged.', read: ({ id }) => asRead(id) },
  type: { from: [], rule: 'Follows from the list that it is in.', read: ({ sort }) => inferred(types[sort]) },
  name: { from: ['name'], rule: 'Takes the name unchanged.', read: ({ item }) => readText(item.name) },
  protection: {
    from: [],
    rule: 'Always protected for the lists of protected items; they do not report whether a policy currently includes it.',
    read: () => inferred('protected'),
  },
  plan: {
    from: ['policyName'],
    rule: 'Takes the name of the policy, which the vendor reports only for accounts of Cosmos DB.',
    read: readPlan,
  },
  lastJob: notReported(null),
  lastSuccessAt: notReported(null),
  lastRecoveryPointAt: {
    from: ['lastBackup', 'latestBackup'],
    rule: 'Reads the time of the last backup, in UTC; an instant before 1990 or from 2200 on counts as never.',
    read: ({ item }) => firstReported([readInstant(item.lastBackup), readInstant(item.latestBackup)]),
  },
  streak: notReported(null),
  expectedNextAt: notReported(null),
  missed: notReported(null),
  health: notReported(null),
  actions: { from: [], rule: 'None: the vendor has no action for a single item.', read: () => asRead([]) },
};

export type ItemResult =
  | { readonly kind: 'item'; readonly record: ProtectedItemRecord }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** Maps a protected item, a list row or a single answer. Pure, never throws. */
export function toProtectedItem(raw: unknown, sort: ItemSort, connection: string): ItemResult {
  if (!isJsonObject(raw)) {
    return { kind: 'rejected', rejection: { nativeId: null, reason: 'not-an-object', value: raw } };
  }
  const item = itemWire.parse(raw);
  const id = readText(item.id).value;
  if (id === null || id.trim() === '') {
    const nativeId = readText(item.name).value;
    return { kind: 'rejected', rejection: { nativeId, reason: 'no-readable-id', value: raw } };
  }
  const origin = { connection, vendor: 'veeam-azure', key: toItemKey(sort, id), raw };
  return { kind: 'item', record: mapItem(rules, { sort, id, item }, origin) };
}

function readPlan({ sort, item }: ItemAnswer): Reading<JobPlan | null> {
  if (sort !== 'cosmos-db') return { value: null, provenance: 'unsupported' };
  const name = readText(item.policyName);
  return whole({ id: null, name: name.value, nextRunAt: null }, [name]);
}

/** Null for what is no restore point, or has no readable id. */
export function toRecoveryPoint(raw: unknown): RecoveryPoint | null {
  const point = restorePointWire.safeParse(raw).data;
  const id = readText(point?.id).value;
  if (point === undefined || id === null) return null;
  return pointOf({
    id,
    at: readInstant(point.pointInTime).value,
    type: readText(point.type).value,
    sizeBytes: firstReported([readSize(point.backupSizeBytes), readSize(point.sizeInBytes)]).value,
  });
}
