import {
  createPayloadMapper,
  type Explanation,
  isJsonObject,
  type JobPayloadOptions,
  type MappedItem,
  type MappedJob,
  type MappedPlan,
  type Operation,
  type PayloadMapper,
  type PayloadOptions,
  parseWire,
  toRejectedPayload,
} from '@crossvault/core';
import type { VaultAddress } from '../client/job-source.ts';
import { toJobKey, toRegionKey } from './key.ts';
import { readItem } from './map-item.ts';
import { madeJobs, toOperation } from './map-operation.ts';
import { readPlan } from './map-plan.ts';
import { mapperOf } from './mappers.ts';
import { segmentAfter } from './protection-key.ts';
import { toBackupVaultKey, toVaultKey } from './vault-key.ts';
import { operationStatusWire } from './wire-operation.ts';

const vendor = 'azure-backup';

/** Stands where neither the payload nor the caller names the vault. */
const unnamedVault: VaultAddress = { subscriptionId: 'unknown', resourceGroup: 'unknown', name: 'unknown' };

/** How a payload of a vault is mapped. */
export interface VaultPayloadOptions extends PayloadOptions {
  /** The vault, which is part of every id. @default the vault in the payload's `id` */
  readonly vault?: VaultAddress;
}

/** How a job is mapped. `detail` is the job's own answer; Azure has no log. */
export interface VaultJobOptions extends JobPayloadOptions, VaultPayloadOptions {
  /** The kind of the vault. @default what the payload's `id` says, else recovery-services */
  readonly vaultType?: 'recovery-services' | 'backup';
  /** The secondary region that reported the job. @default none */
  readonly secondaryRegion?: string;
}

/** Maps a job of a Recovery Services vault or a Backup vault: a row of a list, or the answer to a single get. Never throws. */
export function mapJob(payload: unknown, options?: VaultJobOptions | null): MappedJob {
  return mapperFor(payload, options ?? {}).map(payload, options);
}

/** Explains every field of the job by the rule that maps it; null when the payload is not a job. Never throws. */
export function explainJob(payload: unknown, options?: VaultJobOptions | null): Explanation | null {
  return mapperFor(payload, options ?? {}).explain(payload, options);
}

/** Maps a backup policy of a Recovery Services vault. Never throws. */
export function mapPlan(payload: unknown, options?: VaultPayloadOptions | null): MappedPlan {
  const { connection = vendor, vault } = options ?? {};
  const result = readPlan(payload, { connection, list: toVaultKey(vault ?? vaultOf(payload)) });
  return result.kind === 'record' ? { kind: 'plan', plan: result.record.plan } : toRejectedPayload(result.rejection);
}

/** Maps a protected item of a Recovery Services vault. Never throws. */
export function mapProtectedItem(payload: unknown, options?: VaultPayloadOptions | null): MappedItem {
  const { connection = vendor, vault } = options ?? {};
  const result = readItem(payload, { connection, list: toVaultKey(vault ?? vaultOf(payload)) });
  return result.kind === 'record' ? { kind: 'item', item: result.record.item } : toRejectedPayload(result.rejection);
}

/** Maps the status of an operation of a Recovery Services vault; null when it is none. The states of its jobs are unknown. Never throws. */
export function mapOperation(payload: unknown, options?: VaultPayloadOptions | null): Operation | null {
  const { connection = vendor, vault = vaultOf(payload) } = options ?? {};
  if (!isJsonObject(payload)) return null;
  const status = parseWire(operationStatusWire, payload);
  if (typeof status.name !== 'string' || status.name === '') return null;
  const made = madeJobs(status).map((name) => ({ key: toJobKey(toVaultKey(vault), name), job: null }));
  return toOperation(status, { connection, vault, id: status.name, made, retryAfterSeconds: null });
}

function mapperFor(payload: unknown, options: VaultJobOptions): PayloadMapper {
  const list = toListKey(payload, options);
  return createPayloadMapper(mapperOf(list), { vendor, list });
}

function toListKey(payload: unknown, options: VaultJobOptions): string {
  const { vault = vaultOf(payload), secondaryRegion } = options;
  if (secondaryRegion !== undefined) return toRegionKey(vault, secondaryRegion);
  const isBackupVault = options.vaultType === undefined ? isInBackupVault(payload) : options.vaultType === 'backup';
  return isBackupVault ? toBackupVaultKey(vault) : toVaultKey(vault);
}

const idOf = (payload: unknown): string => {
  const id = isJsonObject(payload) ? payload['id'] : null;
  return typeof id === 'string' ? id : '';
};

const isInBackupVault = (payload: unknown): boolean => segmentAfter(idOf(payload), 'backupVaults') !== null;

function vaultOf(payload: unknown): VaultAddress {
  const id = idOf(payload);
  return {
    subscriptionId: segmentAfter(id, 'subscriptions') ?? unnamedVault.subscriptionId,
    resourceGroup: segmentAfter(id, 'resourceGroups') ?? unnamedVault.resourceGroup,
    name: segmentAfter(id, 'vaults') ?? segmentAfter(id, 'backupVaults') ?? unnamedVault.name,
  };
}
