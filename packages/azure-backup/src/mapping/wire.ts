import { tolerant, wireFor } from '@crossvault/core';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';

type Schemas = components['schemas'];

const text = () => tolerant(z.string());
const list = <S extends z.ZodType>(entry: S) => tolerant(z.array(tolerant(entry)).readonly());

const taskWire = wireFor<Schemas['VirtualMachineTaskDetails'] | Schemas['AgentTaskDetails'] | Schemas['TaskDetails']>()(
  z.object({
    taskId: text(),
    status: text(),
    startTime: text(),
    endTime: text(),
    duration: text(),
    progressPercentage: tolerant(z.number()),
  }),
);

/** `errorCode` is a number in the documentation; its text is taken as well. Errors of Backup vaults are written with `code` and `message`. */
const errorWire = wireFor<
  Schemas['VirtualMachineErrorDetails'] | Schemas['WorkloadErrorDetails'] | Schemas['ErrorDetails']
>()(
  z.object({
    errorCode: tolerant(z.union([z.number(), z.string()])),
    errorTitle: text(),
    errorString: text(),
    additionalDetails: text(),
    recommendations: list(z.string()),
    code: tolerant(z.union([z.number(), z.string()])),
    message: text(),
    recommendedAction: list(z.string()),
  }),
);

/** All values are documented as strings. */
const propertyBagWire = wireFor<Schemas['PropertyBag']>()(
  z.record(z.string(), tolerant(z.union([z.string(), z.number(), z.boolean()]))),
);

export const extendedInfoWire = wireFor<
  | Schemas['VirtualMachineJobExtendedInfo']
  | Schemas['AgentJobExtendedInfo']
  | Schemas['JobExtendedInfo']
  | Schemas['VaultJobExtendedInfo']
>()(
  z.object({
    tasksList: list(taskWire),
    propertyBag: tolerant(propertyBagWire),
    progressPercentage: tolerant(z.number()),
    estimatedRemainingDuration: text(),
    dynamicErrorMessage: text(),
  }),
);

/** The fields of all seven job types in one: the mapper does not rely on their distribution among the types. */
export const jobWire = wireFor<Schemas['Job']>()(
  z.object({
    jobType: text(),
    entityFriendlyName: text(),
    backupManagementType: text(),
    operation: text(),
    status: text(),
    startTime: text(),
    endTime: text(),
    duration: text(),
    activityId: text(),
    isUserTriggered: tolerant(z.boolean()),
    actionsInfo: list(z.union([z.string(), z.number()])),
    errorDetails: list(errorWire),
    extendedInfo: tolerant(extendedInfoWire),
    workloadType: text(),
    virtualMachineVersion: text(),
    containerName: text(),
    containerType: text(),
    storageAccountName: text(),
    storageAccountVersion: text(),
    dpmServerName: text(),
    mabServerName: text(),
    mabServerType: text(),
  }),
);

export const jobResourceWire = wireFor<Schemas['JobResource']>()(
  z.object({ id: text(), name: text(), properties: tolerant(jobWire) }),
);

/** The rows stay unparsed: each is parsed separately, so that one invalid row does not affect the others. */
export const jobListWire = wireFor<Schemas['JobList']>()(
  z.object({ value: tolerant(z.array(z.unknown()).readonly()), nextLink: text() }),
);

export const vaultResourceWire = wireFor<Schemas['VaultResource']>()(z.object({ id: text(), location: text() }));

export const vaultListWire = wireFor<Schemas['VaultList']>()(
  z.object({ value: tolerant(z.array(z.unknown()).readonly()), nextLink: text() }),
);

export type TaskWire = z.output<typeof taskWire>;
export type ErrorWire = z.output<typeof errorWire>;
export type ExtendedInfoWire = z.output<typeof extendedInfoWire>;
export type JobWire = z.output<typeof jobWire>;
export type JobResourceWire = z.output<typeof jobResourceWire>;
