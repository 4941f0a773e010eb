import { CrossvaultError } from '@crossvault/core';
import type { BackupProperties } from '../client/change-calls.ts';
import { manageableAs } from '../mapping/map-protection.ts';
import type { KnownItem } from './protection.ts';

const requestTypes = {
  machine: 'IaasVMBackupRequest',
  share: 'AzureFileShareBackupRequest',
  workload: 'AzureWorkloadBackupRequest',
} as const;

/** The body of a backup. Only databases know sorts of backups; a full one is the usual. */
export function toBackupRequest(
  { item, record }: KnownItem,
  { keepUntil, type }: { readonly keepUntil: string | null; readonly type: string | null },
  connection: string,
): BackupProperties {
  const kind = manageableAs(item) ?? 'machine';
  if (type !== null && kind !== 'workload') {
    throw new CrossvaultError({
      code: 'not-guaranteed',
      message: `A backup type can be requested only for databases; ${record.item.name} is not a database, so ${type} cannot be requested.`,
      source: connection,
    });
  }
  return {
    objectType: requestTypes[kind],
    ...(kind === 'workload' ? { backupType: type ?? 'Full' } : {}),
    ...(keepUntil === null ? {} : { recoveryPointExpiryTimeInUTC: keepUntil }),
  };
}
