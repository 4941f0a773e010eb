import type { JobKey } from '@crossvault/core';
import type { VaultAddress } from '../client/job-source.ts';
import type { ItemAddress } from '../client/vault-path.ts';
import { isJobId, parseListKey } from './key.ts';

/** A policy's address: its vault, and its name in there. */
export interface PolicyAddress {
  readonly vault: VaultAddress;
  readonly policyName: string;
}

/** Names of containers, items and policies occur in any case and are compared without case. */
export const toItemKey = (listKey: string, { container, item }: Pick<ItemAddress, 'container' | 'item'>): JobKey => [
  listKey,
  container.toLowerCase(),
  item.toLowerCase(),
];

export const toPolicyKey = (listKey: string, policyName: string): JobKey => [listKey, policyName.toLowerCase()];

/** Null for a key that this connector did not create. */
export function parseItemKey(key: JobKey): ItemAddress | null {
  const [listKey = '', container = '', item = '', ...others] = key;
  const source = parseListKey(listKey);
  const isValid = source?.kind === 'vault' && others.length === 0 && isJobId(container) && isJobId(item);
  return isValid ? { vault: source.vault, container, item } : null;
}

/** A policy of a Recovery Services vault, which can protect items. */
export function parsePolicyKey(key: JobKey): PolicyAddress | null {
  const address = parseVaultPolicyKey(key);
  return address?.kind === 'vault' ? address : null;
}

/** A policy of a vault of either kind. */
export function parseVaultPolicyKey(key: JobKey): (PolicyAddress & { readonly kind: 'vault' | 'backup-vault' }) | null {
  const [listKey = '', policyName = '', ...others] = key;
  const source = parseListKey(listKey);
  if (source === null || source.kind === 'secondary-region' || others.length > 0 || !isJobId(policyName)) return null;
  return { kind: source.kind, vault: source.vault, policyName };
}

/** Container and item from the path of an item that is protected or could be, whose semicolons may be encoded as `%3B`. */
export function readItemNames(id: string): Pick<ItemAddress, 'container' | 'item'> | null {
  const container = segmentAfter(id, 'protectionContainers');
  const item = segmentAfter(id, 'protectedItems') ?? segmentAfter(id, 'protectableItems');
  return container === null || item === null ? null : { container, item };
}

/** The segment of a path after one that is called so, in any case. */
export function segmentAfter(id: string, name: string): string | null {
  const segments = id.split('/');
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === name.toLowerCase());
  const found = at < 0 ? '' : decode(segments[at + 1] ?? '');
  return isJobId(found) ? found : null;
}

/** Whether two paths of Resource Manager are equal. */
export const isSamePath = (one: string, other: string): boolean =>
  decode(one).toLowerCase() === decode(other).toLowerCase();

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
