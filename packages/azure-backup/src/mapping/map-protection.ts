import {
  asRead,
  combine,
  computed,
  defineWords,
  type ProtectedItem,
  type Reading,
  readText,
  readWord,
} from '@crossvault/core';
import type { ItemWire } from './wire-protection.ts';

type Protection = ProtectedItem['protection'];
type ItemAction = ProtectedItem['actions'][number];

const stateWords = defineWords<Protection>({
  protected: ['Protected'],
  pending: ['IRPending'],
  error: ['ProtectionError'],
  stopped: ['ProtectionStopped'],
  paused: ['ProtectionPaused', 'BackupsSuspended'],
});

/** The older word, used where the state is not reported. */
const statusWords = defineWords<Protection>({
  protected: ['Protected'],
  pending: ['Protecting'],
  error: ['ProtectionFailed'],
  stopped: ['NotProtected'],
});

export const isSoftDeleted = ({ isScheduledForDeferredDelete }: ItemWire): boolean =>
  isScheduledForDeferredDelete === true;

/** A soft-deleted item keeps its former state, but is not backed up. */
export function readProtection(item: ItemWire): Reading<Protection> {
  if (isSoftDeleted(item)) return computed('stopped');
  const state = readWord(item.protectionState, stateWords.lookup, 'unknown');
  if (readText(item.protectionState).value !== null) return state;
  const status = readWord(item.protectionStatus, statusWords.lookup, 'unknown');
  return status.value === 'unknown' ? state : combine(status.value, [state, status]);
}

/** To resume means to enable protection again, with a policy. An unknown state does not prevent an attempt; the vault decides. */
const actionsIn = {
  protected: ['back-up', 'change-plan', 'stop-protection', 'restore'],
  pending: ['back-up', 'change-plan', 'stop-protection', 'restore'],
  error: ['back-up', 'change-plan', 'stop-protection', 'restore'],
  paused: ['resume-protection', 'stop-protection', 'restore'],
  stopped: ['resume-protection', 'stop-protection', 'restore'],
  unprotected: [],
  unknown: ['back-up', 'change-plan', 'stop-protection', 'resume-protection', 'restore'],
} as const satisfies Readonly<Record<Protection, readonly ItemAction[]>>;

/** Managed types with actions. Crossvault does not control agents and DPM servers. */
const managed: ReadonlyMap<string, 'machine' | 'share' | 'workload'> = new Map([
  ['azureiaasvm', 'machine'],
  ['azurestorage', 'share'],
  ['azureworkload', 'workload'],
]);

export const manageableAs = ({ backupManagementType }: ItemWire): 'machine' | 'share' | 'workload' | null =>
  managed.get(readText(backupManagementType).value?.toLowerCase() ?? '') ?? null;

/** Databases have a separate restore procedure, which Crossvault does not support. */
export function readItemActions(item: ItemWire): Reading<ItemAction[]> {
  const kind = manageableAs(item);
  if (kind === null) return asRead([]);
  if (isSoftDeleted(item)) return computed(['undelete']);
  const actions: readonly ItemAction[] = actionsIn[readProtection(item).value];
  return computed(actions.filter((action) => action !== 'restore' || kind !== 'workload'));
}
