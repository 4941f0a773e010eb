import type { JobKey } from '@crossvault/core';
import { type ItemSort, itemSorts, type PolicySort, policySorts } from '../versions.ts';
import { isJobId, toJobKey } from './key.ts';

/** A policy's address. */
export interface PlanAddress {
  readonly sort: PolicySort;
  /** '' for virtual networks, of which there is one policy without an id in its path. */
  readonly policyId: string;
}

/** A protected item's address. */
export interface ItemAddress {
  readonly sort: ItemSort;
  readonly itemId: string;
}

/** The sort, and the id as sessions have it in their keys. Virtual networks have one policy. */
export const toPlanKey = (sort: PolicySort, policyId: string): JobKey =>
  sort === 'vnet' ? [sort] : [sort, ...toJobKey(policyId)];

export const toItemKey = (sort: ItemSort, itemId: string): JobKey => [sort, ...toJobKey(itemId)];

/** Null for a key that is not a plan of this connector. */
export function parsePlanKey(key: JobKey): PlanAddress | null {
  const [name, policyId = '', ...others] = key;
  const sort = policySorts.find((candidate) => candidate === name);
  if (sort === undefined || others.length > 0) return null;
  const isWhole = sort === 'vnet' ? policyId === '' : isJobId(policyId);
  return isWhole ? { sort, policyId } : null;
}

/** Null for a key that is not an item of this connector. */
export function parseItemKey(key: JobKey): ItemAddress | null {
  const [name, itemId = '', ...others] = key;
  const sort = itemSorts.find((candidate) => candidate === name);
  return sort === undefined || others.length > 0 || !isJobId(itemId) ? null : { sort, itemId };
}

/** Whether both keys name the same object. The appliance compares ids without case. */
export const isSameKey = (one: JobKey, other: JobKey): boolean =>
  one.length === other.length && one.every((part, index) => part.toLowerCase() === other[index]?.toLowerCase());
