import { CrossvaultError, type RestoreRequest, readText } from '@crossvault/core';
import type { RestoreProperties } from '../client/change-calls.ts';
import { manageableAs } from '../mapping/map-protection.ts';
import type { KnownItem } from './protection.ts';
import { parseShare, storageAccount } from './protection-source.ts';

const copyOptions = { skip: 'Skip', copy: 'CreateCopy', overwrite: 'Overwrite', fail: 'FailOnConflict' } as const;

/** The body of a restore: a whole file share, or the disks of a machine. */
export async function toRestoreRequest(
  known: KnownItem,
  request: RestoreRequest,
  region: () => Promise<string>,
  connection: string,
): Promise<RestoreProperties> {
  const sourceResourceId = readText(known.item.sourceResourceId).value ?? '';
  return manageableAs(known.item) === 'share'
    ? toShareRestore(sourceResourceId, request, connection)
    : toDiskRestore(sourceResourceId, request, region, connection);
}

function toShareRestore(
  sourceResourceId: string,
  { destination, conflict }: RestoreRequest,
  connection: string,
): RestoreProperties {
  const usual = {
    objectType: 'AzureFileShareRestoreRequest',
    sourceResourceId,
    copyOptions: copyOptions[conflict],
    restoreRequestType: 'FullShareRestore',
  } as const;
  if (destination === 'original') return { ...usual, recoveryType: 'OriginalLocation' };
  const share = parseShare(destination);
  if (share === null) {
    throw wrong('must be original, or the id of a storage account with a slash and the name of a share', connection);
  }
  const targetDetails = { name: share.share, targetResourceId: share.account };
  return { ...usual, recoveryType: 'AlternateLocation', targetDetails };
}

/** Azure restores disks under new names, so nothing conflicts and nothing is overwritten. */
async function toDiskRestore(
  sourceResourceId: string,
  { destination, conflict, recoveryPointId }: RestoreRequest,
  region: () => Promise<string>,
  connection: string,
): Promise<RestoreProperties> {
  if (!storageAccount.test(destination)) {
    throw wrong("must be the id of a storage account: a machine's disks are restored to one", connection);
  }
  if (conflict === 'overwrite') {
    throw new CrossvaultError({
      code: 'not-guaranteed',
      message: 'Azure restores disks under new names; it cannot overwrite existing ones.',
      source: connection,
      parameter: 'conflict',
    });
  }
  return {
    objectType: 'IaasVMRestoreRequest',
    recoveryPointId,
    recoveryType: 'RestoreDisks',
    sourceResourceId,
    storageAccountId: destination,
    region: await region(),
    createNewCloudService: false,
    originalStorageAccountOption: false,
  };
}

const wrong = (what: string, source: string): CrossvaultError =>
  new CrossvaultError({
    code: 'invalid-parameter',
    message: `destination ${what}.`,
    source,
    parameter: 'destination',
  });
