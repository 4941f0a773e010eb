import { isPathSegment } from '@crossvault/client-kit';
import type { JobKey } from '@crossvault/core';
import type { JobSource, VaultAddress } from '../client/job-source.ts';
import { toVaultKey } from './vault-key.ts';
import type { JobResourceWire } from './wire.ts';

/** A job's address: the key of its list, and its name. */
export interface JobAddress {
  readonly listKey: string;
  readonly jobName: string;
}

/** Key of the list of what a vault's secondary region reports. */
export function toRegionKey(vault: VaultAddress, region: string): string {
  return `${toVaultKey(vault)}/region/${region}`.toLowerCase();
}

/** Key of a list that stands for the vaults of a subscription that could not be looked up. */
export function toSearchKey(subscriptionId: string, type: string): string {
  return `${subscriptionId}/${type}`.toLowerCase();
}

let latest: { readonly key: string; readonly source: JobSource | null } | null = null;

/** What a key of a list means; null when it is of another form. No name in it has a slash. All rows of a page have one key. */
export function parseListKey(key: string): JobSource | null {
  if (latest?.key !== key) latest = { key, source: readListKey(key) };
  return latest.source;
}

function readListKey(key: string): JobSource | null {
  const [subscriptionId, resourceGroup, name, mark, region, ...others] = key.split('/');
  if (!subscriptionId || !resourceGroup || !name || others.length > 0) return null;
  if (![subscriptionId, resourceGroup, name, ...(region === undefined ? [] : [region])].every(isPathSegment))
    return null;
  const vault = { subscriptionId, resourceGroup, name };
  if (mark === undefined) return { kind: 'vault', vault };
  if (mark === 'backup' && region === undefined) return { kind: 'backup-vault', vault };
  return mark === 'region' && region ? { kind: 'secondary-region', vault, region } : null;
}

/** The list's key and the job's name, lower-cased: names of jobs are GUIDs and come in either case. */
export function toJobKey(listKey: string, jobName: string): JobKey {
  return [listKey, jobName.toLowerCase()];
}

/** Null for a key that this connector did not create. */
export function parseJobKey(key: JobKey): JobAddress | null {
  const [listKey, jobName, ...others] = key;
  if (listKey === undefined || jobName === undefined || others.length > 0 || !isJobId(jobName)) return null;
  return { listKey, jobName };
}

/** Whether a text can stand as the last segment of a job's path and mean that job: `..` would mean the vault. */
export function isJobId(text: string): boolean {
  return isPathSegment(text);
}

/** Every job name in the documentation's samples is a GUID; that it always is one is not documented. */
export function isGuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/** The job's own name: `name`, else the segment of the path `id` after `backupJobs`, in any case. */
export function readJobName(
  row: Pick<JobResourceWire, 'id' | 'name'>,
): { readonly name: string; readonly from: 'name' | 'id' } | null {
  if (typeof row.name === 'string' && isJobId(row.name)) return { name: row.name, from: 'name' };
  const segments = typeof row.id === 'string' ? row.id.split('/') : [];
  const jobs = segments.findLastIndex((segment) => segment.toLowerCase() === 'backupjobs');
  const name = jobs < 0 ? undefined : segments[jobs + 1];
  return name !== undefined && isJobId(name) ? { name, from: 'id' } : null;
}
