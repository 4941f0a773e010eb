import { tolerant, wireFor } from '@crossvault/core';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';

type Schemas = components['schemas'];

const text = () => tolerant(z.string());
const list = <S extends z.ZodType>(entry: S) => tolerant(z.array(tolerant(entry)).readonly());

/** All values are documented as strings. */
const labelsWire = wireFor<Schemas['PropertyBag']>()(
  z.record(z.string(), tolerant(z.union([z.string(), z.number(), z.boolean()]))),
);

const subTaskWire = wireFor<Schemas['BackupVaultSubTask']>()(
  z.object({
    taskName: text(),
    taskStatus: text(),
    taskProgress: tolerant(z.union([z.string(), z.number()])),
  }),
);

/** Nested causes and errors stay unparsed and are read level by level. */
/** Errors of Recovery Services vaults are written with `errorCode`, `errorTitle` and `errorString`. */
export const userErrorWire = wireFor<Schemas['UserFacingError']>()(
  z.object({
    code: tolerant(z.union([z.string(), z.number()])),
    message: text(),
    recommendedAction: list(z.string()),
    details: tolerant(z.array(z.unknown()).readonly()),
    innerError: tolerant(z.record(z.string(), z.unknown())),
    errorCode: tolerant(z.union([z.string(), z.number()])),
    errorTitle: text(),
    errorString: text(),
    recommendations: list(z.string()),
  }),
);

const warningWire = wireFor<Schemas['UserFacingWarning']>()(
  z.object({ resourceName: text(), warning: tolerant(z.record(z.string(), z.unknown())) }),
);

const recoverPointWire = wireFor<Schemas['RecoverPoint']>()(
  z.object({ recoveryPointID: text(), recoveryPointTime: text() }),
);

export const vaultExtendedInfoWire = wireFor<Schemas['BackupVaultJobExtendedInfo']>()(
  z.object({
    additionalDetails: tolerant(labelsWire),
    backupInstanceState: text(),
    dataTransferredInBytes: tolerant(z.union([z.number(), z.string()])),
    dataTransferedInBytes: tolerant(z.union([z.number(), z.string()])),
    warningDetails: list(warningWire),
    recoveryDestination: text(),
    sourceRecoverPoint: tolerant(recoverPointWire),
    targetRecoverPoint: tolerant(recoverPointWire),
    subTasks: list(subTaskWire),
  }),
);

export const vaultJobWire = wireFor<Schemas['BackupVaultJob']>()(
  z.object({
    activityID: text(),
    backupInstanceFriendlyName: text(),
    backupInstanceId: text(),
    dataSourceId: text(),
    dataSourceLocation: text(),
    dataSourceName: text(),
    dataSourceSetName: text(),
    dataSourceType: text(),
    destinationDataStoreName: text(),
    duration: text(),
    endTime: text(),
    errorDetails: tolerant(z.array(z.unknown()).readonly()),
    extendedInfo: tolerant(vaultExtendedInfoWire),
    isUserTriggered: tolerant(z.boolean()),
    operation: text(),
    operationCategory: text(),
    policyId: text(),
    policyName: text(),
    restoreType: text(),
    sourceDataStoreName: text(),
    sourceResourceGroup: text(),
    sourceSubscriptionID: text(),
    startTime: text(),
    status: text(),
    supportedActions: list(z.string()),
  }),
);

export const vaultJobResourceWire = wireFor<Schemas['BackupVaultJobResource']>()(
  z.object({ id: text(), name: text(), properties: tolerant(vaultJobWire) }),
);

export type WarningWire = z.output<typeof warningWire>;
export type SubTaskWire = z.output<typeof subTaskWire>;
export type VaultExtendedInfoWire = z.output<typeof vaultExtendedInfoWire>;
export type VaultJobWire = z.output<typeof vaultJobWire>;
